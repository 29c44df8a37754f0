// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.error;

import java.time.Duration;
import org.scriptingsession.api.ErrorCode;
import org.scriptingsession.api.ScriptingException;

/**
 * The catalogue: one factory for each mistake, named after it. Every message says what to do. The range 06xx is in
 * {@link ValueMessages}, 07xx in {@link GuardMessages}.
 */
public final class ScriptingMessages {
    private static final int LONGEST_QUOTED = 64;

    private ScriptingMessages() {}

    static ScriptingException of(int number, ErrorCode code, String message) {
        return new ScriptingException(id(number), code, message, null);
    }

    static String id(int number) {
        return "SCRIPTING-%04d".formatted(number);
    }

    /** A name or type that a script chose, so that a huge one makes no huge message. */
    public static String shortened(String text) {
        return text.length() > LONGEST_QUOTED ? text.substring(0, LONGEST_QUOTED) + "..." : text;
    }

    // 01xx settings

    public static InvalidSettingException invalidSetting(String name, String text, String expected, Throwable cause) {
        return new InvalidSettingException(
                id(101), "The setting %s is \"%s\"; give %s.".formatted(name, text, expected), cause);
    }

    // 02xx scripts and deployment

    public static ScriptNotFoundException noScript() {
        return new ScriptNotFoundException(
                id(201),
                "There is no script at this path. Scripts end in .mjs or .js; a name that begins with _ or . is not"
                        + " reachable by URL.",
                null);
    }

    public static ScriptFailedException syntaxError(String location, String reason) {
        return new ScriptSyntaxException(
                id(202), "%s: %s. Correct the script at this place.".formatted(location, reason));
    }

    public static ScriptFailedException importRefused(String location, String specifier) {
        return new ScriptFailedException(
                id(203),
                ("%s: import of \"%s\" is refused. Import other scripts by relative path (./ or ../) and the product's"
                                + " modules as sdk/http, sdk/http/session, sdk/http/request or sdk/http/response.")
                        .formatted(location, specifier),
                null);
    }

    public static ScriptFailedException importNotFound(String location, String specifier, String path) {
        return new ScriptFailedException(
                id(204),
                "%s: there is no script %s, imported as \"%s\". Correct the path, which is relative to the importing script."
                        .formatted(location, path, specifier),
                null);
    }

    public static ScriptFailedException exportNotFound(String location, String name, String specifier) {
        return new ScriptFailedException(
                id(205),
                "%s: \"%s\" exports no \"%s\". Correct the name or export it there."
                        .formatted(location, specifier, name),
                null);
    }

    public static ScriptFailedException scriptsClaimOnePath(String first, String second) {
        return new ScriptFailedException(
                id(206), "%s:1:1: claims the same path as %s. Rename one of them.".formatted(second, first), null);
    }

    public static ScriptFailedException unreadable(String path, Throwable cause) {
        return new ScriptFailedException(
                id(207),
                "%s:1:1: cannot be read as UTF-8 text. Check the file and its permissions.".formatted(path),
                cause);
    }

    public static ScriptFailedException scriptFailed(String location, String message, Throwable cause) {
        return new ScriptFailedException(id(208), "%s: %s".formatted(location, message), cause);
    }

    public static ScriptFailedException neverSettled(String path) {
        return new ScriptFailedException(
                id(209),
                ("%s:1:1: a top-level await never settles: nothing is left that could resolve its promise. There are no"
                                + " timers; resolve it from script code.")
                        .formatted(path),
                null);
    }

    public static ScriptFailedException accessNotReadable(String location) {
        return new ScriptFailedException(
                id(210),
                "%s: access is read without running the script. Write it in literals: export const access = { roles: [\"x\"] };"
                        .formatted(location),
                null);
    }

    // 03xx contexts and limits

    public static ScriptTimeoutException deadlinePassed(String path, Duration timeout, Throwable cause) {
        return new ScriptTimeoutException(
                id(301),
                "%s was stopped at its deadline of %s. Make it do less, or raise scripting.timeout."
                        .formatted(path, timeout),
                cause);
    }

    public static ContextsExhaustedException noFreeContext(int contexts, Duration wait) {
        return new ContextsExhaustedException(
                id(302),
                "All %d contexts were busy for %s. Try again, or raise scripting.contexts or scripting.contexts.wait."
                        .formatted(contexts, wait),
                null);
    }

    public static ScriptFailedException resourceExhausted(String path, String reason, Throwable cause) {
        return new ScriptFailedException(
                id(303), "%s:1:1: was stopped because it used too much: %s.".formatted(path, reason), cause);
    }

    // 04xx session

    public static ScriptingException noHttpCall() {
        return of(401, ErrorCode.NO_HTTP_CALL, "There is no HTTP call here. Use it only while a request is served.");
    }

    public static ScriptingException sessionInvalidated() {
        return of(
                402,
                ErrorCode.SESSION_INVALIDATED,
                "The session of this call was invalidated or has expired. Check session.isValid() first; the next"
                        + " request can begin a new session.");
    }

    public static ScriptingException sessionAfterCommit() {
        return of(
                403,
                ErrorCode.RESPONSE_COMMITTED,
                "A session cannot be created after output was sent. Touch the session (session.getId()) before the"
                        + " first flush() or large output.");
    }

    public static ScriptingException invalidAttributeName() {
        return of(404, ErrorCode.INVALID_NAME, "An attribute's name is a string of 1 to 1024 characters. Give one.");
    }

    public static ScriptingException reservedAttributeName(String name) {
        return of(
                405,
                ErrorCode.INVALID_NAME,
                "The attribute name \"%s\" belongs to the container or a framework. Choose another name."
                        .formatted(name));
    }

    public static ScriptingException invalidInterval() {
        return of(
                406,
                ErrorCode.INVALID_INTERVAL,
                "The interval is a whole number of seconds from 1 to 2147483647. Give one.");
    }

    public static ScriptingException intervalNeverExpires() {
        return of(
                407,
                ErrorCode.INVALID_INTERVAL,
                "An interval of zero or less never expires and is refused. Give one above 0 seconds, or set"
                        + " scripting.session.never-expires to allow.");
    }

    public static ScriptingException attributeTooLarge(String name, long limit) {
        return of(
                408,
                ErrorCode.LIMIT_EXCEEDED,
                "The value of %s is larger than %d bytes. Store less, or raise scripting.session.attribute.max-bytes."
                        .formatted(name, limit));
    }

    public static ScriptingException sessionTooLarge(String name, long limit) {
        return of(
                409,
                ErrorCode.LIMIT_EXCEEDED,
                "With %s the session would hold more than %d bytes. Remove attributes, or raise scripting.session.max-bytes."
                        .formatted(name, limit));
    }

    public static ScriptingException lockTimeout(String name) {
        return of(
                410,
                ErrorCode.LOCK_TIMEOUT,
                ("update(\"%s\") did not get the session's lock in time: another call of the same session updates it. Make"
                                + " the functions given to update quicker, or try again.")
                        .formatted(shortened(name)));
    }

    public static ScriptingException sessionIdAfterCommit() {
        return of(
                411,
                ErrorCode.RESPONSE_COMMITTED,
                "The session's id cannot change after output was sent: the client would not learn it. Call"
                        + " session.changeId() before the first flush() or large output.");
    }

    // 05xx request and response

    public static ScriptingException responseClosed() {
        return of(501, ErrorCode.RESPONSE_CLOSED, "The response is closed. Write before response.close().");
    }

    public static ScriptingException responseCommitted(String function) {
        return of(
                502,
                ErrorCode.RESPONSE_COMMITTED,
                "%s has no effect after output was sent. Call it before the first flush() or large output."
                        .formatted(function));
    }

    public static ScriptingException connectionLost(Throwable cause) {
        return new ScriptingException(
                id(503),
                ErrorCode.CONNECTION_LOST,
                "The client's connection broke. Stop writing; there is nobody to read.",
                cause);
    }

    public static ScriptingException invalidHeaderName() {
        return of(504, ErrorCode.INVALID_NAME, "A header's or cookie's name is a token of RFC 9110. Give one.");
    }

    public static ScriptingException serversHeader(String name) {
        return of(509, ErrorCode.INVALID_NAME, "The header %s belongs to the server. Leave it out.".formatted(name));
    }

    public static ScriptingException cookieAsHeader() {
        return of(510, ErrorCode.INVALID_NAME, "The header Set-Cookie is made by response.addCookie. Use that.");
    }

    public static ScriptingException sessionsCookie(String name) {
        return of(
                511,
                ErrorCode.INVALID_NAME,
                "The cookie %s is the session's own. Choose another name.".formatted(shortened(name)));
    }

    public static ScriptingException cookiePrefix(String name) {
        return of(
                512,
                ErrorCode.INVALID_NAME,
                ("Browsers take the cookie %s only with the attribute Secure, and with __Host- also Path=/ and no Domain."
                                + " Give it these, or another name.")
                        .formatted(shortened(name)));
    }

    public static ScriptingException invalidHeaderValue(String name) {
        return of(
                505,
                ErrorCode.INVALID_VALUE,
                "The value of %s has a character that HTTP does not allow there (CR, LF, NUL, ...). Remove it."
                        .formatted(name));
    }

    public static RequestTooLargeException requestTooLarge(long limit) {
        return new RequestTooLargeException(
                id(506),
                "The request body is larger than %d bytes. Send less, or raise scripting.request.max-bytes."
                        .formatted(limit),
                null);
    }

    public static ScriptingException invalidJson(String reason) {
        return of(507, ErrorCode.INVALID_VALUE, "The request body is not JSON: %s.".formatted(reason));
    }

    public static ScriptingException unreadableBody(Throwable cause) {
        return new ScriptingException(
                id(508), ErrorCode.CONNECTION_LOST, "The request body could not be read to its end.", cause);
    }

    // 09xx faults of the product itself

    public static ScriptingException internal(Throwable cause) {
        return new ScriptingException(
                id(901), ErrorCode.INTERNAL, "The server failed inside sdk/http. See the server's log.", cause);
    }
}
