// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.scriptingsession.api.ScriptingSession;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.exchange.Exchange;
import org.scriptingsession.seal.AttributeSeal;
import org.scriptingsession.value.AttributeNames;
import org.scriptingsession.value.AttributeValues;

/**
 * Gives each HTTP call its {@link ScriptingSession}, made around the container's {@code HttpSession}.
 *
 * <p>The {@code HttpSession} is taken from the request and not by {@code @Inject HttpSession}: that proxy creates a session
 * at its first use, a read included, and leaves an entry of Weld's own in it.
 */
@ApplicationScoped
class ScriptingSessionProducer {
    @Inject
    private HttpServletRequest request;

    @Inject
    private ScriptingConfig config;

    @Inject
    private AttributeNames names;

    @Inject
    private AttributeValues values;

    @Inject
    private SessionLocks locks;

    @Inject
    private AttributeSeal seal;

    @Inject
    private SessionRandom random;

    @Inject
    private SessionLimit limit;

    @Produces
    @RequestScoped
    @Named("scriptingSession")
    ScriptingSession session() {
        HttpServletRequest current = Exchange.current().map(Exchange::request).orElse(request);
        HttpSession found = null;
        try {
            found = current.getSession(false);
        } catch (IllegalStateException noServletRequest) {
            // a request scope without HTTP: a timer, a message, an asynchronous task
            current = null;
        }
        HeldSession held = new HeldSession(current, found, limit::admit);
        SessionAttributes attributes = new SessionAttributes(held, config, names, values, seal, random);
        return new ServletScriptingSession(current, held, attributes, locks, config);
    }
}
