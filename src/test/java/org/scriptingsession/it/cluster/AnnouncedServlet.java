// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.cluster;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;

/**
 * Part of the application in the nodes: writes to the session, and sends an answer whose length it has announced. A client knows
 * the answer's last byte for the end.
 */
@WebServlet("/announced")
public class AnnouncedServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String text = "x".repeat(Integer.parseInt(request.getParameter("size")));
        int count = (Integer) request.getSession().getAttribute("count");
        request.getSession().setAttribute("count", count + 1);
        response.setContentLength(text.length());
        if (request.getParameter("writer") != null) {
            response.getWriter().write(text);
        } else {
            response.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        }
        response.flushBuffer();
        if (request.getParameter("fail") != null) {
            throw new IllegalStateException("after the answer");
        }
    }
}
