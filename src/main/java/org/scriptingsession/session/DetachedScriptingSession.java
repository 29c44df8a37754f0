// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.api.ScriptingSession;
import org.scriptingsession.error.Mistake;

/** What a component gets outside an HTTP call: a session that says so, instead of a failing injection. */
final class DetachedScriptingSession implements ScriptingSession {
    @Override
    public boolean isValid() {
        return false;
    }

    @Override
    public Optional<String> getAttribute(String name) {
        throw refused();
    }

    @Override
    public List<String> getAttributeNames() {
        throw refused();
    }

    @Override
    public Instant getCreationTime() {
        throw refused();
    }

    @Override
    public String getId() {
        throw refused();
    }

    @Override
    public Instant getLastAccessedTime() {
        throw refused();
    }

    @Override
    public Duration getMaxInactiveInterval() {
        throw refused();
    }

    @Override
    public void invalidate() {
        // there is none to end
    }

    @Override
    public boolean isNew() {
        throw refused();
    }

    @Override
    public Optional<String> setAttribute(String name, Object value) {
        throw refused();
    }

    @Override
    public Optional<String> removeAttribute(String name) {
        throw refused();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        throw refused();
    }

    @Override
    public Optional<Object> get(String name) {
        throw refused();
    }

    @Override
    public <T> Optional<T> get(String name, Class<T> type) {
        throw refused();
    }

    @Override
    public void set(String name, Object value) {
        throw refused();
    }

    @Override
    public boolean has(String name) {
        throw refused();
    }

    @Override
    public boolean delete(String name) {
        throw refused();
    }

    @Override
    public Object update(String name, UnaryOperator<Object> function) {
        throw refused();
    }

    @Override
    public Object update(String name, Duration patience, UnaryOperator<Object> function) {
        throw refused();
    }

    @Override
    public String changeId() {
        throw refused();
    }

    private static ScriptingException refused() {
        return Mistake.NO_HTTP_CALL.with();
    }
}
