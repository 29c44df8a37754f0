// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalInt;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.error.Failure;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.exchange.Exchange;
import org.scriptingsession.server.SessionServer;

/** How many sessions scripts may begin on this node. */
@ApplicationScoped
class SessionLimit {
    @Inject
    private ScriptingConfig config;

    @Inject
    private SessionServer server;

    /**
     * Lets a session begin. Calls at the same moment may each find the last room there is.
     *
     * @throws org.scriptingsession.error.AccessRefusedException when there are as many as there may be
     */
    void admit() {
        OptionalInt limit = config.security().maxSessions();
        if (limit.isPresent() && server.sessions().orElseThrow() >= limit.getAsInt()) {
            throw refused();
        }
    }

    /** The error for a session that this node has no room for. */
    static Failure refused() {
        return Exchange.refused(Mistake.TOO_MANY_ON_NODE.with());
    }
}
