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
    private final HttpServletRequest request;
    private final ScriptingConfig config;
    private final AttributeNames names;
    private final AttributeValues values;
    private final SessionLocks locks;
    private final AttributeSeal seal;
    private final SessionRandom random;
    private final SessionLimit limit;

    /** For the client proxy alone. */
    ScriptingSessionProducer() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    ScriptingSessionProducer(
            HttpServletRequest request,
            ScriptingConfig config,
            AttributeNames names,
            AttributeValues values,
            SessionLocks locks,
            AttributeSeal seal,
            SessionRandom random,
            SessionLimit limit) {
        this.request = request;
        this.config = config;
        this.names = names;
        this.values = values;
        this.locks = locks;
        this.seal = seal;
        this.random = random;
        this.limit = limit;
    }

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
