// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.session;

import jakarta.servlet.http.HttpServletRequest;
import org.scriptingsession.api.ScriptingSession;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.seal.AttributeSeal;
import org.scriptingsession.value.AttributeNames;
import org.scriptingsession.value.AttributeValues;

/** The session of a call that no client has sent. */
public final class StandInSession {
    private StandInSession() {}

    /** As scripts see the session of this request, whether a container has made it or not. */
    public static ScriptingSession of(HttpServletRequest request, ScriptingConfig config) {
        HeldSession held = new HeldSession(request, request.getSession(false), () -> {});
        SessionLocks locks = new SessionLocks();
        SessionAttributes attributes = new SessionAttributes(
                held,
                config,
                new AttributeNames(config),
                new AttributeValues(config),
                new AttributeSeal(config),
                new SessionRandom(locks, config));
        return new ServletScriptingSession(held, attributes, locks, config);
    }
}
