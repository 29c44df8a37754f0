// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** One browser: it keeps its cookies, as long as they are of the test application. */
final class ScriptClient {
    /** The name of the session's cookie, as the product's web.xml says. */
    static final String SESSION_COOKIE = "SCRIPTINGSID";

    /** A script that fills the heap takes a minute on a slow machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(300);

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .connectTimeout(PATIENCE)
            .build();

    /** Runs the named case of a script that {@code _cases.mjs} serves, and gives what it answered. */
    JsonObject call(String script, String name) {
        return json(body("js/it/" + script + "/" + name));
    }

    /** The body of an answer that is 200. */
    String body(String path) {
        HttpResponse<String> response = get(path);
        assertEquals(200, response.statusCode(), response::body);
        return response.body();
    }

    /** What the case returned, as JSON text; fails when it threw. */
    String value(String script, String name) {
        JsonObject answer = call(script, name);
        assertEquals(Boolean.FALSE, answer.containsKey("error"), answer::toString);
        return answer.containsKey("returned") ? answer.get("returned").toString() : "undefined";
    }

    /** Constructor and code of the error that the case threw, such as {@code TypeError INVALID_NAME}. */
    String error(String script, String name) {
        JsonObject answer = call(script, name);
        return answer.containsKey("error") ? answer.getString("error") : "no error but " + answer;
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        return send("POST", path, BodyPublishers.ofString(body), headers);
    }

    HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
        return send(method, path, body, BodyHandlers.ofString(), headers);
    }

    <T> HttpResponse<T> send(
            String method, String path, BodyPublisher body, HttpResponse.BodyHandler<T> handler, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(Deployments.base().resolve(path))
                .timeout(PATIENCE)
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The session's cookie as a request sends it, such as {@code SCRIPTINGSID=...}; empty before there is one. */
    Optional<String> sessionCookie() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(SESSION_COOKIE))
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .findFirst();
    }

    /** Takes another client's cookies, as a second window of the same browser would. */
    ScriptClient secondWindow() {
        ScriptClient other = new ScriptClient();
        URI base = Deployments.base();
        cookies.getCookieStore()
                .get(base)
                .forEach(cookie -> other.cookies.getCookieStore().add(base, cookie));
        return other;
    }

    static JsonObject json(HttpResponse<String> response) {
        return json(response.body());
    }

    static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
