// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.testkit;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.exchange.ErrorAnswer;
import org.springframework.mock.web.MockHttpServletRequest;

/** The container's request of one call: it knows the client's session and user, and what becomes of them. */
final class ClientRequest extends MockHttpServletRequest {
    private final TestServletContext context;
    private final ScriptClient client;
    private ClientUser user;
    private boolean cut;

    ClientRequest(TestServletContext context, ScriptClient client) {
        super(context);
        this.context = context;
        this.client = client;
        setContextPath(context.getContextPath());
    }

    /**
     * To be called when it is sent, with what the client has then.
     *
     * @param session null for none
     * @param sender null for nobody
     */
    void sent(ClientSession session, ClientUser sender) {
        if (session != null) {
            session.access();
            setSession(session);
            setRequestedSessionId(session.getId());
        }
        user = sender;
        show();
    }

    private void show() {
        setUserPrincipal(user);
        setRemoteUser(user == null ? null : user.name());
        setAuthType(user == null ? null : HttpServletRequest.FORM_AUTH);
    }

    /** Null for nobody. */
    ClientUser user() {
        return user;
    }

    /** The client loses the connection. */
    void cut() {
        cut = true;
    }

    /** Why the client gets an error; empty when there is none. */
    Optional<ScriptingException> error() {
        return ErrorAnswer.answered(this);
    }

    boolean isCut() {
        return cut;
    }

    @Override
    public HttpSession getSession(boolean create) {
        HttpSession found = super.getSession(false);
        if (found != null || !create) {
            return found;
        }
        ClientSession made = new ClientSession(context);
        setSession(made);
        made.begin();
        return made;
    }

    @Override
    public boolean isUserInRole(String role) {
        return user != null && user.roles().contains(role);
    }

    /** What an application without any mechanism does. */
    @Override
    public boolean authenticate(HttpServletResponse response) throws ServletException {
        if (user == null) {
            throw new ServletException("A test has no page or dialog to log in: call client.logIn(...).");
        }
        return true;
    }

    @Override
    public void login(String name, String password) throws ServletException {
        if (user != null) {
            throw new ServletException("somebody is logged in already");
        }
        Optional<ClientUser> known = client.account(name, password);
        user = known.orElseThrow(() -> new ServletException("no such user, or another password"));
        show();
    }

    @Override
    public void logout() {
        user = null;
        show();
    }
}
