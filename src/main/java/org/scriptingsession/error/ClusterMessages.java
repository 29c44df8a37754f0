// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.error;

import org.scriptingsession.api.ErrorCode;
import org.scriptingsession.api.ScriptingException;

/** The catalogue's range 08xx: sessions that several nodes serve. */
public final class ClusterMessages {
    private ClusterMessages() {}

    public static NotStoredException changedElsewhere() {
        return new NotStoredException(
                801,
                "Another node changed or ended the session at the same time, and what this request changed may be lost. Look at"
                        + " the session before sending it again, and let the balancer send requests of a session to one node.",
                null);
    }

    public static NotStoredException stoodStill() {
        return new NotStoredException(
                802,
                "This node stood still for over 3 seconds, and others may have changed the session. Send the request again.",
                null);
    }

    public static NotStoredException gridUnreachable(Throwable cause) {
        return new NotStoredException(
                803,
                "The session was not found or stored where the nodes share it. Send the request again; see the server's log.",
                cause);
    }

    public static ScriptingException cannotReplicate(Throwable cause) {
        return new ScriptingException(
                ScriptingMessages.id(804),
                ErrorCode.INTERNAL,
                "Sessions of this node would differ from those of the others: the server's data grid did not answer or is off, or"
                        + " the server is of a version that is not known. Start the node again when all others are healthy, or"
                        + " deploy the WAR that is not distributable.",
                cause);
    }
}
