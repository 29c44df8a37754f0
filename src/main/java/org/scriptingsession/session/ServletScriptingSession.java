// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.session;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.function.UnaryOperator;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.exchange.Exchange;
import org.scriptingsession.value.AttributeValue;

/**
 * The session of one HTTP call over Jakarta Servlet. No record: its {@code toString} would tell the settings, the keyset among
 * them, to whoever logs the injected session.
 */
final class ServletScriptingSession implements CallSession {
    private final HeldSession held;
    private final SessionAttributes attributes;
    private final SessionLocks locks;
    private final ScriptingConfig config;

    ServletScriptingSession(
            HeldSession held, SessionAttributes attributes, SessionLocks locks, ScriptingConfig config) {
        this.held = held;
        this.attributes = attributes;
        this.locks = locks;
        this.config = config;
    }

    @Override
    public void end() {
        held.end();
    }

    @Override
    public boolean isValid() {
        return held.isValid();
    }

    @Override
    public Optional<String> getAttribute(String name) {
        return attributes.get(name).map(value -> AttributeValue.text(name, value));
    }

    @Override
    public List<String> getAttributeNames() {
        return attributes.names();
    }

    @Override
    public Instant getCreationTime() {
        return held.demand(session -> Instant.ofEpochMilli(session.getCreationTime()));
    }

    @Override
    public String getId() {
        return held.demand(HttpSession::getId);
    }

    @Override
    public Instant getLastAccessedTime() {
        return held.demand(session -> Instant.ofEpochMilli(session.getLastAccessedTime()));
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return held.demand(session -> {
            // Undertow answers this one for a dead session; Servlet says nothing. Dead stays dead.
            session.getCreationTime();
            return Duration.ofSeconds(session.getMaxInactiveInterval());
        });
    }

    @Override
    public void invalidate() {
        held.invalidate();
    }

    @Override
    public boolean isNew() {
        return held.demand(session -> {
            session.getCreationTime();
            return held.isCreated();
        });
    }

    @Override
    public Optional<String> setAttribute(String name, Object value) {
        return Optional.ofNullable(AttributeValue.text(name, attributes.put(name, value)));
    }

    @Override
    public Optional<String> removeAttribute(String name) {
        return attributes.remove(name).map(value -> AttributeValue.text(name, value));
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        if (interval == null || interval.getNano() != 0 || interval.getSeconds() != (int) interval.getSeconds()) {
            throw Mistake.INVALID_INTERVAL_GIVEN.with();
        }
        if (interval.getSeconds() <= 0 && !config.neverExpiresAllowed()) {
            throw Mistake.INTERVAL_NEVER_EXPIRES.with();
        }
        held.demand(session -> {
            session.getCreationTime();
            // for ever is any interval of zero or less (Servlet 6.0); Payara ends a session with zero at once
            session.setMaxInactiveInterval(interval.getSeconds() <= 0 ? -1 : (int) interval.getSeconds());
            return session;
        });
    }

    @Override
    public Optional<Object> get(String name) {
        return attributes.get(name);
    }

    @Override
    public <T> Optional<T> get(String name, Class<T> type) {
        return attributes.get(name, type);
    }

    @Override
    public void set(String name, Object value) {
        attributes.put(name, value);
    }

    @Override
    public boolean has(String name) {
        return attributes.has(name);
    }

    @Override
    public boolean delete(String name) {
        return attributes.delete(name);
    }

    @Override
    public Object update(String name, UnaryOperator<Object> function) {
        return update(name, config.timeout(), function);
    }

    @Override
    public Object update(String name, Duration patience, UnaryOperator<Object> function) {
        attributes.allowed().checkWritable(name);
        long created = held.demand(HttpSession::getCreationTime);
        return locks.hold(
                created,
                name,
                patience,
                () -> attributes.put(name, function.apply(attributes.get(name).orElse(null))));
    }

    @Override
    public String changeId() {
        if (Exchange.isCommitted()) {
            throw Mistake.SESSION_ID_AFTER_COMMIT.with();
        }
        return held.demand(session -> {
            Lock lock = locks.changingId(session.getCreationTime());
            lock.lock();
            try {
                String id = held.changeId();
                Exchange.current().ifPresent(exchange -> exchange.idGiven(id));
                return id;
            } finally {
                lock.unlock();
            }
        });
    }
}
