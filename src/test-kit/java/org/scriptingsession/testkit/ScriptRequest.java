// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.testkit;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.exchange.ErrorAnswer;
import org.scriptingsession.exchange.Exchange;
import org.scriptingsession.rest.ScriptResource;
import org.springframework.mock.web.MockHttpServletResponse;

/** A request that a {@link ScriptClient} sends. */
public final class ScriptRequest {
    /** As JAX-RS chooses them. */
    private static final Map<String, Consumer<ScriptResource>> METHODS = Map.of(
            "GET", ScriptResource::get,
            "HEAD", ScriptResource::head,
            "POST", ScriptResource::post,
            "PUT", ScriptResource::put,
            "PATCH", ScriptResource::patch,
            "DELETE", ScriptResource::delete,
            "OPTIONS", ScriptResource::options);

    private final ScriptClient client;
    private final TestApplication application;
    private final ClientRequest request;
    private final StringBuilder query = new StringBuilder();
    private final StringBuilder form = new StringBuilder();
    private boolean sent;

    ScriptRequest(ScriptClient client, String method, String url) {
        if (!METHODS.containsKey(method)) {
            throw new IllegalArgumentException("Scripts do not answer %s. They do answer %s."
                    .formatted(method, METHODS.keySet().stream().sorted().toList()));
        }
        if (url.contains("#")) {
            throw new IllegalArgumentException("No client sends the fragment of a URL: " + url);
        }
        this.client = client;
        this.application = client.application();
        this.request = client.newRequest();
        // as browsers encode what a URL cannot have as it is
        String[] parts = URI.create(url.replace(" ", "%20")).toASCIIString().split("\\?", 2);
        String path = parts[0].startsWith("/") ? parts[0] : "/" + parts[0];
        request.setMethod(method);
        request.setRequestURI(request.getContextPath() + application.path() + path);
        request.setServletPath(application.path());
        request.setPathInfo(path);
        if (parts.length == 2) {
            query.append(parts[1]);
        }
    }

    /** Adds a field to the query. */
    public ScriptRequest query(String name, String value) {
        add(query, name, value);
        return this;
    }

    /** Adds a field of a form, which becomes the body. */
    public ScriptRequest form(String name, String value) {
        add(form, name, value);
        return body("application/x-www-form-urlencoded", form.toString());
    }

    /** Adds a header field. */
    public ScriptRequest header(String name, String value) {
        request.addHeader(name, value);
        return this;
    }

    /** Sets the body: JSON, as text. */
    public ScriptRequest json(String text) {
        return body("application/json", text);
    }

    /** Sets the body: a text in UTF-8. */
    public ScriptRequest body(String contentType, String text) {
        return body(contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sets the body. */
    public ScriptRequest body(String contentType, byte... bytes) {
        request.setContentType(contentType);
        request.setContent(bytes);
        return this;
    }

    /**
     * Sends the request, and waits for the answer. What fails in the script is an answer, too: the one that a client gets of a
     * server, and {@link ScriptAnswer#error()}.
     *
     * @throws IllegalStateException when it was sent before
     */
    public ScriptAnswer send() {
        if (sent) {
            throw new IllegalStateException("This request was sent: make another of the client for each call.");
        }
        sent = true;
        if (!query.isEmpty()) {
            request.setQueryString(query.toString());
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        client.during(request, () -> serve(response));
        return new ScriptAnswer(request, response);
    }

    private void serve(MockHttpServletResponse response) {
        try {
            application.serve(request, response, (wrapped, answer) -> run());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What JAX-RS does in a server: it calls the resource, and gives what that throws to the mapper. */
    private void run() throws IOException {
        try {
            METHODS.get(request.getMethod()).accept(application.bean(ScriptResource.class));
        } catch (ScriptingException error) {
            Exchange exchange = Exchange.current().orElseThrow();
            application.bean(ErrorAnswer.class).answer(exchange.request(), exchange.response(), error);
        }
    }

    private static void add(StringBuilder fields, String name, String value) {
        fields.append(fields.isEmpty() ? "" : "&")
                .append(encoded(name))
                .append('=')
                .append(encoded(value));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
