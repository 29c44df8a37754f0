// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A script finds in the request what the client sent. */
@ExtendWith(ArquillianExtension.class)
class RequestIT {
    private static final String SCRIPT = "request.mjs";
    private static final int MOST_BYTES = 1000;

    private final ScriptClient client = new ScriptClient();

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war("request", Map.of("scripting.request.max-bytes", String.valueOf(MOST_BYTES)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
    void everyMethodRunsTheScript(String method) {
        HttpResponse<String> response =
                client.send(method, "js/it/plain.mjs/x", BodyPublishers.noBody(), "Accept", "image/png");

        assertEquals(200, response.statusCode());
        assertEquals(method + " \"x\" ", response.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH"})
    void everyMethodTakesABodyOfAnyType(String method) {
        HttpResponse<String> response = client.send(
                method, "js/it/plain.mjs", BodyPublishers.ofString("body"), "Content-Type", "application/x-unheard-of");

        assertEquals(method + " \"\" body", response.body());
    }

    @Test
    void theRequestLineIsAsSent() {
        URI base = Deployments.base();
        String uri = "/it/js/it/request.mjs/line";

        assertEquals(
                "[\"GET\",\"" + uri + "\",\"" + base.resolve(uri) + "\",\"/it\",\"a=1&b=%20\",\"HTTP/1.1\"]",
                client.value(SCRIPT, "line?a=1&b=%20"));
    }

    @ParameterizedTest
    @CsvSource({
        "resource, resource",
        "resource/3, resource/3",
        "resource/a%20b/%C5%BE, resource/a b/ž",
        "resource/, resource/"
    })
    void theResourcePathFollowsTheScriptsOwn(String sent, String seen) {
        assertEquals("\"" + seen + "\"", client.value(SCRIPT, sent));
    }

    @Test
    void parametersOfTheQuery() {
        assertEquals(
                "[\"1\",\"ž\",null,[\"1\",\"2\"],null,[\"a\",\"b\"],{\"a\":[\"1\",\"2\"],\"b\":[\"ž\"]}]",
                client.value(SCRIPT, "parameters?a=1&b=%C5%BE&a=2"));
    }

    @Test
    void parametersOfAForm() {
        assertEquals(
                "{\"returned\":[\"ž y\",[\"1\",\"2\"]]}",
                client.post(path("form"), "a=%C5%BE+y&b=1&b=2", "Content-Type", "application/x-www-form-urlencoded")
                        .body());
    }

    @Test
    void listsAreArraysAndMapsPlainObjects() {
        assertEquals("[true,true,true,true,true,true,true]", client.value(SCRIPT, "shapes?a=1"));
    }

    @Test
    void headersAreFoundInAnyCase() {
        HttpResponse<String> response =
                client.send("GET", path("headers"), BodyPublishers.noBody(), "X-A", "1", "x-a", "2");

        assertEquals("{\"returned\":[\"1\",null,[\"1\",\"2\"],[],true]}", response.body());
    }

    @Test
    void theBodyIsText() {
        assertEquals(
                "{\"returned\":[\"text/plain\",8,\"žluť 1\"]}",
                client.post(path("body"), "žluť 1", "Content-Type", "text/plain")
                        .body());
    }

    @Test
    void theBodyCanBeReadAgain() {
        assertEquals(
                "{\"returned\":[\"abc\",\"abc\"]}",
                client.post(path("bodyTwice"), "abc").body());
    }

    @Test
    void theBodyIsReadInItsOwnEncoding() {
        BodyPublisher body = BodyPublishers.ofString("é", StandardCharsets.ISO_8859_1);

        assertEquals(
                "{\"returned\":[\"ISO-8859-1\",\"é\"]}",
                client.send("POST", path("encoding"), body, "Content-Type", "text/plain; charset=ISO-8859-1")
                        .body());
    }

    @Test
    void theBodyIsJson() {
        assertEquals(
                "{\"returned\":{\"a\":[1,null,\"ž\"]}}",
                client.post(path("json"), "{\"a\": [1, null, \"ž\"]}", "Content-Type", "application/json")
                        .body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "", "undefined", "{\"a\":1}x"})
    void whatIsNoJsonIsRefused(String body) {
        HttpResponse<String> response = client.post(path("json"), body);

        assertEquals("TypeError INVALID_VALUE", ScriptClient.json(response).getString("error", response.body()));
    }

    @Test
    void theBodyIsBytes() {
        BodyPublisher body = BodyPublishers.ofByteArray(new byte[] {0, -1, 65});

        assertEquals(
                "{\"returned\":[true,[0,255,65]]}",
                client.send("POST", path("bytes"), body).body());
    }

    @Test
    void whatIsAbsentIsNull() throws IOException {
        // on a socket: the JDK's client sends Content-Length: 0 where there is no body (JDK-8283544)
        String answer = RawExchange.get(path("absent"));

        assertTrue(answer.endsWith("{\"returned\":[null,null,-1,\"\",null,null,null,null,[],null]}"), answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a=1; b=two | [[\"a\",\"1\"],[\"b\",\"two\"]]",
                "z=1; y=2; a=3; z=4 | [[\"z\",\"1\"],[\"y\",\"2\"],[\"a\",\"3\"],[\"z\",\"4\"]]",
                "pad=YWJjZA==; mail=ann@example.org | [[\"pad\",\"YWJjZA==\"],[\"mail\",\"ann@example.org\"]]",
                "u=http://h/p?q=1; l=(a)[b] | [[\"u\",\"http://h/p?q=1\"],[\"l\",\"(a)[b]\"]]",
                "j={\"a\":1,\"b\":[2]}; q=\"x y\" | [[\"j\",\"{\\\"a\\\":1,\\\"b\\\":[2]}\"],[\"q\",\"\\\"x y\\\"\"]]"
            })
    void cookiesAreWhatTheClientSent(String header, String expected) {
        HttpResponse<String> response = client.send("GET", path("cookies"), BodyPublishers.noBody(), "Cookie", header);

        assertEquals("{\"returned\":" + expected + "}", response.body());
    }

    /** A client of HTTP/2 sends it in parts, too. */
    @Test
    void theCookieHeaderIsOneHoweverItCame() throws IOException {
        try (RawExchange exchange = RawExchange.begin(
                "GET /it/" + path("cookieHeader"), "Cookie: a=1", "Cookie: b=2; c=3", "Connection: close")) {
            String answer = exchange.readToEnd();

            assertTrue(
                    answer.endsWith("{\"returned\":[\"a=1; b=2; c=3\",[\"a=1; b=2; c=3\"],[\"a\",\"b\",\"c\"],{}]}"),
                    answer);
        }
    }

    @Test
    void attributesLastForTheCallAndThoseOfTheContainerAreNotSeen() {
        assertEquals(
                "[[\"flag\",\"number\",\"text\"],[true,5,\"t\"],null,\"TypeError INVALID_NAME\",null]",
                client.value(SCRIPT, "attributes"));
    }

    @Test
    void theCallerIsNobody() {
        assertEquals("[false,false,\"http\"]", client.value(SCRIPT, "caller"));
    }

    @Test
    void theConnectionIsAsItIs() {
        int port = Deployments.base().getPort();

        assertEquals("[\"127.0.0.1\",\"127.0.0.1\",\"127.0.0.1\"]", client.value(SCRIPT, "addresses"));
        assertEquals("[true," + port + "," + port + "]", client.value(SCRIPT, "ports"));
        assertEquals("[\"string\",\"string\"]", client.value(SCRIPT, "hosts"));
    }

    @Test
    void theLocaleIsWhatTheClientPrefers() {
        HttpResponse<String> response =
                client.send("GET", path("locale"), BodyPublishers.noBody(), "Accept-Language", "de;q=0.5, cs-CZ");

        assertEquals("{\"returned\":\"cs-CZ\"}", response.body());
    }

    @Test
    void theRequestIsValidAndFrozen() {
        assertEquals("true", client.value(SCRIPT, "valid"));
        assertEquals("[true,true]", client.value(SCRIPT, "frozen"));
    }

    @Test
    void aBodyAtTheLimitIsRead() {
        String body = "x".repeat(MOST_BYTES);

        assertEquals(200, client.post("js/it/plain.mjs", body).statusCode());
        assertEquals(200, client.send("POST", "js/it/plain.mjs", chunked(body)).statusCode());
    }

    @Test
    void aBodyOverTheLimitIsAnsweredWith413() {
        assertIsTooLarge(client.post("js/it/plain.mjs", "x".repeat(MOST_BYTES + 1)));
    }

    @Test
    void aBodyOfUnknownLengthOverTheLimitIsAnsweredWith413() {
        assertIsTooLarge(client.send("POST", "js/it/plain.mjs", chunked("x".repeat(MOST_BYTES + 1))));
    }

    @Test
    void aScriptCanCatchThatTheBodyIsTooLarge() {
        assertEquals(
                "{\"returned\":\"TypeError LIMIT_EXCEEDED\"}",
                client.send("POST", path("caught"), chunked("x".repeat(MOST_BYTES + 1)))
                        .body());
    }

    @Test
    void aBodyThatIsNotReadIsRefusedWhereItsLengthIsAnnounced() {
        String body = "x".repeat(MOST_BYTES + 1);

        assertIsTooLarge(client.post(path("withoutReading"), body));
        assertEquals(
                200, client.send("POST", path("withoutReading"), chunked(body)).statusCode());
    }

    /** Grizzly says so by itself, and not why. */
    @Test
    void aLengthThatNoNumberHasRoomForIsTheClientsFault() throws IOException {
        for (String method : List.of("GET", "POST")) {
            try (RawExchange exchange = RawExchange.begin(
                    method + " /it/" + path("withoutReading"),
                    "Content-Length: " + "9".repeat(23),
                    "Connection: close")) {
                int status = RawExchange.status(exchange.readToEnd());
                assertTrue(status == 413 || status == 400, () -> method + " " + status);
            }
        }
    }

    private static void assertIsTooLarge(HttpResponse<String> response) {
        assertEquals(413, response.statusCode(), response::body);
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("Content-Type").orElse("none"));
        assertTrue(
                ScriptClient.json(response).getString("detail").contains("scripting.request.max-bytes"),
                response::body);
    }

    private static BodyPublisher chunked(String body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String path(String name) {
        return "js/it/request.mjs/" + name;
    }
}
