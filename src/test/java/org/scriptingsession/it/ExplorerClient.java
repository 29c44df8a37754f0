// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** What the explorer's page does in one browser. */
final class ExplorerClient {
    static final String TOKEN = "Explorer-Token";

    /** The browser, with its cookies. */
    final ScriptClient browser;

    private String token;

    ExplorerClient(ScriptClient browser) {
        this.browser = browser;
    }

    /** Opens the page: from now on it may look at the session that the browser has now. */
    ExplorerClient open() {
        HttpResponse<String> answer = browser.post("explorer/api/open", "", TOKEN, "open");
        assertEquals(200, answer.statusCode(), answer::body);
        token = ScriptClient.json(answer).getString("token");
        return this;
    }

    String token() {
        return token;
    }

    /** Looks without the cookie. */
    HttpResponse<String> ask(String question) {
        return new ScriptClient().send("GET", "explorer/api/" + question, BodyPublishers.noBody(), TOKEN, token);
    }

    JsonObject look(String question) {
        HttpResponse<String> answer = ask(question);
        assertEquals(200, answer.statusCode(), answer::body);
        return json(answer.body());
    }

    String state() {
        return look("session").getString("state");
    }

    /** An attribute's row in the list of all; null for none. */
    JsonObject row(String name) {
        return look("session").getJsonArray("attributes").getValuesAs(JsonObject.class).stream()
                .filter(row -> row.getString("name").equals(name))
                .findFirst()
                .orElse(null);
    }

    JsonObject attribute(String name) {
        String quoted = Json.createArrayBuilder().add(name).build().toString();
        return look("attribute?name="
                + URLEncoder.encode(quoted.substring(1, quoted.length() - 1), StandardCharsets.UTF_8));
    }

    /** Changes something, with the browser's cookie. */
    HttpResponse<String> change(String method, String path, String body) {
        return browser.send(
                method,
                "explorer/api/" + path,
                BodyPublishers.ofString(body),
                TOKEN,
                token,
                "Content-Type",
                "application/json",
                "Sec-Fetch-Site",
                "same-origin");
    }

    /** Stores a value, given as JSON, if the attribute is as the mark says; null for one that is not there. */
    HttpResponse<String> put(String name, String value, String mark) {
        String rest = mark == null ? "" : ",\"mark\":\"" + mark + "\"";
        return change("PUT", "attribute", "{\"name\":\"" + name + "\",\"value\":" + value + rest + "}");
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
