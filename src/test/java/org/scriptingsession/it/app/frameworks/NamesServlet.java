// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.frameworks;

import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.TreeSet;

/** The names of all that the container's session holds, as JSON. */
@WebServlet("/names")
public class NamesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var names = new TreeSet<>(Collections.list(request.getSession().getAttributeNames()));
        response.setContentType("application/json");
        response.getWriter().print(Json.createArrayBuilder(names).build());
    }
}
