// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The container's HTTP session of the current call, the same that scripts import from {@code sdk/http}: inject it into any
 * EE component with {@code @Inject ScriptingSession session}.
 *
 * <p>Reads never create a session. {@link #setAttribute}, {@link #getId}, {@link #getCreationTime},
 * {@link #getLastAccessedTime}, {@link #getMaxInactiveInterval}, {@link #setMaxInactiveInterval}, {@link #isNew},
 * {@link #set}, {@link #update} and {@link #changeId} create one on demand. Entries of the container and of frameworks
 * (CDI, Faces, ...) are neither listed nor read nor set.
 *
 * <p>Dead stays dead: once the session of this call was invalidated, here or by a concurrent call, or has expired, every
 * method but {@link #isValid} and {@link #invalidate} throws a {@link org.scriptingsession.api.ScriptingException} with
 * the code {@code SESSION_INVALIDATED}; no new session takes its place in the same call. Outside an HTTP call they throw
 * {@code NO_HTTP_CALL}. Where a session must be created after the response was committed they throw
 * {@code RESPONSE_COMMITTED}.
 *
 * <p>Names are strings of 1 to 1024 characters ({@code INVALID_NAME}).
 *
 * <p>A value is a String, Boolean, finite Number, {@link java.util.Date}, {@link Instant} (kept to the millisecond), a List or a
 * Map with String keys of these and null, nested up to 64 levels; or a record or bean, which becomes a Map as Jakarta JSON
 * Binding writes it, dates in it as text. The session holds immutable JDK types only: String, Boolean, Integer, Long, Double,
 * Date, and unmodifiable Lists and Maps. A number with more digits than one of these keeps is refused.
 */
public interface ScriptingSession {
    /** Whether this is an HTTP call whose session is not dead; true also when there is no session yet. Never throws. */
    boolean isValid();

    /**
     * The attribute as text: numbers and booleans as ECMAScript prints them, dates as ISO 8601, Lists and Maps as JSON, other
     * types by their {@code toString}; empty when absent or without a session.
     */
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
     * Stores a value; null removes the attribute.
     *
     * @return what {@link #getAttribute} would now return
     * @throws org.scriptingsession.api.ScriptingException INVALID_VALUE for another type, with the place of the offender;
     *     LIMIT_EXCEEDED when the value or the session becomes larger than the settings allow; the session is then as it was
     */
    Optional<String> setAttribute(String name, Object value);

    /** Removes an attribute and returns it as text; empty when it was absent. Never creates a session. */
    Optional<String> removeAttribute(String name);

    /**
     * Sets how long this session alone may stay unused.
     *
     * @param interval whole seconds above zero; zero or less, which never expires, only where the setting
     *     {@code scripting.session.never-expires} is {@code allow}
     * @throws org.scriptingsession.api.ScriptingException INVALID_INTERVAL for anything else
     */
    void setMaxInactiveInterval(Duration interval);

    /** The attribute as the session holds it; empty when absent or without a session. */
    Optional<Object> get(String name);

    /**
     * The attribute as a type: itself when it is one, else as Jakarta JSON Binding reads it, such as a record or bean from a
     * Map, or an {@link Instant} from a date; empty when absent or without a session.
     *
     * @throws org.scriptingsession.api.ScriptingException INVALID_VALUE when it cannot be one
     */
    <T> Optional<T> get(String name, Class<T> type);

    /** As {@link #setAttribute}, without the text. */
    void set(String name, Object value);

    /** Whether there is such an attribute. */
    boolean has(String name);

    /** Removes an attribute; returns whether there was one. Never creates a session. */
    boolean delete(String name);

    /**
     * Stores what the function makes of the attribute's value, so that of concurrent updates, of scripts and Java components
     * alike, none is lost: no other update of the same session runs meanwhile in this JVM. In a cluster this holds as long as
     * the requests of a session go to one node. A function that throws changes nothing; it may update other attributes of the
     * same session. Waits for other updates at most as long as {@code scripting.timeout} says.
     *
     * @param function given the value as {@link #get} would return it, null when absent; returns the next value, null to remove
     *     the attribute. Keep it short: nobody else updates the session meanwhile
     * @return the value now stored; null when it was removed
     * @throws org.scriptingsession.api.ScriptingException LOCK_TIMEOUT when other updates took too long, and what
     *     {@link #setAttribute} throws
     */
    Object update(String name, UnaryOperator<Object> function);

    /**
     * As {@link #update(String, UnaryOperator)}.
     *
     * @param patience how long to wait for other updates
     */
    Object update(String name, Duration patience, UnaryOperator<Object> function);

    /**
     * Gives the session a new id and keeps its attributes ({@code HttpServletRequest.changeSessionId}), against session
     * fixation: call it whenever the user gains rights.
     *
     * @return the new id
     * @throws org.scriptingsession.api.ScriptingException RESPONSE_COMMITTED when the client could not learn it any more
     */
    String changeId();
}
