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
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import org.scriptingsession.error.AccessRefusedException;
import org.scriptingsession.error.ClusterMessages;
import org.scriptingsession.error.NotStoredException;
import org.scriptingsession.exchange.ErrorAnswer;
import org.scriptingsession.exchange.Exchange;
import org.scriptingsession.server.Refusal;
import org.scriptingsession.server.SessionServer;

/**
 * Stands before every component of the application: lets the guard admit the request, the components serve it, the guard settle
 * who is logged in, the server store the session, and only then completes the response.
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
        LaterStore later = request.getDispatcherType() == DispatcherType.ASYNC ? LaterStore.of(request) : null;
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            guarded(Exchange.begin(request, response, server.sharesSessions()), chain);
        } else if (later != null) {
            later.exchange().dispatched(request, response).serve(chain);
            later.storeAfterDispatch();
        } else {
            Exchange.part(request, response).serve(chain);
        }
    }

    private void guarded(Exchange exchange, FilterChain chain) throws IOException, ServletException {
        try {
            server.checkSafe();
            admit(exchange);
            exchange.serve(chain);
            if (exchange.isAsync() && new LaterStore(exchange, server, refusal).begin()) {
                return;
            }
            if (!exchange.isAsync()) {
                settle(exchange);
                store(exchange);
            }
            exchange.complete(server);
        } catch (AccessRefusedException tooManySessions) {
            refuse(exchange, tooManySessions);
        } catch (NotStoredException notStored) {
            refusal.answer(exchange.containerRequest(), exchange.containerResponse(), notStored);
        } catch (IOException | ServletException | RuntimeException failure) {
            storeFailed(exchange, failure);
            throw failure;
        }
    }

    private void admit(Exchange exchange) {
        try {
            exchange.admit(guard.admit(exchange.containerRequest(), exchange.containerResponse(), Instant.now()));
        } catch (CompletionException infinispanFailed) {
            throw ClusterMessages.gridUnreachable(infinispanFailed);
        }
    }

    /** A component may have logged somebody in or out. */
    private void settle(Exchange exchange) {
        try {
            if (exchange.isLoggedOut()) {
                guard.settleLogout(exchange.containerRequest(), exchange.containerResponse());
            } else {
                guard.settle(exchange.containerRequest(), exchange.containerResponse());
            }
        } catch (IllegalStateException sessionEndedMeanwhile) {
            // nothing is left to be settled
        }
    }

    private void store(Exchange exchange) {
        server.store(exchange.begun());
        boolean renewed = exchange.request() != exchange.containerRequest();
        HttpSession session = renewed ? exchange.request().getSession(false) : null;
        if (session != null) {
            server.storeRenewed(session.getId(), exchange.begun());
        }
    }

    /** One of the user's sessions has ended: that is stored before the client hears of it. */
    private void refuse(Exchange exchange, AccessRefusedException tooManySessions) throws IOException {
        HttpServletRequest request = exchange.containerRequest();
        HttpServletResponse response = exchange.containerResponse();
        try {
            server.store(exchange.begun());
            answer.send(request, response, Status.FORBIDDEN, tooManySessions, Level.DEBUG);
        } catch (NotStoredException notStored) {
            refusal.answer(request, response, notStored);
        }
    }

    /** What a component did before it failed is stored, as after any other request; the container answers. */
    private void storeFailed(Exchange exchange, Exception failure) {
        try {
            server.store(exchange.begun());
        } catch (NotStoredException notStored) {
            failure.addSuppressed(notStored);
            if (exchange.containerResponse().isCommitted()) {
                server.cut(exchange.containerRequest());
            }
        }
    }
}
