// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.cluster;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serial;

/** Part of the application in the nodes: ends the session and begins another, which scripts may not. */
@WebServlet("/again")
public class AgainServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.getSession().invalidate();
        HttpSession session = request.getSession();
        session.setAttribute("count", 41);
        response.getWriter().print(session.isNew());
    }
}
