// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.scriptingsession.config.ScriptingConfig;

/**
 * Stops scripts at their deadline, and those that fill the heap. One thread of the container's looks at all running
 * contexts every {@value #INTERVAL_MILLIS} ms: a timer for each request would cost more than most scripts.
 */
@Dependent
class RunWatch {
    private static final System.Logger LOGGER = System.getLogger(RunWatch.class.getName());

    static final long INTERVAL_MILLIS = 50;

    /** A heap that is always nearly full would make every run pay for a new context: alarms come no faster than this. */
    private static final long BETWEEN_ALARMS_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Set<Lease> running = ConcurrentHashMap.newKeySet();
    private final ScriptingConfig config;
    private final HeapGauge heap;

    @Resource
    private ManagedThreadFactory threads;

    private volatile ContextPool watched;
    private volatile Thread looker;
    private volatile boolean closed;
    private volatile int heapAlarms;

    /** Of the thread that looks; null for none. */
    private Throwable unlogged;

    private long lastLookNanos = System.nanoTime();
    private long lastAlarmNanos = System.nanoTime() - BETWEEN_ALARMS_NANOS;

    @Inject
    RunWatch(ScriptingConfig config) {
        this(config, new HeapGauge());
    }

    RunWatch(ScriptingConfig config, HeapGauge heap) {
        this.config = config;
        this.heap = heap;
    }

    /**
     * Lends this thread a context, watched from now until {@link #end}.
     *
     * @param client who waits for the run
     * @param place of the run among those that hold contexts; null for a run that has an outer one
     * @param outer of the run that waits for this one, which has no more time than that; null for none
     */
    Lease begin(ContextPool pool, PooledContext context, String script, Client client, Place place, Lease outer) {
        watch(pool);
        long allocated = heap.allocatedHere();
        long now = System.nanoTime();
        long time = config.timeout().toNanos();
        long deadline = now + (outer == null ? time : Math.min(time, outer.deadlineNanos() - now));
        Lease lease = new Lease(pool, context, script, client, place, deadline, allocated);
        running.add(lease);
        return lease;
    }

    void end(Lease lease) {
        running.remove(lease);
    }

    /** How often the heap was nearly full: a context made before the last time may hold memory that a script has hidden in it. */
    int heapAlarms() {
        return heapAlarms;
    }

    /** Does it in a thread of the container's. */
    Thread aside(Runnable work) {
        Thread thread = threads.newThread(work);
        thread.start();
        return thread;
    }

    /**
     * From now on somebody looks at the runs of this pool; a second call does nothing. The first comes at deployment: a thread
     * that a call begins would inherit the call's thread locals.
     */
    void watch(ContextPool pool) {
        if (looker == null) {
            beginToLook(pool);
        }
    }

    private synchronized void beginToLook(ContextPool pool) {
        if (looker == null) {
            watched = pool;
            lastLookNanos = System.nanoTime();
            looker = aside(this::lookOn);
        }
    }

    /**
     * In a thread, and not as a task of the container's scheduler: WildFly runs no task while it is suspended, as it is when it
     * waits for the last calls before it stops, and those calls have deadlines too.
     */
    private void lookOn() {
        while (!closed) {
            try {
                lookOnce();
            } catch (RuntimeException | Error e) {
                unlogged = e;
            }
        }
    }

    private void lookOnce() {
        try {
            TimeUnit.MILLISECONDS.sleep(INTERVAL_MILLIS);
            lookAt(System.nanoTime());
            tellUnlogged();
        } catch (InterruptedException e) {
            LOGGER.log(Level.DEBUG, "the watch was interrupted; it ends when the application does", e);
        } catch (RuntimeException | Error e) {
            // would be the end of all looking: a thread that cannot be made, for want of memory, too
            LOGGER.log(Level.ERROR, "scripts could not be watched", e);
        }
    }

    /** Where memory is short there may be none for a line of the log: that comes after a look that went well. */
    private void tellUnlogged() {
        Throwable untold = unlogged;
        unlogged = null;
        if (untold != null) {
            LOGGER.log(Level.ERROR, "scripts could not be watched, nor that be logged", untold);
        }
    }

    void lookAt(long now) {
        boolean heapInDanger = heap.isInDanger();
        long sinceAlarm = now - lastAlarmNanos;
        if (heapInDanger && sinceAlarm > BETWEEN_ALARMS_NANOS) {
            lastAlarmNanos = now;
            boolean again = heapAlarms++ > 0 && sinceAlarm < 2 * BETWEEN_ALARMS_NANOS;
            aside(() -> watched.heapAlarm(again));
        }
        watched.look(now);
        long sinceLook = now - lastLookNanos;
        lastLookNanos = now;
        for (Lease lease : running) {
            if (config.inspectPort().isPresent() && lease.isInspected()) {
                lease.standStill(sinceLook);
            }
            lease.check(now, heapInDanger ? heap : null, threads);
        }
    }

    @PreDestroy
    void close() {
        closed = true;
        if (looker != null) {
            looker.interrupt();
        }
    }
}
