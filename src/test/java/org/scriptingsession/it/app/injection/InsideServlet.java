// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.injection;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.scriptingsession.api.ScriptingSession;

/** Asks the session within an HTTP call, by itself and by what it calls. */
@WebServlet({"/inside/*", "/listened"})
public class InsideServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ScriptingSession session;

    @Inject
    private transient Instance<ScriptingSession> instance;

    @Inject
    private transient StatelessProbe stateless;

    @Inject
    private StatefulProbe stateful;

    @Inject
    private KeptProbe kept;

    @Inject
    private transient Event<Question> questions;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        try {
            String answer = request.getPathInfo() == null
                    ? request.getAttribute(InsideListener.ANSWER) + "," + Probe.ask(session)
                    : answer(request.getPathInfo());
            response.setContentType("text/plain");
            response.getWriter().print(answer);
        } catch (ClassNotFoundException e) {
            throw new ServletException(e);
        }
    }

    private String answer(String kind) throws IOException, ClassNotFoundException {
        switch (kind) {
            case "/servlet":
                return Probe.ask(session);
            case "/instance":
                return Probe.ask(instance.get());
            case "/select":
                return Probe.ask(CDI.current().select(ScriptingSession.class).get());
            case "/stateless":
                return stateless.ask();
            case "/stateful":
                return stateful.ask();
            case "/kept":
                return kept.ask();
            case "/passivated":
                return kept.askAfterPassivation();
            case "/observer":
                Question question = new Question();
                questions.fire(question);
                return question.answers();
            default:
                return "no " + kind;
        }
    }
}
