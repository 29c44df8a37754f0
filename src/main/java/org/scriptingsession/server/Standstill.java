// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * Notices that this node stood still: its process was stopped, its virtual machine moved, or its garbage collected for long. The
 * other nodes took this node for dead meanwhile and went on with its sessions, of which this node may have old copies.
 */
@ApplicationScoped
public class Standstill {
    /** How long a node may stand still without consequences; less than what a grid's failure detector is set to. */
    static final Duration ALLOWED = Duration.ofSeconds(3);

    /** How long after a standstill the node takes no requests: until the grid has taken the node in again. */
    static final Duration AFTER = Duration.ofSeconds(8);

    private static final System.Logger LOGGER = System.getLogger(Standstill.class.getName());
    private static final Duration TICK = Duration.ofMillis(200);

    /** For a thread of one's own: an executor may be kept busy by others for seconds, which is no standstill. */
    @Resource
    private ManagedThreadFactory threads;

    private volatile long lastTick;

    /** The other clock does not run while a machine is moved; this one is set afterwards. */
    private volatile long lastTickMillis;

    private volatile long lastEnd;
    private volatile boolean everStoodStill;
    private volatile Runnable settling = () -> {};
    private Thread ticking;

    /** Begins to watch. */
    public void begin() {
        startAt(System.nanoTime(), System.currentTimeMillis());
        ticking = threads.newThread(this::watch);
        ticking.setDaemon(true);
        ticking.start();
    }

    /** Sets what is done at each look while the node takes no requests after a standstill; it must not wait. */
    public void afterwards(Runnable work) {
        settling = work;
    }

    void startAt(long now, long nowMillis) {
        lastTick = now;
        lastTickMillis = nowMillis;
    }

    /** Ends watching. */
    public void end() {
        if (ticking != null) {
            ticking.interrupt();
        }
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(TICK.toMillis());
                tick(System.nanoTime(), System.currentTimeMillis());
            }
        } catch (InterruptedException ended) {
            // by end()
        }
    }

    /** Whether the node has stood still since a moment, by {@link System#nanoTime}, noticed or not yet. */
    public boolean since(long nanoTime) {
        return isNow(System.nanoTime(), System.currentTimeMillis()) || everStoodStill && lastEnd - nanoTime >= 0;
    }

    /** Whether the node has stood still a moment ago, and its sessions may be old. */
    public boolean isRecent() {
        return isWithin(AFTER);
    }

    /** Whether the node has stood still within a time. */
    public boolean isWithin(Duration time) {
        long now = System.nanoTime();
        return isNow(now, System.currentTimeMillis()) || everStoodStill && now - lastEnd <= time.toNanos();
    }

    /** When the last standstill ended, by {@link System#nanoTime}; of no meaning before there was one. */
    public long lastEnd() {
        return lastEnd;
    }

    void tick(long now, long nowMillis) {
        if (isNow(now, nowMillis)) {
            lastEnd = now;
            everStoodStill = true;
        }
        lastTick = now;
        lastTickMillis = nowMillis;
        if (everStoodStill && now - lastEnd <= AFTER.toNanos()) {
            settle();
        }
    }

    private void settle() {
        try {
            settling.run();
        } catch (RuntimeException failed) {
            // the watch goes on; the next look tries again
            LOGGER.log(Level.WARNING, "cannot tidy up after a standstill", failed);
        }
    }

    private boolean isNow(long now, long nowMillis) {
        return now - lastTick > ALLOWED.toNanos() || nowMillis - lastTickMillis > ALLOWED.toMillis();
    }
}
