// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.cluster;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** A browser with cookies, at the balancer or at a node. */
final class Shopper {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SESSION_COOKIE = "SCRIPTINGSID";

    /** One for all: each has threads of its own. */
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** By name; all of them are the application's. */
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    /**
     * Asks for some work.
     *
     * @return what the session holds after it; empty when it cannot be known: the connection broke, or the answer was no 200
     */
    Optional<JsonObject> ask(URI base, String work) throws InterruptedException {
        try {
            HttpResponse<String> response = send(base, work);
            return response.statusCode() == 200 ? Optional.of(json(response.body())) : Optional.empty();
        } catch (IOException broken) {
            return Optional.empty();
        }
    }

    /** As {@link #ask}, where nothing may fail. */
    JsonObject get(URI base, String work, String... headers) {
        try {
            HttpResponse<String> response = send(base, work, headers);
            if (response.statusCode() != 200) {
                throw new AssertionError(response.statusCode() + " " + response.body());
            }
            return json(response.body());
        } catch (IOException e) {
            throw new AssertionError(work, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The status alone. */
    int status(URI base, String work) {
        return response(base, work).statusCode();
    }

    /** All of the answer, which there must be. */
    HttpResponse<String> response(URI base, String work) {
        try {
            return send(base, work);
        } catch (IOException e) {
            throw new AssertionError(work, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Logs alice in, while a script of the shop runs. */
    JsonObject logIn(URI base) {
        try {
            return json(send(base, "read", "X-User", "alice", "X-Password", "alice!")
                    .body());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> send(URI base, String work, String... headers)
            throws IOException, InterruptedException {
        // Java's client sends a GET again by itself when its connection breaks
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(work)).timeout(PATIENCE).POST(BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
        for (String header : response.headers().allValues("Set-Cookie")) {
            HttpCookie.parse(header).forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
        }
        return response;
    }

    /** The session's cookie as it is sent. */
    String sessionCookie() {
        return SESSION_COOKIE + "=" + cookies.get(SESSION_COOKIE);
    }

    /** Another browser that has stolen the session's cookie, and nothing else, from this one. */
    Shopper withSessionAlone() {
        Shopper other = new Shopper();
        other.cookies.put(SESSION_COOKIE, cookies.get(SESSION_COOKIE));
        return other;
    }

    private static JsonObject json(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }
}
