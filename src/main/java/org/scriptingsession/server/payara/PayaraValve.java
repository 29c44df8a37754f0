// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.payara;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.scriptingsession.error.ClusterMessages;
import org.scriptingsession.error.NotStoredException;
import org.scriptingsession.server.Refusal;
import org.scriptingsession.server.Standstill;

/** Stands before and after each request of the application, in the place of Payara's valve. */
final class PayaraValve {
    private static final String UNDER_WAY = RequestUnderWay.class.getName();
    private static final int GO_ON = 1;
    private static final int END = 2;

    private final PayaraSessions sessions;
    private final PayaraFinder finder;
    private final PayaraStore store;
    private final GridMembership membership;
    private final Standstill standstill;
    private final Refusal refusal;

    private final ThreadLocal<RequestUnderWay> current = new ThreadLocal<>();

    PayaraValve(
            PayaraSessions sessions,
            PayaraFinder finder,
            PayaraStore store,
            GridMembership membership,
            Standstill standstill,
            Refusal refusal) {
        this.sessions = sessions;
        this.finder = finder;
        this.store = store;
        this.membership = membership;
        this.standstill = standstill;
        this.refusal = refusal;
    }

    /** The request of this thread; null for none. */
    RequestUnderWay current() {
        return current.get();
    }

    /**
     * Does what other nodes must hear of, in a listener. The container logs what its listeners throw, and goes on as if
     * nothing had happened: the answer to this thread's request must tell.
     */
    void tellingOthers(Runnable work) {
        RequestUnderWay underWay = current.get();
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
    Object proxy(PayaraMembers.Sessions members) {
        return members.valve.by(Map.of(
                "getInfo",
                none -> "org.scriptingsession",
                "invoke",
                arguments -> before(arguments[0], members.request(arguments), members.response(arguments)),
                "postInvoke",
                arguments -> after(arguments[0], members.request(arguments), members.response(arguments))));
    }

    private int before(Object request, HttpServletRequest http, HttpServletResponse response) throws IOException {
        RequestUnderWay begun = new RequestUnderWay(request);
        current.set(begun);
        // an asynchronous request ends in another thread
        http.setAttribute(UNDER_WAY, begun);
        try {
            // a request without a session is refused as well: a balancer's health check has none
            if (standstill.isRecent() || membership.isApart()) {
                throw ClusterMessages.stoodStill();
            }
            if (sessions.requestedId(request) != null) {
                finder.find(request);
            }
            return GO_ON;
        } catch (RuntimeException e) {
            current.remove();
            http.removeAttribute(UNDER_WAY);
            refuse(http, response, e);
            return END;
        }
    }

    private Object after(Object request, HttpServletRequest http, HttpServletResponse response) throws IOException {
        RequestUnderWay underWay = (RequestUnderWay) http.getAttribute(UNDER_WAY);
        http.removeAttribute(UNDER_WAY);
        if (current.get() == underWay) {
            current.remove();
        }
        Object session = sessions.session(request);
        sessions.forgetVersions(request);
        // without one, before() has refused the request
        if (underWay != null) {
            try {
                finish(underWay, session);
            } catch (RuntimeException e) {
                refuse(http, response, e);
            }
        }
        return null;
    }

    private void finish(RequestUnderWay underWay, Object session) throws IOException {
        if (underWay.problem != null) {
            throw underWay.problem;
        }
        if (session != null && sessions.isValid(session)) {
            store.store(session, underWay.begun);
        } else if (underWay.changedIds && standstill.since(underWay.begun)) {
            throw ClusterMessages.stoodStill();
        }
        if (underWay.response != null) {
            underWay.response.complete();
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, RuntimeException problem)
            throws IOException {
        NotStoredException known =
                problem instanceof NotStoredException ours ? ours : ClusterMessages.gridUnreachable(problem);
        refusal.answer(request, response, known);
    }
}
