// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The calls of an application that have not ended: those that a thread serves, and those that wait for their client without a
 * thread. When the application goes, they may end, but not take for ever.
 */
public final class OpenCalls {
    private static final System.Logger LOGGER = System.getLogger(OpenCalls.class.getName());

    /** A permit for each call: no container has as many threads, or connections. */
    private final Semaphore permits = new Semaphore(Integer.MAX_VALUE);

    private final Set<Unattended> unattended = ConcurrentHashMap.newKeySet();

    private volatile boolean closed;

    /** Whose client takes or sends less is not waited for, after a minute. */
    private static final long LEAST_BYTES_A_SECOND = 8192;

    private static final long LEAST_SECONDS = 60;

    /** A call that no thread serves while its client takes its time. */
    public interface Unattended {
        /** To be called when the application goes, and lets calls end that have been served. */
        void closing();

        /** Ends it, by a cut of the connection. */
        void drop();
    }

    /** How long a client without a thread may take for so many bytes, in milliseconds. */
    public static long patienceMillis(long bytes) {
        return TimeUnit.SECONDS.toMillis(LEAST_SECONDS + bytes / LEAST_BYTES_A_SECOND);
    }

    /** To be called when a thread begins to serve a call; returns false when the application goes, and takes no more. */
    public boolean begin() {
        return !closed && permits.tryAcquire();
    }

    /** To be called when the thread has served the call. */
    public void end() {
        permits.release();
    }

    /** To be called before the thread leaves a call that goes on without one; returns false when the application goes. */
    public boolean add(Unattended call) {
        return begin() && unattended.add(call);
    }

    /** To be called, once or more, when the call has ended, or a thread serves it again. */
    public void remove(Unattended call) {
        if (unattended.remove(call)) {
            end();
        }
    }

    /**
     * Takes no more calls, waits until all have ended, and drops those without a thread that have not. A second time it does
     * nothing: who has not ended by then is not waited for again.
     */
    public void close(Duration patience) {
        if (closed) {
            return;
        }
        closed = true;
        tellUnattended(Unattended::closing);
        try {
            permits.tryAcquire(Integer.MAX_VALUE, patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        tellUnattended(Unattended::drop);
    }

    /** One that the server has ended meanwhile, and that fails, keeps no other: nor the server from stopping the application. */
    private void tellUnattended(Consumer<Unattended> news) {
        for (Unattended call : unattended) {
            try {
                news.accept(call);
            } catch (RuntimeException e) {
                LOGGER.log(Level.WARNING, "a call cannot be ended whose application is being stopped", e);
            }
        }
    }
}
