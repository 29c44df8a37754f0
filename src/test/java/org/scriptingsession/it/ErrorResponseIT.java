// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptingsession.exchange.ErrorAnswer;
import org.scriptingsession.it.app.ComponentFilter;
import org.scriptingsession.it.app.LogTrail;
import org.scriptingsession.it.redeploy.ServerLog;

/** What a client gets when a script fails, in production. */
@ExtendWith(ArquillianExtension.class)
class ErrorResponseIT {
    private static final Duration DEADLINE = Duration.ofSeconds(2);

    private final ScriptClient client = new ScriptClient();

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war(
                        "errors",
                        Map.of(
                                "scripting.timeout",
                                DEADLINE.toString(),
                                "scripting.contexts",
                                "1",
                                "scripting.contexts.wait",
                                "PT0.2S"))
                .addClasses(ComponentFilter.class, LogTrail.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "throws",
                "throwsText",
                "throwsNull",
                "reference",
                "uncaught",
                "afterOutput",
                "afterNoContent",
                "atBuffer",
                "async",
                "rejected",
                "recursion"
            })
    void aFailedScriptIsAnsweredWith500AndNothingOfItsOwn(String name) {
        HttpResponse<String> response = client.get(path(name));

        JsonObject problem = problem(response, 500);
        assertEquals("Internal Server Error", problem.getString("title"));
        assertEquals(Set.of("type", "title", "status", "detail", "errorId", "error"), problem.keySet());
        for (String secret :
                List.of("leaked", "absentName", "_fails", "half", "dropped", "errors.mjs", "graal", "java.")) {
            assertFalse(response.body().contains(secret), response::body);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "message",
                "thrownText",
                "name",
                "cause",
                "several",
                "rejected",
                "property",
                "module",
                "console",
                "functionsName"
            })
    void nothingThatAClientSendsBeginsALineOfTheLog(String name) {
        for (String lineBreak : List.of("%0A", "%0D", "%0D%0A", "%0B", "%C2%85", "%E2%80%A8", "%E2%80%A9")) {
            problem(client.get("js/it/forges.mjs/" + name + "?break=" + lineBreak), 500);
        }

        String log = client.get("log").body();
        assertTrue(log.contains(LogTrail.MARK) && log.contains("forged"), log);
        for (String line : log.split("\\R")) {
            assertFalse(line.startsWith("2026"), line);
        }
    }

    @Test
    void eachFailureHasItsOwnErrorId() {
        String first = problem(client.get(path("throws")), 500).getString("errorId");
        String second = problem(client.get(path("throws")), 500).getString("errorId");

        assertEquals(first, UUID.fromString(first).toString());
        assertFalse(first.equals(second));
    }

    @Test
    void headersOfTheFailedScriptAreNotSent() {
        for (String name : List.of("afterOutput", "afterNoContent", "atBuffer")) {
            HttpResponse<String> response = client.get(path(name));

            assertEquals(List.of(), response.headers().allValues("X-A"), name);
            assertEquals(List.of(), response.headers().allValues("Set-Cookie"), name);
        }
    }

    /** Whatever the container has of it already; the session stays. */
    @Test
    void cookiesOfOtherComponentsAreNotSentWithWhatTakesThePlaceOfTheirResponse() {
        List<String> cookies =
                client.get(path("afterNoContent?component")).headers().allValues("Set-Cookie");

        assertEquals(1, cookies.size(), cookies::toString);
        assertTrue(cookies.get(0).startsWith(ScriptClient.SESSION_COOKIE + "="), cookies::toString);
    }

    @Test
    void anHttp10ClientGetsAProblemOrACutConnectionAsWell() throws IOException {
        try (RawExchange exchange = RawExchange.begin("GET /it/" + path("atBuffer") + " HTTP/1.0")) {
            String answer = exchange.readToEnd();

            assertEquals(500, Integer.parseInt(answer.substring(9, 12)), answer);
            assertFalse(answer.contains("half"), answer);
            assertTrue(answer.contains("errorId"), answer);
        }
        try (RawExchange exchange = RawExchange.begin("GET /it/" + path("pastBuffer") + " HTTP/1.0")) {
            String answer = exchange.readToEnd();

            assertEquals(200, Integer.parseInt(answer.substring(9, 12)), answer);
            assertFalse(answer.contains("errorId"), answer);
        }
    }

    @Test
    void whatIsPastTheBufferIsCommitted() {
        assertEquals(
                "half".repeat(2250) + "RESPONSE_COMMITTED",
                client.get(path("sessionAfterBuffer")).body());
    }

    @Test
    void theSessionOfTheFailedScriptIsKept() {
        HttpResponse<String> response = client.get(path("withCookie"));

        assertEquals(500, response.statusCode());
        List<String> cookies = response.headers().allValues("Set-Cookie");
        assertEquals(1, cookies.size(), cookies::toString);
        assertTrue(cookies.get(0).startsWith(ScriptClient.SESSION_COOKIE + "="), cookies::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"loops", "catches", "regexp"})
    void aScriptIsStoppedAtItsDeadline(String name) {
        Instant begin = Instant.now();
        JsonObject problem = problem(client.get(path(name)), 503);

        Duration taken = Duration.between(begin, Instant.now());
        assertEquals("SCRIPTING-0301", problem.getString("error"));
        assertTrue(taken.compareTo(DEADLINE) >= 0, taken::toString);
        assertTrue(taken.compareTo(DEADLINE.multipliedBy(10)) < 0, taken::toString);
        assertEquals("fine", client.get(path("fine")).body());
    }

    @Test
    void withoutAFreeContextTheClientIsAskedToTryAgain() throws IOException {
        // a body of GET is not waited for before the script runs
        try (RawExchange busy =
                RawExchange.begin("GET /it/" + path("waits"), "Content-Length: 1", "Connection: close")) {
            busy.readUntil("begun");
            HttpResponse<String> refused = client.get(path("fine"));
            busy.send("x");

            assertEquals("SCRIPTING-0302", problem(refused, 503).getString("error"));
            int seconds =
                    Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow());
            assertTrue(seconds > 0);
            assertTrue(busy.readToEnd().contains("done"));
        }
        assertEquals("fine", client.get(path("fine")).body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"afterFlush", "afterLarge", "afterBuffer", "pastBuffer", "loopsAfterFlush"})
    void afterOutputTheConnectionIsCut(String name) throws IOException {
        try (RawExchange exchange = RawExchange.begin("GET /it/" + path(name))) {
            String answer = exchange.readToEnd();

            assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
            assertTrue(answer.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked"), answer);
            assertTrue(answer.contains("half"), answer);
            assertFalse(answer.endsWith("0\r\n\r\n"), "the body ends as if it were whole");
            assertFalse(answer.contains("errorId"), answer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"afterFlush", "afterLarge", "loopsAfterFlush"})
    void theEndOfAConnectionThatWasAskedForIsNotThatOfTheBody(String name) throws IOException {
        try (RawExchange exchange = RawExchange.begin("GET /it/" + path(name), "Connection: close")) {
            String answer = exchange.readToEnd();

            boolean chunked = answer.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked");
            assertTrue(exchange.isReset() || chunked && !answer.endsWith("0\r\n\r\n"), answer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"afterFlush", "afterLarge"})
    void aClientOfHttp10SeesThatTheBodyIsCut(String name) throws IOException {
        try (RawExchange exchange = RawExchange.begin("GET /it/" + path(name) + " HTTP/1.0")) {
            String answer = exchange.readToEnd();

            assertTrue(exchange.isReset(), answer);
        }
    }

    @Test
    void anOrdinaryClientSeesThatTheBodyIsCut() {
        assertThrows(UncheckedIOException.class, () -> client.get(path("afterFlush")));
    }

    @Test
    void afterOutputOfAKnownLengthTheConnectionIsCut() throws IOException {
        try (RawExchange exchange = RawExchange.begin("GET /it/" + path("afterFlushWithLength"))) {
            String answer = exchange.readToEnd();

            assertTrue(answer.endsWith("\r\n\r\nhalf"), answer);
        }
    }

    @Test
    void anotherRequestIsServedAfterACut() throws IOException {
        try (RawExchange exchange = RawExchange.begin("GET /it/" + path("afterFlush"))) {
            exchange.readToEnd();
        }

        assertEquals("fine", client.get(path("fine")).body());
    }

    @Test
    void aResponseThatWasClosedIsWhole() {
        HttpResponse<String> response = client.get(path("afterClose"));

        assertEquals(200, response.statusCode());
        assertEquals("whole", response.body());
    }

    /** The line of the product, with the place in the script, and none of JAX-RS or the container. */
    @Test
    void theLogHasWhatTheClientIsNotTold() throws IOException {
        ServerLog server = ServerLog.now();
        for (String name : List.of("afterFlush", "afterLarge", "loopsAfterFlush", "afterClose")) {
            String error = name.equals("loopsAfterFlush") ? " SCRIPTING-0301: " : " SCRIPTING-0208: ";
            int before = client.body("log").length();
            RawExchange.get(path(name));

            Await.until(DEADLINE, () -> name, () -> client.body("log")
                    .substring(before)
                    .contains(error));
        }
        assertEquals(
                List.of(),
                server.faults().stream()
                        .filter(fault -> !fault.contains(ErrorAnswer.class.getName()))
                        .toList());
    }

    @Test
    void anAwaitThatNeverEndsIsTheScriptsFault() {
        assertEquals(
                "SCRIPTING-0209", problem(client.get("js/it/never.mjs"), 500).getString("error"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"errors.mjs/handled", "errors.mjs/asyncFine", "awaits.mjs"})
    void whatIsAwaitedOrCaughtIsNoFailure(String path) {
        assertEquals(200, client.get("js/it/" + path).statusCode());
    }

    static JsonObject problem(HttpResponse<String> response, int status) {
        assertEquals(status, response.statusCode(), response::body);
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("Content-Type").orElse("none"));
        JsonObject problem = ScriptClient.json(response);
        assertEquals(status, problem.getInt("status"));
        assertEquals("about:blank", problem.getString("type"));
        return problem;
    }

    private static String path(String name) {
        return "js/it/errors.mjs/" + name;
    }
}
