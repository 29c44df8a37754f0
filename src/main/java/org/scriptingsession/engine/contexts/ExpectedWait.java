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
    private double nanos;
    private long foundAt;
    private boolean found;

    /** For those who have not locked. */
    private volatile long published;

    ExpectedWait(HoldTimes holdTimes) {
        this.holdTimes = holdTimes;
    }

    /** Found lately, by whoever came or left. */
    long published() {
        return published;
    }

    /**
     * Of who comes after these.
     *
     * @param held by calls, in contexts that others will have
     */
    double nanos(Collection<ContextQueue.Place> held, List<Waiter> waiting, long now) {
        if (!found || now - foundAt >= FRESH_NANOS) {
            nanos = find(held, waiting, now);
            foundAt = now;
            found = true;
            published = (long) nanos;
        }
        return nanos;
    }

    /** One more waits, among so many contexts. */
    void joined(Waiter waiter, int contexts) {
        nanos += holdTimes.nanos(waiter.holders.get(0)) / contexts;
        published = (long) nanos;
    }

    /** Nobody waits: what was found is worth nothing. */
    void forget() {
        found = false;
        published = 0;
    }

    private double find(Collection<ContextQueue.Place> held, List<Waiter> waiting, long now) {
        PriorityQueue<Double> comesFree = new PriorityQueue<>();
        for (ContextQueue.Place place : held) {
            if (!place.isBeyond()) {
                comesFree.add(Math.max(0, holdTimes.nanos(place.script()) - (now - place.sinceNanos())));
            }
        }
        for (Waiter waiter : waiting) {
            // none is held while the first are still being made
            double wait = comesFree.isEmpty() ? 0 : comesFree.poll();
            comesFree.add(wait + holdTimes.nanos(waiter.holders.get(0)));
        }
        return comesFree.isEmpty() ? 0 : comesFree.peek();
    }
}
