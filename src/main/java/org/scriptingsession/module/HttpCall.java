// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.module;

import java.time.Duration;
import org.scriptingsession.api.ScriptingSession;
import org.scriptingsession.api.SessionRegistry;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.exchange.ScriptingRequest;
import org.scriptingsession.exchange.ScriptingResponse;
import org.scriptingsession.guard.UserLogin;

/** What a running script reaches: the session, request and response of one HTTP call, or of none. */
public final class HttpCall {
    private static final Duration TIME_TO_ANSWER = Duration.ofMillis(200);

    private final String scriptPath;
    private final ScriptingSession session;
    private final ScriptingRequest request;
    private final ScriptingResponse response;
    private final UserLogin login;
    private final SessionRegistry registry;
    private final long deadlineNanos;

    /**
     * A call over HTTP.
     *
     * @param scriptPath the script that is run, such as {@code /shop/cart.mjs}
     */
    public HttpCall(
            String scriptPath,
            ScriptingSession session,
            ScriptingRequest request,
            ScriptingResponse response,
            UserLogin login,
            SessionRegistry registry) {
        this(scriptPath, session, request, response, login, registry, 0);
    }

    private HttpCall(
            String scriptPath,
            ScriptingSession session,
            ScriptingRequest request,
            ScriptingResponse response,
            UserLogin login,
            SessionRegistry registry,
            long deadlineNanos) {
        this.scriptPath = scriptPath;
        this.session = session;
        this.request = request;
        this.response = response;
        this.login = login;
        this.registry = registry;
        this.deadlineNanos = deadlineNanos;
    }

    /** A run outside HTTP: nothing is valid, and all else throws NO_HTTP_CALL. */
    public static HttpCall none(String scriptPath) {
        return new HttpCall(scriptPath, null, null, null, null, null);
    }

    /**
     * The same call with the time at which the script is stopped.
     *
     * @param nanos as {@link System#nanoTime} counts
     */
    public HttpCall until(long nanos) {
        return new HttpCall(scriptPath, session, request, response, login, registry, nanos);
    }

    /** How long a function of the host may wait, so that the script still has time to answer before it is stopped. */
    Duration patience() {
        long left = Math.max(0, deadlineNanos - System.nanoTime());
        return Duration.ofNanos(left - Math.min(left / 10, TIME_TO_ANSWER.toNanos()));
    }

    /** Whether there is an HTTP call at all. */
    public boolean isHttp() {
        return response != null;
    }

    /** The script that is run, without the leading slash. */
    public String scriptPath() {
        return scriptPath.substring(1);
    }

    /** The session of the call. */
    public ScriptingSession session() {
        return present(session);
    }

    /** The request of the call. */
    public ScriptingRequest request() {
        return present(request);
    }

    /** The response of the call. */
    public ScriptingResponse response() {
        return present(response);
    }

    /** Users of the call, logged in and out. */
    UserLogin login() {
        return present(login);
    }

    /** The sessions of users. */
    SessionRegistry registry() {
        return present(registry);
    }

    private static <T> T present(T part) {
        if (part == null) {
            throw Mistake.NO_HTTP_CALL.with();
        }
        return part;
    }
}
