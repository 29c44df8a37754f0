// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.payara;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.scriptingsession.error.Failure;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.error.NotStoredException;
import org.scriptingsession.server.ServerMembers;
import org.scriptingsession.server.SessionServer.ResponseEnd;
import org.scriptingsession.server.Standstill;
import org.scriptingsession.server.StartingApplication.Refusal;

/** Stands before and after each request of the application, in the place of Payara's valve. */
record PayaraValve(
        PayaraSessions sessions,
        PayaraFinder finder,
        PayaraStore store,
        GridMembership membership,
        Standstill standstill,
        Refusal refusal) {
    private static final String UNDER_WAY = RequestUnderWay.class.getName();
    private static final int GO_ON = 1;
    private static final int END = 2;

    private static final ThreadLocal<RequestUnderWay> CURRENT = new ThreadLocal<>();

    /** A request, from before it finds its session until that is stored. */
    static final class RequestUnderWay {
        /** By {@link System#nanoTime}. */
        final long begun = System.nanoTime();

        /** Payara's object. */
        final Object request;

        /** Whether the request has ended a session, or changed its id. */
        private boolean changedIds;

        /** To be completed; null when no component has served the request. */
        ResponseEnd response;

        /** Why the other nodes were not told of an end or a new id; null when they were. */
        RuntimeException problem;

        private RequestUnderWay(Object request) {
            this.request = request;
        }

        private void drop() {
            if (response != null) {
                response.drop();
            }
        }
    }

    /** The request of this thread; null for none. */
    RequestUnderWay current() {
        return CURRENT.get();
    }

    /**
     * Does what other nodes must hear of, in a listener. The container logs what its listeners throw, and goes on as if
     * nothing had happened: the answer to this thread's request must tell.
     */
    void tellingOthers(Runnable work) {
        RequestUnderWay underWay = CURRENT.get();
        if (underWay == null) {
            work.run();
            return;
        }
        try {
            work.run();
        } catch (RuntimeException e) {
            underWay.problem = e;
        }
        underWay.changedIds = true;
    }

    /** This valve as Payara knows valves. */
    Object proxy() {
        return ServerMembers.proxy(
                sessions.valve,
                Map.of(
                        "getInfo", none -> "org.scriptingsession",
                        "invoke", arguments -> before(arguments[0], arguments[1]),
                        "postInvoke", arguments -> after(arguments[0], arguments[1])));
    }

    private int before(Object request, Object response) throws IOException {
        HttpServletRequest http = sessions.httpRequest.on(request);
        RequestUnderWay begun = new RequestUnderWay(request);
        CURRENT.set(begun);
        // an asynchronous request ends in another thread
        http.setAttribute(UNDER_WAY, begun);
        try {
            // a request without a session is refused as well: a balancer's health check has none
            if (standstill.isRecent() || membership.isApart()) {
                throw Mistake.STOOD_STILL.with();
            }
            if (sessions.requestedId.on(request) != null) {
                finder.find(request);
            }
            return GO_ON;
        } catch (RuntimeException e) {
            CURRENT.remove();
            http.removeAttribute(UNDER_WAY);
            refuse(http, response, e);
            return END;
        }
    }

    private Object after(Object request, Object response) throws IOException {
        HttpServletRequest http = sessions.httpRequest.on(request);
        RequestUnderWay underWay = (RequestUnderWay) http.getAttribute(UNDER_WAY);
        http.removeAttribute(UNDER_WAY);
        if (CURRENT.get() == underWay) {
            CURRENT.remove();
        }
        try {
            Object session = sessions.sessionOf.on(request, false);
            sessions.forgetVersions(request);
            // without one, before() has refused the request
            if (underWay != null) {
                finish(underWay, session, http, response);
            }
        } finally {
            if (underWay != null) {
                underWay.drop();
            }
        }
        return null;
    }

    private void finish(RequestUnderWay underWay, Object session, HttpServletRequest http, Object response)
            throws IOException {
        try {
            finish(underWay, session);
        } catch (RuntimeException e) {
            underWay.drop();
            refuse(http, response, e);
        }
    }

    private void finish(RequestUnderWay underWay, Object session) throws IOException {
        if (underWay.problem != null) {
            throw underWay.problem;
        }
        if (session != null && sessions.isValid.on(session)) {
            store.store(session, underWay.begun);
        } else if (underWay.changedIds && standstill.since(underWay.begun)) {
            throw Mistake.STOOD_STILL.with();
        }
        if (underWay.response != null) {
            underWay.response.complete();
        }
    }

    private void refuse(HttpServletRequest request, Object response, RuntimeException problem) throws IOException {
        Failure known = problem instanceof NotStoredException ours ? ours : Mistake.GRID_UNREACHABLE.because(problem);
        refusal.answer(request, (HttpServletResponse) sessions.httpResponse.on(response), known);
    }
}
