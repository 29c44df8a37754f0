// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.exchange.Exchange;
import org.scriptingsession.seal.AttributeSeal;
import org.scriptingsession.value.AttributeNames;
import org.scriptingsession.value.AttributeValues;

/**
 * Gives each HTTP call its session, made around the container's {@code HttpSession}; {@link InjectedSession} hands it out.
 *
 * <p>The {@code HttpSession} is taken from the request and not by {@code @Inject HttpSession}: that proxy creates a session
 * at its first use, a read included, and leaves an entry of Weld's own in it.
 */
@ApplicationScoped
class ScriptingSessionProducer {
    private static final String KEPT = CallSession.class.getName();

    @Inject
    private BeanManager beans;

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
    @Typed(CallSession.class)
    CallSession session() {
        return session(Exchange.current().map(Exchange::request).orElseGet(this::requestBeforeExchange));
    }

    /**
     * With the request ends its session. A request context that was handed on to another thread may still hold this bean, and
     * by it a request that a server already uses for the next call.
     */
    void end(@Disposes CallSession session) {
        session.end();
    }

    /** The session where no HTTP call is served: it is not valid, and all else says so. */
    CallSession outside() {
        return session(null);
    }

    /** The session of an HTTP call that has no request context: the request keeps it. */
    CallSession kept(HttpServletRequest request) {
        if (request.getAttribute(KEPT) instanceof CallSession known) {
            return known;
        }
        CallSession made = session(request);
        request.setAttribute(KEPT, made);
        return made;
    }

    private CallSession session(HttpServletRequest request) {
        HeldSession held = new HeldSession(request, request == null ? null : request.getSession(false), limit::admit);
        SessionAttributes attributes = new SessionAttributes(held, config, names, values, seal, random);
        return new ServletScriptingSession(held, attributes, locks, config);
    }

    /**
     * The request that this thread serves, for filters and listeners that come before the exchange; null for none. The
     * container's bean is made anew, which asks the thread: the one that a handed-on request context holds may be of a call
     * that is over.
     */
    @SuppressWarnings("unchecked")
    private HttpServletRequest requestBeforeExchange() {
        Bean<HttpServletRequest> bean =
                (Bean<HttpServletRequest>) beans.resolve(beans.getBeans(HttpServletRequest.class));
        try {
            return bean.create(beans.createCreationalContext(bean));
        } catch (IllegalStateException noServletRequest) {
            // a request context without HTTP: a timer, a message, an asynchronous method
            return null;
        }
    }
}
