// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.error.NotStoredException;
import org.scriptingsession.exchange.ErrorAnswer;
import org.scriptingsession.exchange.ExchangeResponse;
import org.scriptingsession.exchange.HiddenEndResponse;
import org.scriptingsession.exchange.ServletExchange;
import org.scriptingsession.server.Refusal;
import org.scriptingsession.server.SessionServer;

/**
 * Stands before every component of the application: lets the guard look at the session, and keeps the request and response at
 * hand for scripts and the session's producer.
 */
@WebFilter(
        urlPatterns = "/*",
        asyncSupported = true,
        dispatcherTypes = {
            DispatcherType.REQUEST,
            DispatcherType.FORWARD,
            DispatcherType.INCLUDE,
            DispatcherType.ERROR,
            DispatcherType.ASYNC
        })
public class SessionFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient SessionGuard guard;

    @Inject
    private transient SessionServer server;

    @Inject
    private transient Refusal refusal;

    @Inject
    private transient ErrorAnswer answer;

    /** The last moment before the container stops its session manager. */
    @Override
    public void destroy() {
        server.close();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            guarded(request, response, chain);
        } else if (request.getDispatcherType() == DispatcherType.ASYNC && LaterStore.of(request) != null) {
            dispatched(request, response, chain, LaterStore.of(request));
        } else {
            exchange(request, ExchangeResponse.of(response), chain);
        }
    }

    private void guarded(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long begun = System.nanoTime();
        ExchangeResponse ours =
                ExchangeResponse.held(server.sharesSessions() ? new HiddenEndResponse(request, response) : response);
        try {
            server.checkSafe();
            if (admitted(request, response, ours, chain, begun)) {
                if (!server.completes(ours) || request.isAsyncStarted()) {
                    ours.complete();
                }
            }
        } catch (NotStoredException notStored) {
            refusal.answer(request, response, notStored);
        } catch (IOException | ServletException | RuntimeException failure) {
            storeFailed(request, response, failure, begun);
            throw failure;
        }
    }

    /** What a component did before it failed is stored, as it is anywhere else; the container answers. */
    private void storeFailed(HttpServletRequest request, HttpServletResponse response, Exception failure, long begun) {
        try {
            server.store(begun);
        } catch (NotStoredException notStored) {
            failure.addSuppressed(notStored);
            if (response.isCommitted()) {
                server.cut(request);
            }
        }
    }

    /** Whether its user may have the session, and the request is over: answered later otherwise, or already. */
    private boolean admitted(
            HttpServletRequest request,
            HttpServletResponse response,
            ExchangeResponse ours,
            FilterChain chain,
            long begun)
            throws IOException, ServletException {
        try {
            HttpServletRequest admitted = admit(request, response);
            boolean wasLoggedIn = request.getUserPrincipal() != null;
            exchange(admitted, ours, chain);
            if (request.isAsyncStarted() && new LaterStore(server, refusal, request, response, ours, begun).begin()) {
                return false;
            }
            if (!request.isAsyncStarted()) {
                settle(request, response, wasLoggedIn);
                server.store(begun);
                storeRenewed(request, admitted, begun);
            }
            return true;
        } catch (ScriptingException tooManySessions) {
            // one of them has ended
            server.store(begun);
            answer.answer(request, response, tooManySessions);
            return false;
        }
    }

    private HttpServletRequest admit(HttpServletRequest request, HttpServletResponse response) {
        try {
            return guard.admit(request, response, Instant.now());
        } catch (CompletionException infinispanFailed) {
            throw Mistake.GRID_UNREACHABLE.because(infinispanFailed);
        }
    }

    private static void dispatched(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, LaterStore later)
            throws IOException, ServletException {
        exchange(request, later.dispatched(response), chain);
        if (!request.isAsyncStarted()) {
            later.store();
        }
    }

    private void storeRenewed(HttpServletRequest request, HttpServletRequest admitted, long begun) {
        HttpSession session = admitted == request ? null : admitted.getSession(false);
        if (session != null) {
            server.storeRenewed(session.getId(), begun);
        }
    }

    /** A component may have logged somebody in or out. */
    private void settle(HttpServletRequest request, HttpServletResponse response, boolean wasLoggedIn) {
        try {
            if (wasLoggedIn && request.getUserPrincipal() == null) {
                guard.settleLogout(request, response);
            } else {
                guard.settle(request, response);
            }
        } catch (IllegalStateException sessionEndedMeanwhile) {
            // nothing is left to be settled
        }
    }

    private static void exchange(HttpServletRequest request, ExchangeResponse response, FilterChain chain)
            throws IOException, ServletException {
        ServletExchange outer = new ServletExchange(request, response).begin();
        try {
            chain.doFilter(request, response);
        } finally {
            ServletExchange.restore(outer);
        }
    }
}
