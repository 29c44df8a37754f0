// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.payara;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a pool tells of tasks is enough to know how long they wait, and nothing of it stays. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TaskWaitsTest {
    private final TaskWaits waits = new TaskWaits();

    @Test
    void aTaskHasWaitedFromItsQueueingUntilAThreadTakesIt() throws InterruptedException {
        Object task = new Object();
        assertEquals(OptionalLong.empty(), waits.nanos());
        waits.queued(task);
        TimeUnit.MILLISECONDS.sleep(20);
        waits.taken(task);
        long waited = waits.nanos().orElseThrow();
        assertTrue(waited >= TimeUnit.MILLISECONDS.toNanos(20), () -> waited + " ns");

        waits.taken(new Object());
        assertEquals(OptionalLong.of(0), waits.nanos());
        waits.ended(Thread.currentThread());
        assertEquals(OptionalLong.empty(), waits.nanos());
    }

    @Test
    void aTaskThatWasTakenBeforeItsQueueingWasToldIsForgotten() {
        Object task = new Object();
        waits.taken(task);
        waits.queued(task);
        WeakReference<Object> seen = new WeakReference<>(task);
        task = null;
        while (seen.get() != null) {
            System.gc();
        }
        assertEquals(OptionalLong.of(0), waits.nanos());
    }
}
