// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.testkit;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.spi.Context;
import jakarta.enterprise.context.spi.Contextual;
import jakarta.enterprise.context.spi.CreationalContext;
import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Beans that live as long as a session. CDI SE has no such scope; here it is the client's, until its session ends. */
record ClientScope(Class<? extends Annotation> scope) implements Context {
    @Override
    public Class<? extends Annotation> getScope() {
        return scope;
    }

    @Override
    public boolean isActive() {
        return ScriptClient.current().isPresent();
    }

    @Override
    public <T> T get(Contextual<T> contextual, CreationalContext<T> creation) {
        return instances().get(contextual, creation);
    }

    @Override
    public <T> T get(Contextual<T> contextual) {
        return instances().get(contextual, null);
    }

    private static Instances instances() {
        return ScriptClient.current()
                .orElseThrow(ContextNotActiveException::new)
                .instances();
    }

    /** Those of one client. */
    static final class Instances {
        private final Map<Contextual<?>, Made<?>> made = new ConcurrentHashMap<>();

        /** @param creation null to make none */
        @SuppressWarnings("unchecked")
        <T> T get(Contextual<T> contextual, CreationalContext<T> creation) {
            Made<T> found = (Made<T>) made.get(contextual);
            if (found == null && creation != null) {
                // a test's client asks in one thread; making a bean may make others, which computeIfAbsent forbids
                found = new Made<>(contextual, contextual.create(creation), creation);
                made.put(contextual, found);
            }
            return found == null ? null : found.instance;
        }

        /** Their session is over. */
        void destroy() {
            made.values().forEach(Made::destroy);
            made.clear();
        }
    }

    private record Made<T>(Contextual<T> contextual, T instance, CreationalContext<T> creation) {
        void destroy() {
            contextual.destroy(instance, creation);
        }
    }
}
