// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.session;

import org.scriptingsession.api.ScriptingSession;

import jakarta.servlet.http.HttpServletRequest;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.seal.AttributeSeal;
import org.scriptingsession.value.AttributeNames;
import org.scriptingsession.value.AttributeValues;

/** Makes the product's session without CDI, for the benchmark in another package. */
public final class BenchSessions {
    private BenchSessions() {}

    public static ScriptingSession of(HttpServletRequest request, ScriptingConfig config) {
        HeldSession held = new HeldSession(request, request.getSession(false), () -> {});
        SessionAttributes attributes = new SessionAttributes(
                held,
                config,
                new AttributeNames(config),
                new AttributeValues(config),
                new AttributeSeal(config),
                new SessionRandom());
        return new ServletScriptingSession(request, held, attributes, new SessionLocks(), config);
    }
}
