// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.api;

import java.util.List;

/**
 * The sessions of each user: lists, counts and ends them. Inject it into any EE component. A user is the name of the caller's
 * principal. A session is in it from its user's login until its end. In a cluster the sessions are those of all nodes, where the
 * server lets nodes share that; elsewhere those that this node has served. Where nodes share it, each function throws a
 * {@link ScriptingException} when their common store does not answer.
 */
public interface SessionRegistry {
    /** The sessions of a user, the oldest first; empty for a user who has none. */
    List<UserSession> sessions(String user);

    /** How many sessions a user has. */
    int count(String user);

    /**
     * Ends one session of a user.
     *
     * @param session as {@link UserSession#session} names it
     * @return whether there was such a session
     */
    boolean end(String user, String session);

    /** Ends all sessions of a user; returns how many. */
    int endAll(String user);
}
