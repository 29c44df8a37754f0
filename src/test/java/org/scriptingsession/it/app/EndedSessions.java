// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app;

import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Lists the ids of sessions that the container has ended, one a line, without touching a session. */
@WebServlet("/ended")
@WebListener
public class EndedSessions extends HttpServlet implements HttpSessionListener {
    private static final long serialVersionUID = 1L;
    private static final Queue<String> ENDED = new ConcurrentLinkedQueue<>();

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        ENDED.add(event.getSession().getId());
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.getWriter().println(String.join("\n", ENDED));
    }
}
