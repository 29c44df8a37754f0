// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpSession;
import org.scriptingsession.api.EndReason;
import org.scriptingsession.server.OwnChange;
import org.scriptingsession.server.SessionServer;

/** Ends sessions for a reason that the listener hears of. */
@ApplicationScoped
class SessionEndings {
    @Inject
    private SessionServer server;

    /** Ends a session; does nothing when it has ended meanwhile. */
    public void end(HttpSession session, EndReason reason) {
        try {
            OwnChange.ending(reason, () -> server.end(session));
        } catch (IllegalStateException alreadyDead) {
            // what was asked for holds
        }
    }
}
