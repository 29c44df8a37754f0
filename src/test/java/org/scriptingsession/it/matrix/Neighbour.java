// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.matrix;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A component of the application in Java, which has the session of the scripts. */
@WebServlet("/neighbour")
public class Neighbour extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object seen = request.getSession().getAttribute("ofScript");
        request.getSession().setAttribute("ofJava", "from Java");
        response.getWriter().print(seen);
    }
}
