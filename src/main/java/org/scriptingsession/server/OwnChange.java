// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

import java.util.Optional;
import org.scriptingsession.api.EndReason;

/** What this thread is doing to a session: told to listeners, which the container calls in the same thread meanwhile. */
public final class OwnChange {
    private static final ThreadLocal<OwnChange> CURRENT = new ThreadLocal<>();

    /** Null while the id is renewed. */
    private final EndReason reason;

    private OwnChange(EndReason reason) {
        this.reason = reason;
    }

    /** Runs what ends a session. */
    public static void ending(EndReason reason, Runnable work) {
        new OwnChange(reason).during(work);
    }

    /** Runs what changes a session's id because the id is old. */
    public static void renewing(Runnable work) {
        new OwnChange(null).during(work);
    }

    /** Why this thread is ending a session; empty when it is not, or a component of the application does. */
    public static Optional<EndReason> endReason() {
        return Optional.ofNullable(CURRENT.get()).map(change -> change.reason);
    }

    /** Whether this thread is changing a session's id because the id is old. */
    public static boolean isRenewing() {
        return CURRENT.get() != null && CURRENT.get().reason == null;
    }

    private void during(Runnable work) {
        OwnChange outer = CURRENT.get();
        CURRENT.set(this);
        try {
            work.run();
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
    }
}
