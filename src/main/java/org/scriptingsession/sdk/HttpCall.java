// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.sdk;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.scriptingsession.api.ScriptingSession;
import org.scriptingsession.api.SessionRegistry;
import org.scriptingsession.bean.BeanInstances;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.exchange.request.ScriptingRequest;
import org.scriptingsession.exchange.response.ScriptingResponse;
import org.scriptingsession.guard.UserLogin;

/**
 * What a running script reaches: the session, request and response of one HTTP call, or of none. Each part of an HTTP call throws
 * NO_HTTP_CALL where there is none.
 *
 * @param scriptPath the script that is run, such as {@code /shop/cart.mjs}
 * @param login users of the call, logged in and out
 * @param registry the sessions of users
 * @param beans those of the application that the run has called
 * @param deadlineNanos when the script is stopped, as {@link System#nanoTime} counts
 * @param console the script's
 */
public record HttpCall(
        String scriptPath,
        ScriptingSession session,
        ScriptingRequest request,
        ScriptingResponse response,
        UserLogin login,
        SessionRegistry registry,
        BeanInstances beans,
        LongSupplier deadlineNanos,
        RunConsole console) {
    private static final Duration TIME_TO_ANSWER = Duration.ofMillis(200);

    /** A call whose deadline is not known yet. */
    public HttpCall(
            String scriptPath,
            ScriptingSession session,
            ScriptingRequest request,
            ScriptingResponse response,
            UserLogin login,
            SessionRegistry registry) {
        this(
                scriptPath,
                session,
                request,
                response,
                login,
                registry,
                new BeanInstances(),
                () -> 0,
                new RunConsole(new RunLog(scriptPath)));
    }

    /** A run outside HTTP. */
    public static HttpCall none(String scriptPath) {
        return new HttpCall(scriptPath, null, null, null, null, null);
    }

    /** The same call with the time at which the script is stopped, as {@link System#nanoTime} counts. */
    public HttpCall until(LongSupplier nanos) {
        return new HttpCall(scriptPath, session, request, response, login, registry, beans, nanos, console);
    }

    /** How long a function of the host may wait, so that the script still has time to answer before it is stopped. */
    Duration patience() {
        long left = Math.max(0, deadlineNanos.getAsLong() - System.nanoTime());
        return Duration.ofNanos(left - Math.min(left / 10, TIME_TO_ANSWER.toNanos()));
    }

    /** The same call for a script that a component calls while it is served: the response is left to the component. */
    public HttpCall inner(String path) {
        return new HttpCall(path, session, request, null, login, registry);
    }

    /** Whether there is an HTTP call at all. */
    public boolean isHttp() {
        return session != null;
    }

    /** Whether the response is the script's to write. */
    boolean hasResponse() {
        return response != null;
    }

    /** To be called before anything is done for the script that takes time, or sees whether the response is committed. */
    void sendFlushed() {
        if (response != null) {
            response.sendFlushed();
        }
    }

    @Override
    public ScriptingSession session() {
        return present(session);
    }

    @Override
    public ScriptingRequest request() {
        return present(request);
    }

    @Override
    public ScriptingResponse response() {
        return present(response);
    }

    @Override
    public UserLogin login() {
        return present(login);
    }

    @Override
    public SessionRegistry registry() {
        return present(registry);
    }

    private static <T> T present(T part) {
        if (part == null) {
            throw Mistake.NO_HTTP_CALL.with();
        }
        return part;
    }
}
