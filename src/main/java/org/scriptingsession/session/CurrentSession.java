// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.session;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.spi.Context;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import org.scriptingsession.api.ScriptingSession;
import org.scriptingsession.exchange.Exchange;

/**
 * Gives the {@link ScriptingSession} of the current call itself instead of a client proxy: a script asks it many times, and in
 * Weld each call through the proxy of a producer's bean is a look-up and a reflective invocation.
 */
@Dependent
public class CurrentSession {
    @Inject
    private BeanManager beans;

    @Inject
    private ScriptingSessionProducer producer;

    private volatile Bean<CallSession> bean;
    private volatile ScriptingSession outside;

    /**
     * The contextual instance, made now if this call had none yet; outside an HTTP call a session that says so. A request
     * context alone is no HTTP call: containers have one for timers, messages and asynchronous methods of enterprise beans.
     */
    public ScriptingSession get() {
        try {
            Bean<CallSession> known = bean();
            Context context = beans.getContext(RequestScoped.class);
            CallSession session = context.get(known);
            return session == null ? context.get(known, beans.createCreationalContext(known)) : session;
        } catch (ContextNotActiveException noRequest) {
            // Payara has no request context where an asynchronous request is dispatched again
            return Exchange.current()
                    .map(exchange -> (ScriptingSession) producer.kept(exchange.request()))
                    .orElseGet(this::outside);
        }
    }

    @SuppressWarnings("unchecked")
    private Bean<CallSession> bean() {
        if (bean == null) {
            bean = (Bean<CallSession>) beans.resolve(beans.getBeans(CallSession.class));
        }
        return bean;
    }

    private ScriptingSession outside() {
        if (outside == null) {
            outside = producer.outside();
        }
        return outside;
    }
}
