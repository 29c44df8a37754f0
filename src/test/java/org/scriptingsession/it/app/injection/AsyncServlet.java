// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.injection;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.scriptingsession.api.ScriptingSession;

/** Asks in the call's thread, in the one that goes on with the call, and in the dispatch that ends it. */
@WebServlet(urlPatterns = "/async", asyncSupported = true)
public class AsyncServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String ANSWERS = "answers";

    @Inject
    private transient ScriptingSession session;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            response.setContentType("text/plain");
            response.getWriter().print(request.getAttribute(ANSWERS) + "," + Probe.ask(session));
            return;
        }
        String inCall = Probe.ask(session);
        AsyncContext context = request.startAsync();
        context.start(() -> {
            request.setAttribute(ANSWERS, inCall + "," + Probe.ask(session));
            context.dispatch();
        });
    }
}
