// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.request.ServletExchange;
import org.scriptingsession.value.AttributeNames;

/**
 * Gives each HTTP call its {@link ScriptingSession}, made around the container's {@code HttpSession}.
 *
 * <p>The {@code HttpSession} is taken from the request and not by {@code @Inject HttpSession}: that proxy creates a session
 * at its first use, a read included, and leaves an entry of Weld's own in it.
 */
@ApplicationScoped
class ScriptingSessionProducer {
    private final HttpServletRequest request;
    private final ScriptingConfig config;
    private final AttributeNames names;

    /** For the client proxy alone. */
    ScriptingSessionProducer() {
        this(null, null, null);
    }

    @Inject
    ScriptingSessionProducer(HttpServletRequest request, ScriptingConfig config, AttributeNames names) {
        this.request = request;
        this.config = config;
        this.names = names;
    }

    @Produces
    @RequestScoped
    @Named("scriptingSession")
    ScriptingSession session() {
        HttpServletRequest current =
                ServletExchange.current().map(ServletExchange::request).orElse(request);
        try {
            return new ServletScriptingSession(current, current.getSession(false), config, names);
        } catch (IllegalStateException noServletRequest) {
            // a request scope without HTTP: a timer, a message, an asynchronous task
            return new DetachedScriptingSession();
        }
    }
}
