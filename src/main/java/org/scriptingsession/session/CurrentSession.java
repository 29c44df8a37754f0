// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.spi.Context;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import org.scriptingsession.api.ScriptingSession;

/**
 * Gives the {@link ScriptingSession} of the current call itself instead of its client proxy: a script asks it many times, and
 * in Weld each call through the proxy of a producer's bean is a look-up and a reflective invocation.
 */
@ApplicationScoped
public class CurrentSession {
    @Inject
    private BeanManager beans;

    private volatile Bean<ScriptingSession> bean;

    /** The contextual instance, made now if this call had none yet; it is the one that {@code @Inject} reaches. */
    public ScriptingSession get() {
        Bean<ScriptingSession> known = bean();
        Context context = beans.getContext(RequestScoped.class);
        ScriptingSession session = context.get(known);
        return session == null ? context.get(known, beans.createCreationalContext(known)) : session;
    }

    @SuppressWarnings("unchecked")
    private Bean<ScriptingSession> bean() {
        if (bean == null) {
            bean = (Bean<ScriptingSession>) beans.resolve(beans.getBeans(ScriptingSession.class));
        }
        return bean;
    }
}
