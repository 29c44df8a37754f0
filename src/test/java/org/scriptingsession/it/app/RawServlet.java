// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Collections;

/** Looks at the container's session past the product, as its store or a replica would. */
@WebServlet("/raw/*")
public class RawServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int SAMPLE = 100_000;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().print(answer(request));
    }

    private static String answer(HttpServletRequest request) {
        HttpSession session = request.getSession();
        switch (request.getPathInfo()) {
            case "/all":
                StringBuilder all = new StringBuilder();
                for (String name : Collections.list(session.getAttributeNames())) {
                    all.append(name)
                            .append('=')
                            .append(session.getAttribute(name))
                            .append('\n');
                }
                return all.toString();
            case "/tamper":
                String sealed = (String) session.getAttribute("secretText");
                char flipped = sealed.charAt(20) == 'A' ? 'B' : 'A';
                session.setAttribute("secretText", sealed.substring(0, 20) + flipped + sealed.substring(21));
                return "tampered";
            case "/plain":
                session.setAttribute("secretText", "hidden");
                return "plain";
            case "/move":
                session.setAttribute("secretText", session.getAttribute("secretCart"));
                return "moved";
            case "/ids":
                StringBuilder ids = new StringBuilder();
                for (int i = 0; i < SAMPLE; i++) {
                    ids.append(request.changeSessionId()).append('\n');
                }
                return ids.toString();
            default:
                return "no " + request.getPathInfo();
        }
    }
}
