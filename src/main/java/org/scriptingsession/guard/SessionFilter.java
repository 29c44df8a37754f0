// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.scriptingsession.config.ScriptMapping;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.error.AccessRefusedException;
import org.scriptingsession.error.Failure;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.error.NotStoredException;
import org.scriptingsession.exchange.Exchange;
import org.scriptingsession.exchange.OpenCalls;
import org.scriptingsession.exchange.request.ArrivingBody;
import org.scriptingsession.server.SessionServer;
import org.scriptingsession.server.SessionServers;
import org.scriptingsession.server.StartingApplication.Refusal;

/**
 * Stands before every component of the application: lets the guard admit the request, the components serve it, the guard settle
 * who is logged in, the server store the session, and only then completes the response.
 */
public class SessionFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient SessionGuard guard;

    @Inject
    private transient SessionServers servers;

    @Inject
    private transient Refusal refusal;

    @Inject
    private transient ScriptingConfig config;

    private transient SessionServer server;

    private final transient OpenCalls calls = new OpenCalls();

    @Override
    public void init() {
        server = servers.server();
        server.beforeStop(this::drain);
    }

    /** The last moment before the container stops its session manager. */
    @Override
    public void destroy() {
        drain();
        server.close();
    }

    /**
     * Servers take an application apart while calls are served: these calls would fail, and leave in their threads what holds the
     * application's classes. So they are waited for, as long as scripts may wait for a context and run.
     */
    private void drain() {
        calls.close(config.contexts().patience().plus(config.timeout()));
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        LaterStore later = request.getDispatcherType() == DispatcherType.ASYNC ? LaterStore.of(request) : null;
        Optional<Exchange> waited = waited(request);
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            if (ScriptMapping.covers(config.path(), request)
                    && request.getRequestURI().length() > ScriptMapping.LONGEST_URL) {
                // finding the script in it would take seconds
                refusal.answer(request, response, Mistake.URL_TOO_LONG.with(ScriptMapping.LONGEST_URL));
                return;
            }
            serve(Exchange.begin(request, response, server, calls), chain);
        } else if (waited.isPresent()) {
            serve(waited.get(), chain);
        } else if (later != null) {
            later.exchange().dispatched(request, response).serve(chain);
            later.storeAfterDispatch();
        } else {
            Exchange.part(request, response, server).serve(chain);
        }
    }

    /** The call that has waited for its body, and goes on with this dispatch; empty for none. */
    private static Optional<Exchange> waited(HttpServletRequest request) {
        return request.getDispatcherType() != DispatcherType.ASYNC
                ? Optional.empty()
                : ArrivingBody.of(request).map(body -> body.exchange().resumed(request));
    }

    private void serve(Exchange exchange, FilterChain chain) throws IOException, ServletException {
        if (!calls.begin()) {
            refusal.answer(exchange.request(), exchange.containerResponse(), Mistake.STOPPING.with());
            return;
        }
        try {
            guarded(exchange, chain);
        } finally {
            exchange.end();
            calls.end();
        }
    }

    private void guarded(Exchange exchange, FilterChain chain) throws IOException, ServletException {
        try {
            server.checkSafe();
            admit(exchange);
            exchange.serve(chain);
            if (isWaiting(exchange)) {
                return;
            }
            if (exchange.isAsync()) {
                exchange.finishPace();
                if (new LaterStore(exchange, refusal).begin()) {
                    return;
                }
            }
            if (!exchange.isAsync()) {
                settle(exchange);
                server.store(exchange.begun());
            }
            exchange.complete();
        } catch (AccessRefusedException refused) {
            refuse(exchange, refused);
        } catch (NotStoredException notStored) {
            answer(exchange, notStored);
        } catch (IOException | ServletException | RuntimeException failure) {
            storeFailed(exchange, failure);
            throw failure;
        }
    }

    /** Whether nothing of the call has been served yet. */
    private static boolean isWaiting(Exchange exchange) {
        return exchange.request().getDispatcherType() == DispatcherType.REQUEST
                && ArrivingBody.of(exchange.request()).isPresent();
    }

    private void admit(Exchange exchange) {
        try {
            exchange.admitted(guard.admit(exchange, Instant.now()));
        } catch (CompletionException infinispanFailed) {
            throw Mistake.GRID_UNREACHABLE.because(infinispanFailed);
        }
    }

    /** A component may have logged somebody in or out. */
    private void settle(Exchange exchange) {
        try {
            if (exchange.isLoggedOut()) {
                guard.settleLogout(exchange.request(), exchange.containerResponse());
            } else {
                guard.settle(exchange, exchange.containerResponse());
            }
        } catch (IllegalStateException sessionEndedMeanwhile) {
            // nothing is left to be settled
        }
    }

    /** A session of the user may have ended for it: that is stored before the client hears of the refusal. */
    private void refuse(Exchange exchange, AccessRefusedException refused) throws IOException {
        try {
            server.store(exchange.begun());
            answer(exchange, refused);
        } catch (NotStoredException notStored) {
            answer(exchange, notStored);
        }
    }

    private void answer(Exchange exchange, Failure failure) throws IOException {
        exchange.end();
        refusal.answer(exchange.request(), exchange.containerResponse(), failure);
    }

    /** What a component did before it failed is stored, as after any other request; the container answers. */
    private void storeFailed(Exchange exchange, Exception failure) {
        try {
            server.store(exchange.begun());
            exchange.finishPace();
        } catch (IOException gone) {
            failure.addSuppressed(gone);
        } catch (NotStoredException notStored) {
            failure.addSuppressed(notStored);
            if (exchange.containerResponse().isCommitted()) {
                server.cut(exchange.request());
            }
        }
    }
}
