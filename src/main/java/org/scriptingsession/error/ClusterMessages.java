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
        return refused(
                804,
                "Sessions of this node would differ from those of the others: the server's data grid did not answer or is off."
                        + " Start the node again when all others are healthy, or deploy the WAR that is not distributable.",
                cause);
    }

    public static ScriptingException otherVersion(String known, Throwable missing) {
        return refused(
                805,
                "Sessions of this node would differ from those of the others: the server is not of the version that is known, "
                        + known + ". Missing: " + missing.getMessage()
                        + ". Use that version, or deploy the WAR that is not distributable.",
                missing);
    }

    public static ScriptingException notInDataGrid(String missing, Throwable cause) {
        return refused(
                806,
                "The application is distributable, but Payara keeps its sessions in memory: there is no " + missing
                        + ". Switch the data grid on (Payara Micro without --nocluster) and deploy with"
                        + " --availabilityenabled=true, or deploy the WAR that is not distributable.",
                cause);
    }

    public static ScriptingException notShared(String where) {
        return refused(
                807,
                "The application is distributable, but WildFly keeps its sessions " + where
                        + ", where they end with this node. Use standalone-ha.xml or a cache that is replicated or stored (see"
                        + " deploy/wildfly), or deploy the WAR that is not distributable.",
                null);
    }

    public static ScriptingException unknownServer(String server) {
        return refused(
                808,
                "The application is distributable, but how its sessions are shared is known of Payara and WildFly only, not of "
                        + server + ". Use one of these, or deploy the WAR that is not distributable.",
                null);
    }

    private static ScriptingException refused(int number, String message, Throwable cause) {
        return new ScriptingException(ScriptingMessages.id(number), ErrorCode.INTERNAL, message, cause);
    }
}
