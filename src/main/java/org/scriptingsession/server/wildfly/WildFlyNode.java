// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.wildfly;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.Cookie;
import io.undertow.server.handlers.CookieImpl;
import io.undertow.server.session.SessionManager;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.servlet.spec.HttpServletRequestImpl;
import io.undertow.servlet.spec.ServletContextImpl;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalInt;
import org.scriptingsession.server.PlainServer;
import org.scriptingsession.server.Standstill;
import org.scriptingsession.server.StartingApplication;

/** WildFly, and all there is to say of it for an application whose sessions are in memory. */
class WildFlyNode extends PlainServer {
    private final String cookie;
    private final SessionManager manager;

    /** @param standstill null for an application whose sessions are in memory */
    WildFlyNode(StartingApplication application, Standstill standstill) {
        super(standstill);
        this.cookie = application.context().getSessionCookieConfig().getName();
        this.manager = manager(application);
    }

    static SessionManager manager(StartingApplication application) {
        return ((ServletContextImpl) application.context()).getDeployment().getSessionManager();
    }

    @Override
    public void adopt(HttpServletRequest request, String id) {
        HttpServerExchange exchange = ServletRequestContext.requireCurrent().getExchange();
        Cookie former = exchange.getRequestCookie(cookie);
        // WildFly may add its node's name to the id, and sends another cookie when that is missing
        String rest =
                former.getValue().substring(request.getRequestedSessionId().length());
        exchange.setRequestCookie(new CookieImpl(cookie, id + rest));
    }

    @Override
    public OptionalInt sessions() {
        return OptionalInt.of((int) manager.getStatistics().getActiveSessionCount());
    }

    /** By the request itself: the thread that stops a stuck script serves no request. */
    @Override
    protected void breakConnection(ServletRequest request) {
        try {
            ((HttpServletRequestImpl) request).getExchange().getConnection().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
