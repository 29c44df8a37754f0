// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.explorer;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.exchange.ErrorAnswer;
import org.scriptingsession.exchange.Exchange;
import org.scriptingsession.exchange.Problem;
import org.scriptingsession.guard.SessionView;
import org.scriptingsession.guard.SessionViews;
import org.scriptingsession.rest.ScriptCall;
import org.scriptingsession.script.ScriptRepository;
import org.scriptingsession.value.JsonText;

/**
 * What the page asks. Each question has a token in a header that no page of another origin can send. Looks come without the
 * session's cookie and count as no access; what changes the session comes with the cookie, and both must mean the same session.
 */
@Dependent
class ExplorerApi {
    private static final String TOKEN = "Explorer-Token";

    /** A name that no URL reaches, in the scripts' root: imports are relative to that. */
    private static final String SCRATCH = "/_scratch.mjs";

    @Inject
    private ExplorerDoor door;

    @Inject
    private SessionViews views;

    @Inject
    private SessionPage session;

    @Inject
    private ScriptsPage scripts;

    @Inject
    private ServerPage server;

    @Inject
    private ScriptRepository repository;

    @Inject
    private ScriptCall call;

    @Inject
    private ErrorAnswer errors;

    @Inject
    private ScriptingConfig config;

    /** @throws ScriptingException for a question that is refused, or of which nothing can be made */
    public void answer(String question, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        switch (request.getMethod() + " " + question) {
            case "POST open" -> open(request, response);
            case "GET session" -> JsonBodies.send(response, session.show(view(request), request.getParameter("seen")));
            case "GET attribute" ->
                JsonBodies.send(response, session.attribute(view(request), JsonBodies.name(request)));
            case "GET scripts" -> {
                view(request);
                JsonBodies.send(response, scripts.show());
            }
            case "GET server" -> {
                view(request);
                JsonBodies.send(response, server.show());
            }
            case "PUT attribute" -> change(request, response, () -> session.put(JsonBodies.object(body(request))));
            case "DELETE attribute" ->
                change(request, response, () -> session.delete(JsonBodies.object(body(request))));
            case "POST invalidate" -> change(request, response, session::invalidate);
            case "POST id" -> change(request, response, session::changeId);
            case "POST scratch" -> runScratch(request, response);
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** With the cookie, and so an access; without a token, but with its header. */
    private void open(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getHeader(TOKEN) == null) {
            throw Mistake.EXPLORER_REFUSED.with("the header " + TOKEN + " is missing.");
        }
        if (door.admitUser()) {
            JsonBodies.send(
                    response,
                    JsonText.JSON
                            .createObjectBuilder()
                            .add("token", views.open(request))
                            .add("application", request.getContextPath() + "/")
                            .add("scripts", request.getContextPath() + config.path() + "/")
                            .add("development", config.development())
                            .build());
        }
    }

    /** In the mode of roles a user is let in, who may have logged out since, or be another one by now. */
    private SessionView view(HttpServletRequest request) {
        SessionView view = views.find(request.getHeader(TOKEN));
        SessionView.State state = view.state();
        if (config.explorer().role().isPresent()
                && (state == SessionView.State.CHANGED || state == SessionView.State.ENDED)) {
            throw Mistake.VIEW_OVER.with("the session has ended, or has another id or user.");
        }
        return view;
    }

    private boolean mayChange(HttpServletRequest request) {
        views.requireSame(view(request), request);
        return door.admitUser();
    }

    private void change(HttpServletRequest request, HttpServletResponse response, Change change) throws IOException {
        if (mayChange(request)) {
            change.make();
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
    }

    /** The answer is the script's own, as it would be at a URL; so is the answer to its error. */
    private void runScratch(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!config.development()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (mayChange(request)) {
            try {
                Exchange exchange = Exchange.current().orElseThrow();
                call.serve(exchange, repository.graphOf(SCRATCH, body(request)), SCRATCH, "");
            } catch (ScriptingException e) {
                Problem problem = errors.tell(e, SCRATCH);
                problem.headers().forEach(response::setHeader);
                response.setStatus(problem.mistake().status());
                response.setContentType(Problem.MEDIA_TYPE);
                JsonBodies.write(response, problem.toJson());
            }
        }
    }

    private String body(HttpServletRequest request) throws IOException {
        return JsonBodies.text(request, config.request().maxBytes());
    }

    /** What changes the session. */
    private interface Change {
        void make() throws IOException;
    }
}
