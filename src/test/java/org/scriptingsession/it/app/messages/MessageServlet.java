// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.messages;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.jms.JMSContext;
import jakarta.jms.Queue;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.scriptingsession.api.ScriptingSession;

/** Sends a question as a message, and waits for the bean's answer: meanwhile the HTTP call has a session. */
@WebServlet("/messages/*")
public class MessageServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ScriptingSession session;

    @Inject
    private transient JMSContext messages;

    @Resource(lookup = MessageProbe.QUEUE)
    private transient Queue queue;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        MessageProbe.answers().clear();
        messages.createProducer().send(queue, request.getPathInfo().substring(1));
        try {
            String answer = MessageProbe.answers().poll(30, TimeUnit.SECONDS);
            response.setContentType("text/plain");
            response.getWriter().print(session.getAttribute("fromScript").orElse("none") + "\n" + answer);
        } catch (InterruptedException e) {
            throw new ServletException(e);
        }
    }
}
