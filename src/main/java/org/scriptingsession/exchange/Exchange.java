// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.config.ResponseConfig;
import org.scriptingsession.error.Failure;
import org.scriptingsession.error.LogText;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.server.SessionServer;

/**
 * One HTTP call, or the part of a call that a component forwards, includes or dispatches: the request, the response whose end
 * waits, and when the call began.
 *
 * <p>The current exchange is in the thread, and not looked up by JAX-RS and CDI: their look-ups, one for each {@code @Context}
 * parameter and each call of an injected request, were a tenth of the whole time of a short script on Payara.
 */
public final class Exchange {
    private static final ThreadLocal<Exchange> CURRENT = new ThreadLocal<>();

    private final HttpServletRequest request;
    private final HttpServletResponse containerResponse;
    private final ExchangeResponse response;
    private final ClientPace pace;
    private final SessionServer server;
    private final OpenCalls calls;
    private final long begun = System.nanoTime();

    /** Zero for a part of a call, and for a call that is dispatched: the container has begun with it before. */
    private long waitedNanos;

    private boolean loggedIn;
    private final Map<Mistake, Failure> refusals = new HashMap<>();
    private ScriptingException failure;
    private boolean scriptEnded;

    /** Whether the server completes the response when this thread has left the call. */
    private boolean completedLater;

    /** Whether the request had a session when it was admitted; what is not known counts as one. */
    private boolean hadSession = true;

    /** The id that this call has given its session; null when it has given none. */
    private String givenId;

    private Exchange(
            HttpServletRequest request,
            HttpServletResponse container,
            ExchangeResponse response,
            ClientPace pace,
            SessionServer server,
            OpenCalls calls) {
        this.request = request;
        this.containerResponse = container;
        this.response = response;
        this.pace = pace;
        this.server = server;
        this.calls = calls;
    }

    /**
     * A call that begins now, and whose response ends when the exchange is completed.
     *
     * @param server which may share the session with other nodes
     * @param calls of the application
     */
    public static Exchange begin(
            HttpServletRequest request, HttpServletResponse response, SessionServer server, OpenCalls calls) {
        ClientPace pace = new ClientPace(calls);
        ExchangeResponse held = new ExchangeResponse(response, server.sharesSessions() ? request : null, true, pace);
        Exchange call = new Exchange(request, response, held, pace, server, calls);
        call.waitedNanos = server.waitedNanos(request);
        return call;
    }

    /** A part of a call: what a component has forwarded or included, or an error page. Its response ends as components end it. */
    public static Exchange part(HttpServletRequest request, HttpServletResponse response, SessionServer server) {
        // a part never goes on without a thread
        ClientPace pace = new ClientPace(null);
        Exchange part =
                new Exchange(request, response, new ExchangeResponse(response, null, false, pace), pace, server, null);
        part.hadSession = current().map(whole -> whole.hadSession).orElse(true);
        return part;
    }

    /** The part of this call that a component has dispatched; its response is that of the call, unless it brings another. */
    public Exchange dispatched(HttpServletRequest dispatch, HttpServletResponse given) {
        return given == containerResponse
                ? new Exchange(dispatch, given, response, pace, server, calls)
                : part(dispatch, given, server);
    }

    /** This call, which has waited and goes on with a dispatch of the container's. */
    public Exchange resumed(HttpServletRequest dispatch) {
        Exchange resumed = new Exchange(dispatch, containerResponse, response, pace, server, calls);
        resumed.hadSession = hadSession;
        resumed.givenId = givenId;
        return resumed;
    }

    /** The exchange that this thread serves; empty outside a request of the application. */
    public static Optional<Exchange> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Whether the response that this thread serves is committed; false outside a request of the application. */
    public static boolean isCommitted() {
        return current().filter(exchange -> exchange.response.isCommitted()).isPresent();
    }

    /** To be called when the request was admitted, with a session or without, before components serve it. */
    public void admitted(boolean session) {
        loggedIn = request.getUserPrincipal() != null;
        hadSession = session;
    }

    /** To be called when this call has given its session another id. */
    public void idGiven(String id) {
        givenId = id;
    }

    /** Whether the call came with this id of its session, or has given it. */
    public boolean knows(String id) {
        return id.equals(givenId) || id.equals(request.getRequestedSessionId()) || hasBegun(id);
    }

    /** Whether this call has begun the session with an id: nobody else can know it before the response is committed. */
    public boolean hasBegun(String id) {
        return !hadSession && !id.equals(request.getRequestedSessionId());
    }

    /** Lets the components serve the request; meanwhile this exchange is the thread's. */
    public void serve(FilterChain chain) throws IOException, ServletException {
        Runnable threadCleanup = server.threadCleanup();
        Exchange outer = CURRENT.get();
        CURRENT.set(this);
        try {
            chain.doFilter(request, response);
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
            threadCleanup.run();
        }
        if (failure != null && isIncluded()) {
            // the exception that each server passes on as it is, whatever dispatches
            throw new ServletException(failure.getMessage(), failure);
        }
    }

    /** Whether this is what a component includes: its error is the component's, and there is no answer of its own. */
    public boolean isIncluded() {
        return request.getDispatcherType() == DispatcherType.INCLUDE;
    }

    /** To be called when a script has failed, or is refused; {@link #serve} throws the error to who has included the script. */
    public void fail(ScriptingException error) {
        failure = error;
    }

    /** The error of the script, which nobody has begun to answer; empty for none, and for one that who includes it gets. */
    public Optional<ScriptingException> unanswered() {
        return isIncluded() ? Optional.empty() : Optional.ofNullable(failure);
    }

    /** Lets the client see the end of the response, unless the server does so, later, when the server has stored the session. */
    public void complete() throws IOException {
        completedLater = server.completes(response) && !isAsync();
        if (!completedLater) {
            response.complete(request);
        }
    }

    /**
     * Lets a script that writes the response run ahead of its client. No other component must have the response afterwards.
     *
     * @param limits past which the script waits
     * @param patience how long it waits for a client that takes nothing
     * @param pause stops the script's clock; what it returns is to be run when the clock goes on
     */
    public void runAhead(ResponseConfig limits, Duration patience, Supplier<Runnable> pause) {
        if (!isAsync()) {
            Runnable cut = () -> server.cut(request);
            pace.runAhead(new ClientPace.Limits(limits, directory(), patience, pause, () -> server.flow(request), cut));
        }
    }

    /** Where files are made that last no longer than the call. */
    public File directory() {
        return (File) request.getServletContext().getAttribute(ServletContext.TEMPDIR);
    }

    /** To be called before an error is answered: that a client does not take the answer is no line of a log. */
    public void answersError() {
        pace.fail();
        failure = isIncluded() ? failure : null;
    }

    /** To be called when the script has ended: nothing of it waits for the client any more. */
    public void scriptEnded() {
        scriptEnded = true;
        pace.scriptEnded();
    }

    /** Whether a script has served the call and ended well: nobody has anything to add to its response. */
    public boolean isServedByScript() {
        return scriptEnded && response.isFinished();
    }

    /** Lets the client have what a script has written, before another thread goes on with the request. */
    public void finishPace() throws IOException {
        pace.finish(null);
    }

    /** To be called when the call has ended: what was not sent by then is not sent any more, and the client is told by a cut. */
    public void end() {
        if (!completedLater) {
            response.drop();
        }
    }

    /** Keeps the reason for which something was refused: the error that a script makes of it has no status of HTTP. */
    public static Failure refused(Failure reason) {
        current().ifPresent(exchange -> exchange.refusals.put(reason.mistake(), reason));
        return reason;
    }

    /** The refusal whose reason a message tells; empty when it tells of something else. */
    public Optional<Failure> refusal(String message) {
        // a script's error shows on one line what the refusal says
        String shown = LogText.oneLine(message);
        return refusals.values().stream()
                .filter(reason -> shown.contains(LogText.oneLine(reason.getMessage())))
                .findFirst();
    }

    /** Whether a component goes on with the request in another thread. */
    public boolean isAsync() {
        return request.isAsyncStarted();
    }

    /** Whether a user was logged in when the request was admitted, and none is now. */
    public boolean isLoggedOut() {
        return loggedIn && request.getUserPrincipal() == null;
    }

    /** The response as components get it. */
    public ExchangeResponse response() {
        return response;
    }

    /** The request as the filters before left it, or the container made it. */
    public HttpServletRequest request() {
        return request;
    }

    /** The response as the filters before left it, or the container made it: it is committed when the client has a part of it. */
    public HttpServletResponse containerResponse() {
        return containerResponse;
    }

    /** The server that serves it: the injected one is a proxy, each call of which is a look-up and a reflective invocation. */
    public SessionServer server() {
        return server;
    }

    /** The calls of the application that have not ended. */
    public OpenCalls calls() {
        return calls;
    }

    /** How long the call has waited for a thread of the server before it began. */
    public long waitedNanos() {
        return waitedNanos;
    }

    /** When the call began, by {@link System#nanoTime}. */
    public long begun() {
        return begun;
    }
}
