// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import java.util.List;
import java.util.concurrent.locks.Condition;

/** A call that waits for a context. All of it under the lock of the queue. */
final class Waiter {
    final List<Object> holders;
    private final Condition admitted;

    /** Null until there is a context for the call. */
    ContextQueue.Place place;

    Waiter(List<Object> holders, Condition admitted) {
        this.holders = holders;
        this.admitted = admitted;
    }

    String script() {
        return (String) holders.get(0);
    }

    void admit(ContextQueue.Place free) {
        place = free;
        admitted.signal();
    }

    void await(long nanos) throws InterruptedException {
        for (long left = nanos; left > 0 && place == null; ) {
            left = admitted.awaitNanos(left);
        }
    }
}
