// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import jakarta.servlet.http.HttpSession;
import org.scriptingsession.api.SessionRegistry;

/** The registry as the guard and the listener tell it of sessions. */
interface UserRegistry extends SessionRegistry {
    /**
     * A session of a user was met.
     *
     * @throws org.scriptingsession.error.AccessRefusedException when it is one too many and the newest is refused; it is then
     *     over
     */
    void meet(String user, HttpSession session);

    /** A session has another id. */
    void rename(String user, String before, HttpSession session);

    /** A session has been ended by the application, or is no longer this user's. */
    void forget(String user, HttpSession session);

    /** This node has the session no more: it has expired, another node or the registry itself has ended it. */
    void lose(String user, HttpSession session);

    @Override
    default int count(String user) {
        return sessions(user).size();
    }
}
