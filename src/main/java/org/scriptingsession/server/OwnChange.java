// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

import java.util.Optional;
import org.scriptingsession.api.EndReason;

/** What this thread is doing to a session: told to listeners, which the container calls in the same thread meanwhile. */
public final class OwnChange {
    /** Why the session ends, or empty while its id is renewed; null while this thread does neither. */
    private static final ThreadLocal<Optional<EndReason>> CURRENT = new ThreadLocal<>();

    private OwnChange() {}

    /** Runs what ends a session. */
    public static void ending(EndReason reason, Runnable work) {
        during(Optional.of(reason), work);
    }

    /** Runs what changes a session's id because the id is old. */
    public static void renewing(Runnable work) {
        during(Optional.empty(), work);
    }

    /** Why this thread is ending a session; empty when it is not, or a component of the application does. */
    public static Optional<EndReason> endReason() {
        return Optional.ofNullable(CURRENT.get()).flatMap(reason -> reason);
    }

    /** Whether this thread is changing a session's id because the id is old. */
    public static boolean isRenewing() {
        return CURRENT.get() != null && CURRENT.get().isEmpty();
    }

    private static void during(Optional<EndReason> change, Runnable work) {
        Optional<EndReason> outer = CURRENT.get();
        CURRENT.set(change);
        try {
            work.run();
        } finally {
            CURRENT.remove();
            if (outer != null) {
                CURRENT.set(outer);
            }
        }
    }
}
