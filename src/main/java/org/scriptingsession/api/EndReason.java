// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.api;

/** How a session ended. */
public enum EndReason {
    /** It was not used for as long as the server's configuration says. */
    EXPIRED,
    /** A script or component of the application invalidated it, or the application stopped. */
    APPLICATION,
    /** It was as old as {@code scripting.session.max-lifetime}. */
    MAX_LIFETIME,
    /** Its user began more sessions than {@code scripting.sessions.max-per-user}. */
    MAX_PER_USER,
    /** Somebody ended it through the registry of sessions. */
    REGISTRY,
    /** It was ended on another node of the cluster, whose log says why; this one has forgotten it now. */
    ELSEWHERE
}
