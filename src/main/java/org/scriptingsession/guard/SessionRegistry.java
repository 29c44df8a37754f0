// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.scriptingsession.api.EndReason;
import org.scriptingsession.api.UserSession;

/**
 * The sessions of each user on this node: lists, counts and ends them. Inject it into any EE component. A user is the name of the
 * caller's principal. A session is in it from its user's login until its end; one that another node has served so far, from its
 * first request here.
 */
@ApplicationScoped
public class SessionRegistry {
    @Inject
    private UserSessions sessions;

    /** The sessions of a user, the oldest first; empty for a user who has none. */
    public List<UserSession> sessions(String user) {
        return sessions.list(user);
    }

    /** How many sessions a user has. */
    public int count(String user) {
        return sessions.list(user).size();
    }

    /**
     * Ends one session of a user.
     *
     * @param session as {@link UserSession#session} names it
     * @return whether there was such a session
     */
    public boolean end(String user, String session) {
        return sessions.end(user, session, EndReason.REGISTRY);
    }

    /** Ends all sessions of a user; returns how many. */
    public int endAll(String user) {
        return (int) sessions.list(user).stream()
                .filter(session -> end(user, session.session()))
                .count();
    }
}
