// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.error;

import org.scriptingsession.api.ErrorCode;
import org.scriptingsession.api.ScriptingException;

/** The catalogue's range 07xx: users, their access and their sessions. */
public final class GuardMessages {
    private GuardMessages() {}

    /** Nobody is logged in, and the application has no way to log in that would have answered. */
    public static AccessRefusedException notLoggedIn() {
        return new AccessRefusedException(
                ScriptingMessages.id(701), false, "This script is for users who are logged in. Log in first.");
    }

    public static AccessRefusedException notInRole() {
        return new AccessRefusedException(
                ScriptingMessages.id(702), true, "This script is for other users. Ask for a role that it names.");
    }

    public static AccessRefusedException tooManySessions(int limit) {
        return new AccessRefusedException(
                ScriptingMessages.id(703),
                true,
                "The user has %d sessions already, which is the limit. End one of them first.".formatted(limit));
    }

    public static ScriptingException loginFailed(Throwable cause) {
        return new ScriptingException(
                ScriptingMessages.id(704),
                ErrorCode.LOGIN_FAILED,
                "The login was refused: wrong name or password, or somebody is logged in already.",
                cause);
    }

    public static ScriptingException logoutFailed(Throwable cause) {
        return new ScriptingException(
                ScriptingMessages.id(705), ErrorCode.INTERNAL, "The logout failed. See the server's log.", cause);
    }

    public static ScriptingException notAdministrator() {
        return ScriptingMessages.of(
                706,
                ErrorCode.FORBIDDEN,
                "Sessions of users are shown to the role that scripting.sessions.admin-role names. Log in with it.");
    }

    public static ScriptingException notUnsealed(String name, Throwable cause) {
        return new ScriptingException(
                ScriptingMessages.id(707),
                ErrorCode.SEALED_VALUE,
                "The sealed value of %s cannot be opened: it was changed, or its key is gone. Remove the attribute, or bring"
                                .formatted(ScriptingMessages.shortened(name))
                        + " the key back into the keyset.",
                cause);
    }
}
