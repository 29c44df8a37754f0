// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.explorer;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
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
 * The explorer's page and what the page asks, below {@code <context>/explorer/}. It is registered where the setting says so, and
 * nowhere else: off, the path is the application's as if the product had no explorer.
 *
 * <p>What the page asks has a token in a header that no page of another origin can send. Looks come without the session's cookie
 * and count as no access; what changes the session comes with the cookie, and the two must mean the same session.
 */
public class ExplorerServlet extends HttpServlet {
    /** The path within the application. */
    public static final String PATH = "/explorer";

    private static final long serialVersionUID = 1L;

    private static final String TOKEN = "Explorer-Token";
    private static final String API = "/api/";
    private static final String SCRATCH = "/_scratch.mjs";
    private static final int UNPROCESSABLE = 422;

    /** Of every answer: no other page frames or loads it, and the page loads nothing but the product's files. */
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    @Inject
    private transient ExplorerDoor door;

    @Inject
    private transient PageFiles files;

    @Inject
    private transient SessionViews views;

    @Inject
    private transient SessionPage session;

    @Inject
    private transient ScriptsPage scripts;

    @Inject
    private transient ServerPage server;

    @Inject
    private transient ScriptRepository repository;

    @Inject
    private transient ScriptCall call;

    @Inject
    private transient ErrorAnswer errors;

    @Inject
    private transient ScriptingConfig config;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HEADERS.forEach(response::setHeader);
        String path = request.getPathInfo();
        try {
            boolean api = path != null && path.startsWith(API);
            door.check(request, !api);
            if (path == null) {
                response.sendRedirect(request.getContextPath() + PATH + "/");
            } else if (api) {
                response.setHeader("Cache-Control", "no-store");
                ask(path.substring(API.length()), request, response);
            } else if (!files.has(path)) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            } else if (!request.getMethod().matches("GET|HEAD")) {
                refuseMethod(response, "GET, HEAD");
            } else if (door.admitUser()) {
                files.send(path, request, response);
            }
        } catch (ScriptingException e) {
            refuse(response, e);
        }
    }

    private void ask(String question, HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getMethod() + " " + question) {
            case "POST open" -> open(request, response);
            case "GET session" -> send(response, session.show(view(request), request.getParameter("seen")));
            case "GET attribute" -> send(response, session.attribute(view(request), name(request)));
            case "GET scripts" -> {
                view(request);
                send(response, scripts.show());
            }
            case "GET server" -> {
                view(request);
                send(response, server.show());
            }
            case "PUT attribute" -> change(request, response, () -> session.put(object(request)));
            case "DELETE attribute" -> change(request, response, () -> session.delete(object(request)));
            case "POST invalidate" -> change(request, response, session::invalidate);
            case "POST id" -> change(request, response, session::changeId);
            case "POST scratch" -> runScratch(request, response);
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** With the cookie, and so an access; without a token, but with its header: a page of another origin cannot send that. */
    private void open(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getHeader(TOKEN) == null) {
            throw Mistake.EXPLORER_REFUSED.with("the header " + TOKEN + " is missing.");
        }
        if (door.admitUser()) {
            send(
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

    /** The answer is the script's own, as it would be at an URL. */
    private void runScratch(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!config.development()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (mayChange(request)) {
            try {
                call.serve(Exchange.current().orElseThrow(), repository.graphOf(SCRATCH, text(request)), SCRATCH, "");
            } catch (ScriptingException e) {
                Problem problem = errors.tell(e, PATH + SCRATCH);
                problem.headers().forEach(response::setHeader);
                response.setStatus(problem.mistake().status());
                response.setContentType(Problem.MEDIA_TYPE);
                write(response, problem.toJson());
            }
        }
    }

    /** In a string of JSON, which can say every name. */
    private static String name(HttpServletRequest request) {
        String given = request.getParameter("name");
        return json("[" + given + "]").asJsonArray().get(0) instanceof JsonString name ? name.getString() : "";
    }

    private String text(HttpServletRequest request) throws IOException {
        long most = config.request().maxBytes();
        byte[] bytes = request.getInputStream().readNBytes((int) Math.min(Integer.MAX_VALUE - 8, most + 1));
        if (bytes.length > most) {
            throw Mistake.REQUEST_TOO_LARGE.with(most);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private JsonObject object(HttpServletRequest request) throws IOException {
        return json(text(request)) instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    }

    private static JsonStructure json(String text) {
        try (JsonReader reader = JsonText.JSON.createReader(new StringReader(text))) {
            return reader.read();
        } catch (RuntimeException e) {
            // also for what is nested deeper than the parser likes
            throw Mistake.INVALID_JSON.because(e, "it cannot be read");
        }
    }

    private static void send(HttpServletResponse response, JsonObject json) throws IOException {
        response.setContentType("application/json");
        write(response, ascii(json.toString()));
    }

    /** Names and values may have characters that no encoding has (half a surrogate pair); JSON can escape each. */
    private static String ascii(String json) {
        StringBuilder ascii = new StringBuilder(json.length() + 16);
        json.chars().forEach(c -> {
            if (c < 0x7f) {
                ascii.append((char) c);
            } else {
                ascii.append("\\u").append(HexFormat.of().toHexDigits((char) c));
            }
        });
        return ascii.toString();
    }

    private static void write(HttpServletResponse response, String text) throws IOException {
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void refuseMethod(HttpServletResponse response, String allowed) throws IOException {
        response.setHeader("Allow", allowed);
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    /** What a script would have to answer for is here what somebody has typed. */
    private static void refuse(HttpServletResponse response, ScriptingException e) throws IOException {
        int status = Mistake.of(e).status();
        response.setStatus(status == HttpServletResponse.SC_INTERNAL_SERVER_ERROR ? UNPROCESSABLE : status);
        response.setHeader("Cache-Control", "no-store");
        send(
                response,
                JsonText.JSON
                        .createObjectBuilder()
                        .add("error", e.id())
                        .add("detail", e.getMessage())
                        .build());
    }

    /** What changes the session. */
    private interface Change {
        void make() throws IOException;
    }
}
