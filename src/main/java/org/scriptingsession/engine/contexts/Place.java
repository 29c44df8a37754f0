// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import java.util.List;

/** That a call holds a context. */
final class Place {
    final List<Object> holders;
    private final long sinceNanos;
    private volatile long stoodStillNanos;
    private boolean beyond;

    Place(List<Object> holders, long sinceNanos) {
        this.holders = holders;
        this.sinceNanos = sinceNanos;
    }

    String script() {
        return (String) holders.get(0);
    }

    long sinceNanos() {
        return sinceNanos;
    }

    /** For how long the call was at work, and did not stand still. */
    long heldNanos(long nowNanos) {
        return Math.max(0, nowNanos - sinceNanos - stoodStillNanos);
    }

    boolean isBeyond() {
        return beyond;
    }

    /** To be called with the queue locked. */
    void goBeyond() {
        beyond = true;
    }

    /** For as long the call was stopped by who looks into it, which says nothing of how long such calls take. */
    void standStill(long nanos) {
        stoodStillNanos += nanos;
    }
}
