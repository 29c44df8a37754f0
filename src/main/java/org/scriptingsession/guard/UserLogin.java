// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import org.scriptingsession.api.AccessRefused;
import org.scriptingsession.audit.Audit;
import org.scriptingsession.error.AccessRefusedException;
import org.scriptingsession.error.Failure;
import org.scriptingsession.error.LogText;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.exchange.Exchange;
import org.scriptingsession.server.SessionServer;

/** Users at the door of a script: asked who they are, let in by their roles, logged in and out by the script itself. */
@ApplicationScoped
public class UserLogin {
    /** Stands for the role of every user who is logged in (Servlet 6.0, 13.8). */
    private static final String ANY_USER = "**";

    private static final System.Logger LOGGER = System.getLogger(UserLogin.class.getName());

    @Inject
    private SessionGuard guard;

    @Inject
    private Audit audit;

    @Inject
    private SessionServer server;

    /**
     * Lets in who is in one of the roles.
     *
     * @param script for the audit
     * @return false when nobody is logged in and the application's authentication mechanism has answered with its challenge
     * @throws AccessRefusedException for another user, or when no mechanism answered
     */
    public boolean admit(String script, List<String> roles) {
        Exchange exchange = exchange();
        HttpServletRequest request = exchange.request();
        if (request.getUserPrincipal() == null && !authenticate(exchange, script)) {
            return false;
        }
        boolean allowed = roles.stream().anyMatch(role -> role.equals(ANY_USER) || request.isUserInRole(role));
        if (!allowed) {
            throw refused(script, request.getUserPrincipal().getName(), Mistake.NOT_IN_ROLE.with());
        }
        return true;
    }

    /**
     * Logs a user in by name and password, as Servlet's {@code login} does.
     *
     * @throws org.scriptingsession.api.ScriptingException LOGIN_FAILED
     */
    public void login(String user, String password) {
        Exchange exchange = exchange();
        try {
            exchange.request().login(user, password);
        } catch (ServletException refused) {
            throw Mistake.LOGIN_FAILED.because(refused);
        }
        try {
            guard.settle(exchange, exchange.response());
        } catch (Failure refused) {
            throw Exchange.refused(refused);
        }
    }

    /** Logs the user out; does nothing when nobody is logged in. */
    public void logout() {
        Exchange exchange = exchange();
        guard.logOut(exchange.request());
        guard.settleLogout(exchange.request(), exchange.response());
    }

    private boolean authenticate(Exchange exchange, String script) {
        if (exchange.isIncluded()) {
            // the challenge would have no place in the page of the component that includes the script
            throw refused(script, null, Mistake.NOT_LOGGED_IN.with());
        }
        HttpServletResponse response = exchange.response();
        try {
            if (server.authenticate(exchange.request(), response)
                    && exchange.request().getUserPrincipal() != null) {
                guard.settle(exchange, response);
                return true;
            }
            if (response.isCommitted() || response.getStatus() != HttpServletResponse.SC_OK) {
                audit.tell(new AccessRefused(script, null, response.getStatus()));
                response.flushBuffer();
                return false;
            }
        } catch (ServletException noMechanism) {
            LOGGER.log(Level.DEBUG, "the application has no way to log in", LogText.harmless(noMechanism));
        } catch (IOException e) {
            throw Mistake.CONNECTION_BROKEN.because(e);
        }
        throw refused(script, null, Mistake.NOT_LOGGED_IN.with());
    }

    private Failure refused(String script, String user, Failure refusal) {
        audit.tell(new AccessRefused(script, user, user == null ? 401 : 403));
        return refusal;
    }

    private static Exchange exchange() {
        return Exchange.current().orElseThrow(Mistake.NO_HTTP_CALL::with);
    }
}
