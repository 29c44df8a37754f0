// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.bench;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The work of the documentation's script with nothing between it and the container. */
@WebServlet("/servlet")
public class PlainServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = request.getSession();
        session.setAttribute("attr1", "value1");
        String line = "[Attribute]: " + session.getAttribute("attr1") + "\n";
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
        response.getOutputStream().close();
    }
}
