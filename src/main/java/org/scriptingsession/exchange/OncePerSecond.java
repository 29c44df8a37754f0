// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Thins out what may happen thousands of times a second: a log takes one line after the other, and every request would wait. */
final class OncePerSecond {
    private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final AtomicLong next = new AtomicLong(System.nanoTime());
    private final LongAdder others = new LongAdder();

    /** How many were not told of since the last that was; empty when this is one of them. */
    OptionalLong next() {
        long now = System.nanoTime();
        long due = next.get();
        if (now - due < 0 || !next.compareAndSet(due, now + SECOND_NANOS)) {
            others.increment();
            return OptionalLong.empty();
        }
        return OptionalLong.of(others.sumThenReset());
    }
}
