// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpSession;
import org.scriptingsession.api.EndReason;
import org.scriptingsession.server.SessionServer;

/** Ends sessions and lets the listener, which the container calls meanwhile in the same thread, know why. */
@ApplicationScoped
class SessionEndings {
    private final ThreadLocal<EndReason> current = new ThreadLocal<>();

    @Inject
    private SessionServer server;

    /** Ends a session; one that has ended meanwhile has. */
    public void end(HttpSession session, EndReason reason) {
        current.set(reason);
        try {
            server.end(session);
        } catch (IllegalStateException alreadyDead) {
            // what was asked for holds
        } finally {
            current.remove();
        }
    }

    /** Whether a session has ended. */
    static boolean isOver(HttpSession session) {
        try {
            // throws for one that is over
            session.getCreationTime();
            return false;
        } catch (IllegalStateException over) {
            return true;
        }
    }

    /** Why the session ends that this thread is ending; null when none of us ends it. */
    public EndReason reason() {
        return current.get();
    }
}
