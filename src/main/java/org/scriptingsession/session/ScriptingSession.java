// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The container's HTTP session of the current call, the same that scripts import from {@code sdk/http}: inject it into any
 * EE component with {@code @Inject ScriptingSession session}.
 *
 * <p>Reads never create a session. {@link #setAttribute}, {@link #getId}, {@link #getCreationTime},
 * {@link #getLastAccessedTime}, {@link #getMaxInactiveInterval}, {@link #setMaxInactiveInterval} and {@link #isNew} create
 * one on demand. Entries of the container and of frameworks (CDI, Faces, ...) are neither listed nor read nor set.
 *
 * <p>Dead stays dead: once the session of this call was invalidated, here or by a concurrent call, or has expired, every
 * method but {@link #isValid} and {@link #invalidate} throws a {@link org.scriptingsession.error.ScriptingException} with
 * the code {@code SESSION_INVALIDATED}; no new session takes its place in the same call. Outside an HTTP call they throw
 * {@code NO_HTTP_CALL}. Where a session must be created after the response was committed they throw
 * {@code RESPONSE_COMMITTED}.
 *
 * <p>Names are strings of 1 to 1024 characters ({@code INVALID_NAME}).
 */
public interface ScriptingSession {
    /** Whether this is an HTTP call whose session is not dead; true also when there is no session yet. Never throws. */
    boolean isValid();

    /** The attribute as text, numbers and booleans as ECMAScript prints them; empty when absent or without a session. */
    Optional<String> getAttribute(String name);

    /** The names of the application's attributes, unmodifiable; empty without a session. */
    List<String> getAttributeNames();

    /** When the session was created, to the millisecond. */
    Instant getCreationTime();

    /** The container's id of the session. */
    String getId();

    /** When the client sent the request before this one; for a new session its creation time. */
    Instant getLastAccessedTime();

    /** How long the session may stay unused, to the second, as the server's configuration set it; negative: for ever. */
    Duration getMaxInactiveInterval();

    /** Ends the session; does nothing when there is none. Does not throw. */
    void invalidate();

    /** Whether the session was created during this HTTP call. */
    boolean isNew();

    /**
     * Stores a value: a String, Boolean or finite number; null removes the attribute.
     *
     * @return what {@link #getAttribute} would now return
     * @throws org.scriptingsession.error.ScriptingException INVALID_VALUE for another type; LIMIT_EXCEEDED when the value
     *     or the session becomes larger than the settings allow; the session is then as it was
     */
    Optional<String> setAttribute(String name, Object value);

    /** Removes an attribute and returns it as text; empty when it was absent. Never creates a session. */
    Optional<String> removeAttribute(String name);

    /**
     * Sets how long this session alone may stay unused.
     *
     * @param interval whole seconds above zero; zero or less, which never expires, only where the setting
     *     {@code scripting.session.never-expires} is {@code allow}
     * @throws org.scriptingsession.error.ScriptingException INVALID_INTERVAL for anything else
     */
    void setMaxInactiveInterval(Duration interval);
}
