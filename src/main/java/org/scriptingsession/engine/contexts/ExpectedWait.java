// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import java.util.Collection;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;

/**
 * How long who comes now is likely to wait for a context: each who waits has the one that comes free first, and holds it for as
 * long as calls of its script do. Under overload everybody asks, thousands of times a second, and with all others locked out:
 * the answer is found anew a few hundred times a second, and kept up to date between.
 */
final class ExpectedWait {
    private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final HoldTimes holdTimes;
    private long foundAt;
    private boolean found;

    /** Written with the queue locked, and read by those who have not locked, too. */
    private volatile double nanos;

    ExpectedWait(HoldTimes holdTimes) {
        this.holdTimes = holdTimes;
    }

    /** Found lately, by whoever came or left. */
    double lately() {
        return nanos;
    }

    /**
     * Of who comes after these.
     *
     * @param held by calls, in contexts that others will have
     */
    double nanos(Collection<Place> held, List<Waiter> waiting, long now) {
        if (!found || now - foundAt >= FRESH_NANOS) {
            nanos = find(held, waiting, now);
            foundAt = now;
            found = true;
        }
        return nanos;
    }

    /** One more waits, among so many contexts. */
    void joined(Waiter waiter, int contexts) {
        nanos = nanos + holdTimes.nanos(waiter.script()) / contexts;
    }

    /** Nobody waits: what was found is worth nothing. */
    void forget() {
        found = false;
        nanos = 0;
    }

    private double find(Collection<Place> held, List<Waiter> waiting, long now) {
        PriorityQueue<Double> comesFree = new PriorityQueue<>();
        for (Place place : held) {
            if (!place.isBeyond()) {
                comesFree.add(Math.max(0, holdTimes.nanos(place.script()) - (now - place.sinceNanos())));
            }
        }
        for (Waiter waiter : waiting) {
            // none is held while the first are still being made
            double wait = comesFree.isEmpty() ? 0 : comesFree.poll();
            comesFree.add(wait + holdTimes.nanos(waiter.script()));
        }
        return comesFree.isEmpty() ? 0 : comesFree.peek();
    }
}
