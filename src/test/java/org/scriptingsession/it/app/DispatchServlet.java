// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.scriptingsession.api.ScriptingException;

/** Forwards to, or includes, what the query names; {@code writer}, {@code large} and {@code caught} say how. */
@WebServlet("/dispatch/*")
public class DispatchServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        RequestDispatcher dispatcher = request.getRequestDispatcher(request.getParameter("path"));
        if (request.getPathInfo().equals("/forward")) {
            dispatcher.forward(request, response);
            return;
        }
        response.setContentType("text/plain;charset=UTF-8");
        write(request, response, "x".repeat(request.getParameter("large") == null ? 0 : 20_000) + "<ž");
        try {
            dispatcher.include(request, response);
        } catch (ServletException failed) {
            if (request.getParameter("caught") == null) {
                throw failed;
            }
            write(request, response, ((ScriptingException) failed.getRootCause()).id());
        }
        write(request, response, ">");
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, String text)
            throws IOException {
        if (request.getParameter("writer") == null) {
            response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        } else {
            response.getWriter().print(text);
        }
    }
}
