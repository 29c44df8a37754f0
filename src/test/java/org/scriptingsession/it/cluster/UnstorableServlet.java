// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.cluster;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.io.Serializable;

/** Part of the application in the nodes: puts into the session what says that it can be stored, and cannot. */
@WebServlet(urlPatterns = "/unstorable", asyncSupported = true)
public class UnstorableServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.getSession().setAttribute("unstorable", new Unstorable());
        switch (String.valueOf(request.getParameter("answer"))) {
            case "announced" -> {
                response.setContentLength(3);
                response.getOutputStream().print("put");
            }
            case "flushed" -> {
                response.setContentLength(3);
                response.getOutputStream().print("put");
                response.flushBuffer();
            }
            case "error" -> response.sendError(409);
            case "redirect" -> response.sendRedirect("elsewhere");
            case "none" -> {
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
                response.flushBuffer();
            }
            case "later" -> {
                AsyncContext later = request.startAsync();
                later.start(later::complete);
            }
            default -> response.getWriter().write("put");
        }
    }

    static final class Unstorable implements Serializable {
        @Serial
        private static final long serialVersionUID = 1;

        @Serial
        private void writeObject(ObjectOutputStream stream) throws IOException {
            throw new IOException("not to be stored");
        }
    }
}
