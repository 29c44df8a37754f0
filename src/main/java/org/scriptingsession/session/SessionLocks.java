// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.server.LockStripes;

/**
 * One lock for each session that is being updated now, in this JVM. One a session and not one an attribute, so that nested
 * updates of two attributes in opposite order cannot wait for each other for ever.
 *
 * <p>A session is known here by the millisecond of its creation. Its id would not do: another component may change that (a
 * login does) while an update waits, and for a moment there would be two locks. Nor would the {@code HttpSession}, of which
 * Undertow makes one for each call, nor an attribute, of which two calls could each set their own. Sessions that were created
 * in the same millisecond share a lock; they wait for each other and lose nothing.
 */
@ApplicationScoped
public class SessionLocks {
    private final ConcurrentMap<Long, CountedLock> locks = new ConcurrentHashMap<>();

    /** Other locks than those of updates: a script may change the id within an update, while another request waits for that. */
    private final LockStripes ids = new LockStripes();

    /**
     * Works while no other thread does for the same session; again from within is allowed.
     *
     * @param created of the session, in milliseconds
     * @param name of the attribute, for the error
     * @throws org.scriptingsession.api.ScriptingException LOCK_TIMEOUT when the lock is not free in time
     */
    public <T> T hold(long created, String name, Duration patience, Supplier<T> work) {
        CountedLock lock = locks.compute(created, (key, known) -> (known == null ? new CountedLock() : known).enter());
        try {
            acquire(lock, name, patience);
            try {
                return work.get();
            } finally {
                lock.unlock();
            }
        } finally {
            locks.compute(created, (key, known) -> known.leave());
        }
    }

    /**
     * To be held while the id of a session is changed. A login may wait for the grid: others, of other sessions, go on.
     *
     * @param created when the session began, in milliseconds: that stays when the id changes
     */
    public Lock changingId(long created) {
        return ids.of(created);
    }

    /** How many sessions have a lock now. */
    int size() {
        return locks.size();
    }

    private static void acquire(CountedLock lock, String name, Duration patience) {
        try {
            if (lock.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Mistake.LOCK_TIMEOUT.with(name);
    }

    /** A lock that knows how many threads hold or await it, so that the last one takes it away. */
    private static final class CountedLock extends ReentrantLock {
        private static final long serialVersionUID = 1L;

        private int threads;

        /** Fair: of many updates of one session none starves. */
        private CountedLock() {
            super(true);
        }

        private CountedLock enter() {
            threads++;
            return this;
        }

        /** Null when nobody is left, which removes it from the map. */
        private CountedLock leave() {
            threads--;
            return threads == 0 ? null : this;
        }
    }
}
