// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import java.util.List;

/** That a call holds a context. */
final class Place {
    final List<Object> holders;
    final long sinceNanos;
    volatile long stoodStillNanos;
    boolean beyond;

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

    boolean isBeyond() {
        return beyond;
    }

    /** For as long the call was stopped by who looks into it, which says nothing of how long such calls take. */
    void standStill(long nanos) {
        stoodStillNanos += nanos;
    }
}
