// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.session;

import jakarta.servlet.http.HttpServletRequest;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.value.AttributeNames;

/** Makes the product's session without CDI, for the benchmark in another package. */
public final class BenchSessions {
    private BenchSessions() {}

    public static ScriptingSession of(HttpServletRequest request, ScriptingConfig config) {
        return new ServletScriptingSession(request, request.getSession(false), config, new AttributeNames(config));
    }
}
