// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.session;

import jakarta.servlet.http.HttpServletRequest;
import org.scriptingsession.api.ScriptingSession;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.seal.AttributeSeal;
import org.scriptingsession.value.AttributeNames;
import org.scriptingsession.value.AttributeValues;

/** Makes the product's sessions without CDI, for the benchmark in another package; what CDI makes once is made once. */
public final class BenchSessions {
    private final ScriptingConfig config;
    private final AttributeNames names;
    private final AttributeValues values;
    private final AttributeSeal seal;
    private final SessionRandom random = new SessionRandom();
    private final SessionLocks locks = new SessionLocks();

    public BenchSessions(ScriptingConfig config) {
        this.config = config;
        this.names = new AttributeNames(config);
        this.values = new AttributeValues(config);
        this.seal = new AttributeSeal(config);
    }

    public ScriptingSession of(HttpServletRequest request) {
        HeldSession held = new HeldSession(request, request.getSession(false), () -> {});
        SessionAttributes attributes = new SessionAttributes(held, config, names, values, seal, random);
        return new ServletScriptingSession(held, attributes, locks, config);
    }
}
