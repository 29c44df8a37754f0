// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * All that a server must be told, or asked, about sessions and connections beyond Jakarta Servlet. The defaults are right for an
 * application on one node, whose sessions are in memory.
 */
public interface SessionServer {
    /** The end of a response, which the client does not see before the session is stored. */
    interface ResponseEnd {
        /** Lets the client see it. */
        void complete() throws IOException;

        /** To be called when it is not completed, or after: what the client has not got, it does not get. */
        void drop();
    }

    /** Whether other nodes serve the sessions as well, so that the end of a response waits until its session is stored. */
    default boolean sharesSessions() {
        return false;
    }

    /**
     * To be called before a request is served, with a session or without: a balancer's health check has none.
     *
     * @throws org.scriptingsession.error.NotStoredException when this node has stood still, and its sessions may be old
     */
    default void checkSafe() {}

    /**
     * To be called when a request was served and {@link #store} has stored its session.
     *
     * @return whether the server itself completes the response, later, when it has stored the session
     */
    default boolean completes(ResponseEnd end) {
        return false;
    }

    /** Whether {@link #store} is to be called when an asynchronous request is complete; else the server does it. */
    default boolean storesWhenComplete() {
        return false;
    }

    /**
     * Stores the session of this thread's request, unless the server does it by itself before the client sees the end.
     *
     * @param begun when the request began, by {@link System#nanoTime}
     * @throws org.scriptingsession.error.NotStoredException when it was not stored
     */
    default void store(long begun) {}

    /**
     * Lets a request that found no session go on as if it had come with another id, which its session has now. A server that
     * cannot do so leaves the request without a session.
     */
    default void adopt(HttpServletRequest request, String id) {}

    /**
     * As {@link #adopt}, by the value of another session cookie that the request came with: the server may have added to the id.
     */
    default void adoptCookie(HttpServletRequest request, String value) {
        adopt(request, value);
    }

    /** How many sessions of the application this node holds; empty on a server that does not tell. */
    default OptionalInt sessions() {
        return OptionalInt.empty();
    }

    /** When the session was used last, in milliseconds: since then it is idle. A server may tell the access before that. */
    default long lastUsed(HttpSession held) {
        return held.getLastAccessedTime();
    }

    /** A session is being ended: nobody must take its id any more. */
    default void ended(HttpSession session) {}

    /**
     * The session that a component holds, as it is now: what this node read before another changed it is dead, and must not be
     * asked anything.
     *
     * @return empty when it is over, or this node has no copy of it any more
     */
    default Optional<HttpSession> current(String id, HttpSession held) {
        return isAlive(held) ? Optional.of(held) : Optional.empty();
    }

    /**
     * Ends a session that {@link #current} gave.
     *
     * @throws IllegalStateException when it is over, and belongs to this request
     */
    default void end(HttpSession held) {
        invalidate(held);
    }

    /**
     * Ends a session by its own {@code invalidate}, whatever the server fails at when it is over: Payara tells the response of
     * the request that began the session, and stumbles where that is just being cleared for another request (a
     * NullPointerException of {@code SessionTracker}).
     *
     * @throws IllegalStateException when it is over already
     */
    static void invalidate(HttpSession session) {
        try {
            session.invalidate();
        } catch (NullPointerException ofServer) {
            if (isAlive(session)) {
                throw ofServer;
            }
        }
    }

    /** Whether a session can be asked for more than its id. */
    static boolean isAlive(HttpSession session) {
        try {
            session.getCreationTime();
            return true;
        } catch (IllegalStateException over) {
            return false;
        }
    }

    /** What the nodes share beside their sessions; empty where there is one node, or no place that the server gives for it. */
    default Optional<SharedTexts> shared() {
        return Optional.empty();
    }

    /**
     * A session of the application, whichever node has served it, to be looked at and ended: no request has it thereby. Asked for
     * only where there is {@link #shared}.
     *
     * @return empty when it is over, or its first request has not stored it yet
     */
    default Optional<HttpSession> find(String id) {
        return Optional.empty();
    }

    /**
     * A session that {@link #find} does not give is over all the same once it is stored; false where the server cannot see to
     * that.
     */
    default boolean forbid(String id, int intervalSeconds) {
        return false;
    }

    /** A session has another id, and nobody must take the former one any more. */
    default void idChanged(String id) {}

    /** Whether the listener was told of this change of an id before: to be asked once each time that the listener is told. */
    default boolean isHeardAgain(String formerId, String id) {
        return false;
    }

    /**
     * Breaks the connection of a response that was begun and cannot be finished: no client takes the half for the whole. May be
     * called by another thread than the request's, while the request is being served.
     */
    void cut(ServletRequest request);

    /**
     * How fast the client takes the response, of which nothing must have been sent. Where the server does not tell, writes wait
     * for the client.
     */
    default ClientFlow flow(ServletRequest request) {
        return () -> true;
    }

    /**
     * As Servlet's {@code authenticate} of this request, which the application's authentication mechanism sees: its URL is where
     * the user goes on after a login.
     */
    default boolean authenticate(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        return request.authenticate(response);
    }

    /** Lets a component read a body of that many bytes, and see that there are more, where the server has a limit of its own. */
    default void allowBody(long maxBytes) {}

    /**
     * How long this thread's request has waited for one of the server's threads, in nanoseconds; 0 where the server does not
     * tell.
     */
    default long waitedNanos(ServletRequest request) {
        return 0;
    }

    /**
     * Whether a request that a component dispatches in another thread ({@code AsyncContext.dispatch()}) has all of the call it
     * was before: the user for all components, and for them alone, and CDI's request scope.
     */
    default boolean dispatchesWhole() {
        return false;
    }

    /**
     * Takes back what components have set in a response that is not committed, but for the session's cookie, as the session may
     * live on by it, and what lets a page of another origin read the answer.
     */
    default void reset(HttpServletRequest request, HttpServletResponse response) {
        String cookie = sessionCookie(request.getServletContext()) + '=';
        Map<String, List<String>> kept = new HashMap<>();
        for (String header : Set.copyOf(response.getHeaderNames())) {
            String name = header.toLowerCase(Locale.ROOT);
            boolean cookies = name.equals("set-cookie");
            if (cookies || name.equals("vary") || name.startsWith("access-control-")) {
                kept.put(
                        header,
                        response.getHeaders(header).stream()
                                .filter(value -> !cookies || value.startsWith(cookie))
                                .toList());
            }
        }
        response.reset();
        kept.forEach((header, values) -> values.forEach(value -> response.addHeader(header, value)));
    }

    /**
     * To be called before components serve a request, or a part of one. What it returns is to be run by the same thread when they
     * have served it, and takes from the thread what a server leaves there of an application that is stopped meanwhile.
     */
    default Runnable threadCleanup() {
        return () -> {};
    }

    /** The name of the session's cookie (Servlet 6.0, 7.1.1). */
    static String sessionCookie(ServletContext application) {
        String name = application.getSessionCookieConfig().getName();
        return name == null ? "JSESSIONID" : name;
    }

    /**
     * To be called once, when the application starts.
     *
     * @param drain is run, by any thread, before the server takes the application's components apart, on a server that tells of
     *     that moment: it takes no more calls, and waits for those that have begun
     */
    default void beforeStop(Runnable drain) {}

    /** To be called before the server stops its session manager. */
    default void close() {}
}
