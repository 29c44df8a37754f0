// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.error;

/** The catalogue's range 08xx: sessions that several nodes serve. */
public final class ClusterMessages {
    private ClusterMessages() {}

    public static ScriptingException changedElsewhere() {
        return ScriptingMessages.of(
                801,
                ErrorCode.INTERNAL,
                "Another node changed the session at the same time, and this request was not stored. Send it again, and let the"
                        + " balancer send all requests of a session to one node.");
    }

    public static ScriptingException stoodStill() {
        return ScriptingMessages.of(
                802,
                ErrorCode.INTERNAL,
                "This node stood still for over 3 seconds, and others may have changed the session. Send the request again.");
    }

    public static ScriptingException gridUnreachable(Throwable cause) {
        return new ScriptingException(
                ScriptingMessages.id(803),
                ErrorCode.INTERNAL,
                "The session was not stored where other nodes find it. Send the request again; see the server's log.",
                cause);
    }
}
