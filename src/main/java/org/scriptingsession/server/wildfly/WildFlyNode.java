// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.wildfly;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.ServerConnection;
import io.undertow.server.handlers.Cookie;
import io.undertow.server.handlers.CookieImpl;
import io.undertow.server.session.SessionManager;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.servlet.spec.HttpServletRequestImpl;
import io.undertow.servlet.spec.ServletContextImpl;
import io.undertow.util.AttachmentKey;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.scriptingsession.server.ClientFlow;
import org.scriptingsession.server.PlainServer;
import org.scriptingsession.server.SessionServer;
import org.scriptingsession.server.Standstill;
import org.scriptingsession.server.StartingApplication;
import org.xnio.Options;

/** WildFly, and all there is to say of it for an application whose sessions are in memory. */
class WildFlyNode extends PlainServer {
    private static final long READ_AHEAD = 1 << 20;
    private static final AttachmentKey<Long> ARRIVED = AttachmentKey.create(Long.class);

    private final String cookie;
    final SessionManager manager;
    private final Optional<RestEasyCalls> restEasy = RestEasyCalls.find();

    /** @param standstill null for an application whose sessions are in memory */
    WildFlyNode(StartingApplication application, Standstill standstill) {
        super(standstill);
        this.cookie = SessionServer.sessionCookie(application.context());
        this.manager = manager(application);
        DeploymentInfo deployment =
                ((ServletContextImpl) application.context()).getDeployment().getDeploymentInfo();
        // the first handlers are called by the connection's thread, before the request waits for a thread of its own
        deployment.addInitialHandlerChainWrapper(next -> exchange -> {
            exchange.putAttachment(ARRIVED, System.nanoTime());
            next.handleRequest(exchange);
        });
        // else the client chooses the id that its session begins with, from those of the server's other applications:
        // whose session it is there knows the id
        deployment.setCheckOtherSessionManagers(false);
    }

    static SessionManager manager(StartingApplication application) {
        return ((ServletContextImpl) application.context()).getDeployment().getSessionManager();
    }

    @Override
    public void adopt(HttpServletRequest request, String id) {
        HttpServerExchange exchange = exchange();
        Cookie former = exchange.getRequestCookie(cookie);
        // WildFly may add its node's name to the id, and sends another cookie when that is missing
        String rest =
                former.getValue().substring(request.getRequestedSessionId().length());
        exchange.setRequestCookie(new CookieImpl(cookie, id + rest));
    }

    @Override
    public void adoptCookie(HttpServletRequest request, String value) {
        exchange().setRequestCookie(new CookieImpl(cookie, value));
    }

    @Override
    public OptionalInt sessions() {
        return OptionalInt.of((int) manager.getStatistics().getActiveSessionCount());
    }

    @Override
    public ClientFlow flow(ServletRequest request) {
        HttpServerExchange exchange = exchange();
        if (!exchange.isResponseChannelAvailable()) {
            return super.flow(request);
        }
        UndertowFlow flow = new UndertowFlow();
        exchange.addResponseWrapper(flow);
        return flow;
    }

    /** Undertow has few threads, and lets any number of requests wait for one of them. */
    @Override
    public long waitedNanos(ServletRequest request) {
        Long arrived = exchange().getAttachment(ARRIVED);
        return arrived == null ? 0 : System.nanoTime() - arrived;
    }

    @Override
    public boolean dispatchesWhole() {
        return true;
    }

    @Override
    public Runnable threadCleanup() {
        return restEasy.map(RestEasyCalls::cleanup).orElseGet(super::threadCleanup);
    }

    /** Undertow counts what it has read ahead, too; what no script reads it would read to an end that never comes. */
    @Override
    public void allowBody(long maxBytes) {
        HttpServerExchange exchange = exchange();
        if (exchange.isRequestChannelAvailable()) {
            exchange.setMaxEntitySize(maxBytes + READ_AHEAD);
        }
    }

    /** Undertow's reset drops headers, and keeps cookies. The way to drop them is to be removed; the new one only shows them. */
    @Override
    @SuppressWarnings("removal")
    public void reset(HttpServletRequest request, HttpServletResponse response) {
        HttpServerExchange exchange = ((HttpServletRequestImpl) innermost(request)).getExchange();
        List<Cookie> kept = new ArrayList<>();
        for (Cookie one : exchange.responseCookies()) {
            if (one.getName().equals(cookie)) {
                kept.add(one);
            }
        }
        super.reset(request, response);
        // Undertow keeps this, too
        response.setContentLengthLong(-1);
        exchange.getResponseCookies().clear();
        kept.forEach(exchange::setResponseCookie);
    }

    @Override
    protected void breakConnection(ServletRequest request) {
        ServerConnection connection =
                ((HttpServletRequestImpl) request).getExchange().getConnection();
        try {
            // Undertow sends no chunks to who asked for the connection's end, which would then be the end of the body
            connection.setOption(Options.CLOSE_ABORT, true);
            connection.close();
        } catch (IOException e) {
            if (connection.isOpen()) {
                throw new UncheckedIOException(e);
            }
            // its client was faster
        }
    }

    /** Undertow shows the mechanism what the last filter has made of the request. */
    @Override
    public boolean authenticate(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        ServletRequestContext context = ServletRequestContext.requireCurrent();
        ServletRequest entry = context.getServletRequest();
        context.setServletRequest(request);
        try {
            return request.authenticate(response);
        } finally {
            context.setServletRequest(entry);
        }
    }

    private static HttpServerExchange exchange() {
        return ServletRequestContext.requireCurrent().getExchange();
    }
}
