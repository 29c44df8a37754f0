// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.scriptingsession.api.ScriptingSession;

/**
 * What {@code @Inject ScriptingSession} gives, in any component and thread: each call of it goes to the session of the HTTP call
 * that is served there, or to one that says that there is none. The client proxy of the request-scoped bean itself would
 * throw CDI's ContextNotActiveException in an executor's thread, {@code isValid()} included.
 */
@ApplicationScoped
@Named("scriptingSession")
@Typed(ScriptingSession.class)
class InjectedSession implements ScriptingSession {
    @Inject
    private CurrentSession current;

    @Override
    public boolean isValid() {
        return current.get().isValid();
    }

    @Override
    public Optional<String> getAttribute(String name) {
        return current.get().getAttribute(name);
    }

    @Override
    public List<String> getAttributeNames() {
        return current.get().getAttributeNames();
    }

    @Override
    public Instant getCreationTime() {
        return current.get().getCreationTime();
    }

    @Override
    public String getId() {
        return current.get().getId();
    }

    @Override
    public Instant getLastAccessedTime() {
        return current.get().getLastAccessedTime();
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return current.get().getMaxInactiveInterval();
    }

    @Override
    public void invalidate() {
        current.get().invalidate();
    }

    @Override
    public boolean isNew() {
        return current.get().isNew();
    }

    @Override
    public Optional<String> setAttribute(String name, Object value) {
        return current.get().setAttribute(name, value);
    }

    @Override
    public Optional<String> removeAttribute(String name) {
        return current.get().removeAttribute(name);
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        current.get().setMaxInactiveInterval(interval);
    }

    @Override
    public Optional<Object> get(String name) {
        return current.get().get(name);
    }

    @Override
    public <T> Optional<T> get(String name, Class<T> type) {
        return current.get().get(name, type);
    }

    @Override
    public void set(String name, Object value) {
        current.get().set(name, value);
    }

    @Override
    public boolean has(String name) {
        return current.get().has(name);
    }

    @Override
    public boolean delete(String name) {
        return current.get().delete(name);
    }

    @Override
    public Object update(String name, UnaryOperator<Object> function) {
        return current.get().update(name, function);
    }

    @Override
    public Object update(String name, Duration patience, UnaryOperator<Object> function) {
        return current.get().update(name, patience, function);
    }

    @Override
    public String changeId() {
        return current.get().changeId();
    }
}
