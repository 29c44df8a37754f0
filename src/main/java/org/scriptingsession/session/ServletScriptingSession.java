// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.error.ScriptingMessages;
import org.scriptingsession.value.AttributeNames;
import org.scriptingsession.value.AttributeValue;

/**
 * The session of one HTTP call over Jakarta Servlet.
 *
 * <p>It holds on to the session it found when the call began. Asking the request again would answer with a new session
 * once that one died, and a slow call would bring a logged-out user back.
 */
final class ServletScriptingSession implements ScriptingSession {
    private final HttpServletRequest request;
    private final ScriptingConfig config;
    private final AttributeNames names;
    private HttpSession session;
    private boolean created;
    private boolean ended;

    ServletScriptingSession(
            HttpServletRequest request, HttpSession session, ScriptingConfig config, AttributeNames names) {
        this.request = request;
        this.config = config;
        this.names = names;
        this.session = session;
        this.created = session != null && isMadeInThisCall(session);
    }

    @Override
    public boolean isValid() {
        HttpSession found = ended ? null : find();
        return !ended && (found == null || isAlive(found));
    }

    @Override
    public Optional<String> getAttribute(String name) {
        names.check(name);
        return read(session -> visible(session, name)).map(AttributeValue::text);
    }

    @Override
    public List<String> getAttributeNames() {
        return read(session -> Collections.list(session.getAttributeNames()).stream()
                        .filter(names::isApplication)
                        .toList())
                .orElse(List.of());
    }

    @Override
    public Instant getCreationTime() {
        return demand(session -> Instant.ofEpochMilli(session.getCreationTime()));
    }

    @Override
    public String getId() {
        return demand(HttpSession::getId);
    }

    @Override
    public Instant getLastAccessedTime() {
        return demand(session -> Instant.ofEpochMilli(session.getLastAccessedTime()));
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return demand(session -> {
            // Undertow answers this one for a dead session; Servlet says nothing. Dead stays dead.
            session.getCreationTime();
            return Duration.ofSeconds(session.getMaxInactiveInterval());
        });
    }

    @Override
    public void invalidate() {
        HttpSession found = ended ? null : find();
        if (found == null) {
            return;
        }
        ended = true;
        try {
            found.invalidate();
        } catch (IllegalStateException alreadyDead) {
            // another call was faster; what was asked for holds
        }
    }

    @Override
    public boolean isNew() {
        return demand(session -> {
            session.getCreationTime();
            return created;
        });
    }

    @Override
    public Optional<String> setAttribute(String name, Object value) {
        names.checkWritable(name);
        Object stored = AttributeValue.fromHost(name, value);
        if (stored == null) {
            removeAttribute(name);
            return Optional.empty();
        }
        long bytes = AttributeValue.bytes(stored);
        if (bytes > config.attributeMaxBytes()) {
            throw ScriptingMessages.attributeTooLarge(name, config.attributeMaxBytes());
        }
        demand(session -> {
            checkSum(session, name, bytes);
            session.setAttribute(name, stored);
            return session;
        });
        return Optional.of(AttributeValue.text(stored));
    }

    @Override
    public Optional<String> removeAttribute(String name) {
        names.checkWritable(name);
        return read(session -> {
                    Object removed = session.getAttribute(name);
                    session.removeAttribute(name);
                    return removed;
                })
                .map(AttributeValue::text);
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        if (interval == null || interval.getNano() != 0 || interval.getSeconds() != (int) interval.getSeconds()) {
            throw ScriptingMessages.invalidInterval();
        }
        if (interval.getSeconds() <= 0 && !config.neverExpiresAllowed()) {
            throw ScriptingMessages.intervalNeverExpires();
        }
        demand(session -> {
            session.getCreationTime();
            // for ever is any interval of zero or less (Servlet 6.0); Payara ends a session with zero at once
            session.setMaxInactiveInterval(interval.getSeconds() <= 0 ? -1 : (int) interval.getSeconds());
            return session;
        });
    }

    /** Two concurrent writes may each find room and together pass the limit by one value; nothing is lost by that. */
    private void checkSum(HttpSession session, String name, long bytes) {
        long sum = bytes;
        for (var others = session.getAttributeNames(); others.hasMoreElements(); ) {
            String other = others.nextElement();
            if (!other.equals(name)) {
                sum += AttributeValue.bytes(visible(session, other));
            }
        }
        if (sum > config.sessionMaxBytes()) {
            throw ScriptingMessages.sessionTooLarge(name, config.sessionMaxBytes());
        }
    }

    private Object visible(HttpSession session, String name) {
        return names.isApplication(name) ? session.getAttribute(name) : null;
    }

    private <T> Optional<T> read(Function<HttpSession, T> work) {
        HttpSession found = findAlive();
        return found == null ? Optional.empty() : Optional.ofNullable(guarded(found, work));
    }

    private <T> T demand(Function<HttpSession, T> work) {
        HttpSession found = findAlive();
        return guarded(found == null ? create() : found, work);
    }

    private HttpSession findAlive() {
        if (ended) {
            throw ScriptingMessages.sessionInvalidated();
        }
        return find();
    }

    /** Another component of the same call may have created the session meanwhile. */
    private HttpSession find() {
        if (session == null) {
            session = request.getSession(false);
            created = session != null;
        }
        return session;
    }

    private HttpSession create() {
        try {
            session = request.getSession(true);
        } catch (IllegalStateException committed) {
            throw ScriptingMessages.sessionAfterCommit();
        }
        created = true;
        return session;
    }

    /** Every method of {@link HttpSession} that reads or writes throws IllegalStateException once it is dead. */
    private <T> T guarded(HttpSession found, Function<HttpSession, T> work) {
        try {
            return work.apply(found);
        } catch (IllegalStateException dead) {
            ended = true;
            throw ScriptingMessages.sessionInvalidated();
        }
    }

    private static boolean isAlive(HttpSession session) {
        try {
            session.getCreationTime();
            return true;
        } catch (IllegalStateException dead) {
            return false;
        }
    }

    /**
     * Another component may have made it earlier in this call. Servlet's {@code isNew()} asks whether the client has joined,
     * which Payara may notice late; a client that sends the id has.
     */
    private boolean isMadeInThisCall(HttpSession session) {
        try {
            return session.isNew() && !session.getId().equals(request.getRequestedSessionId());
        } catch (IllegalStateException dead) {
            return false;
        }
    }
}
