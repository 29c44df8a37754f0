// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.wildfly;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.Cookie;
import io.undertow.server.handlers.CookieImpl;
import io.undertow.server.session.SessionManager;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.servlet.spec.HttpServletRequestImpl;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.scriptingsession.server.PlainServer;
import org.scriptingsession.server.SessionServer;

/** WildFly with an application whose sessions are in memory. */
class WildFlyNode extends PlainServer {
    private static final long READ_AHEAD = 1 << 20;

    private final String cookie;
    private final SessionManager manager;

    WildFlyNode(ServletContext application, SessionManager manager) {
        this.cookie = SessionServer.sessionCookie(application);
        this.manager = manager;
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
        HttpServerExchange exchange = exchangeOf(request);
        List<Cookie> kept = new ArrayList<>();
        for (Cookie one : exchange.responseCookies()) {
            if (one.getName().equals(cookie)) {
                kept.add(one);
            }
        }
        super.reset(request, response);
        exchange.getResponseCookies().clear();
        kept.forEach(exchange::setResponseCookie);
    }

    @Override
    protected void breakConnection(ServletRequest request) {
        try {
            exchangeOf(request).getConnection().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By the request itself: the thread that stops a stuck script serves no request. */
    private static HttpServerExchange exchangeOf(ServletRequest request) {
        ServletRequest innermost = request;
        while (innermost instanceof ServletRequestWrapper wrapper) {
            innermost = wrapper.getRequest();
        }
        return ((HttpServletRequestImpl) innermost).getExchange();
    }

    private static HttpServerExchange exchange() {
        return ServletRequestContext.requireCurrent().getExchange();
    }
}
