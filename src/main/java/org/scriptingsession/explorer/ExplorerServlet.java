// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.explorer;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.exchange.Exchange;

/**
 * The explorer below {@code <context>/explorer/}: its page's files, and below {@code api/} what the page asks. It is registered
 * where the setting says so, and nowhere else: off, the path is the application's as if the product had no explorer.
 */
public class ExplorerServlet extends HttpServlet {
    /** The path within the application. */
    public static final String PATH = "/explorer";

    private static final long serialVersionUID = 1L;
    private static final String API = "/api/";

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
    private transient ExplorerApi api;

    /**
     * Takes the request as the server gives it, and not as the application's filters hand it on: one that believes
     * X-Forwarded-For would make a client of this machine of any, and one with sessions of its own would show another than
     * scripts have.
     */
    @Override
    protected void service(HttpServletRequest handedOn, HttpServletResponse response) throws IOException {
        HttpServletRequest request = Exchange.current().orElseThrow().request();
        HEADERS.forEach(response::setHeader);
        String path = request.getPathInfo();
        boolean asks = path != null && path.startsWith(API);
        try {
            door.check(request, !asks);
            if (path == null) {
                response.sendRedirect(request.getContextPath() + PATH + "/");
            } else if (asks) {
                api.answer(path.substring(API.length()), request, response);
            } else {
                send(path, request, response);
            }
        } catch (ScriptingException e) {
            JsonBodies.refuse(response, e);
        }
    }

    private void send(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!files.has(path)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!request.getMethod().matches("GET|HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (door.admitUser()) {
            files.send(path, request, response);
        }
    }
}
