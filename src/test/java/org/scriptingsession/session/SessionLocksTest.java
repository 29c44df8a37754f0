// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.scriptingsession.api.ErrorCode;
import org.scriptingsession.api.ScriptingException;

/** One update of a session at a time, and nothing left of the locks. */
@Timeout(60)
class SessionLocksTest {
    private static final Duration LONG = Duration.ofSeconds(50);
    private static final long SESSION = 1000;

    private final SessionLocks locks = new SessionLocks();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private int counter;

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void oneThreadAtATime() throws Exception {
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            all.add(threads.submit(() -> {
                for (int n = 0; n < 1000; n++) {
                    locks.hold(SESSION, "a", LONG, () -> counter++);
                }
            }));
        }
        for (Future<?> one : all) {
            one.get();
        }

        assertEquals(8000, counter);
        assertEquals(0, locks.size());
    }

    @Test
    void againFromWithinIsAllowed() {
        assertEquals(3, locks.hold(SESSION, "a", LONG, () -> 1 + locks.hold(SESSION, "b", Duration.ZERO, () -> 2)));
        assertEquals(0, locks.size());
    }

    @Test
    void anErrorReleasesTheLock() {
        assertThrows(
                IllegalArgumentException.class,
                () -> locks.hold(SESSION, "a", LONG, () -> {
                    throw new IllegalArgumentException("mine");
                }));
        assertEquals(0, locks.size());
        assertEquals(1, locks.hold(SESSION, "a", Duration.ZERO, () -> 1));
    }

    @Test
    void patienceEnds() throws Exception {
        try (Holder holder = new Holder()) {
            ScriptingException late = assertThrows(
                    ScriptingException.class, () -> locks.hold(SESSION, "visits", Duration.ofMillis(5), () -> 1));
            assertEquals(ErrorCode.LOCK_TIMEOUT, late.code());
            assertTrue(late.getMessage().contains("visits"), late.getMessage());
            assertEquals(1, locks.size());
            assertEquals(2, locks.hold(SESSION + 1, "a", Duration.ZERO, () -> 2));
            holder.release();
        }
        assertEquals(0, locks.size());
    }

    @Test
    void anInterruptEndsTheWaitAndStaysSet() throws Exception {
        try (Holder holder = new Holder()) {
            Thread.currentThread().interrupt();
            assertThrows(ScriptingException.class, () -> locks.hold(SESSION, "a", LONG, () -> 1));
            assertTrue(Thread.interrupted());
            holder.release();
        }
        assertEquals(0, locks.size());
    }

    /** Another thread that holds the lock until it is told. */
    private final class Holder implements AutoCloseable {
        private final CountDownLatch held = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);
        private final Future<Boolean> thread = threads.submit(() -> locks.hold(SESSION, "a", LONG, () -> {
            held.countDown();
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return true;
        }));

        private Holder() throws InterruptedException {
            held.await();
        }

        private void release() {
            released.countDown();
        }

        @Override
        public void close() {
            try {
                thread.get();
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
