// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Date;
import java.util.List;
import org.scriptingsession.api.ScriptingSession;

/** Uses the session as a servlet would: injected, and as Servlet's own. */
@WebServlet("/servlet/*")
public class SharingServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ScriptingSession session;

    @Inject
    private Visitor visitor;

    // what is injected can be serialized, though its type does not say so
    @SuppressWarnings("serial")
    @Inject
    private Desk desk;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().print(answer(request));
    }

    private String answer(HttpServletRequest request) {
        switch (request.getPathInfo()) {
            case "/set":
                return session.setAttribute("fromServlet", 12.5).orElse("none");
            case "/get":
                return session.getAttribute("fromScript").orElse("none");
            case "/desk":
                return desk.exchange("fromScript", "fromDesk");
            case "/visitor":
                return String.valueOf(visitor.called());
            case "/identity":
                return session.getId() + " " + session.isNew() + " "
                        + request.getSession(false).getId();
            case "/plain":
                return setPlain(request.getSession());
            case "/types":
                return types(request.getSession(false));
            default:
                return "no " + request.getPathInfo();
        }
    }

    private static String setPlain(HttpSession plain) {
        plain.setAttribute("text", "plain");
        plain.setAttribute("number", 7);
        plain.setAttribute("long", 1L << 40);
        plain.setAttribute("double", 0.1);
        plain.setAttribute("flag", Boolean.TRUE);
        plain.setAttribute("date", new Date(0));
        plain.setAttribute("place", new Place("Sofia"));
        return "set";
    }

    private static String types(HttpSession plain) {
        return String.join(
                " ",
                List.of(
                        typeOf(plain, "text"),
                        typeOf(plain, "number"),
                        typeOf(plain, "double"),
                        typeOf(plain, "flag")));
    }

    private static String typeOf(HttpSession plain, String name) {
        return plain.getAttribute(name).getClass().getName();
    }
}
