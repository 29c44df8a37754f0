// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A call that waits for a context. */
final class Waiter {
    final List<Object> holders;

    /**
     * The thread that waits needs no lock of the queue to go on: under overload it would stand in line for that lock, behind
     * those who come, with a context in its hands that nobody uses.
     */
    private final CountDownLatch admitted = new CountDownLatch(1);

    /** Null until there is a context for the call. Written with the queue locked. */
    private volatile Place place;

    Waiter(List<Object> holders) {
        this.holders = holders;
    }

    String script() {
        return (String) holders.get(0);
    }

    void admit(Place free) {
        place = free;
        admitted.countDown();
    }

    Place place() {
        return place;
    }

    void await(long nanos) throws InterruptedException {
        admitted.await(nanos, TimeUnit.NANOSECONDS);
    }
}
