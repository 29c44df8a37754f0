// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.both;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.exchange.Problem;

/** A server that is told to stop (SIGTERM) lets the calls end that it has begun. */
@Timeout(900)
class GracefulStopIT {
    private static final String CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n";

    @ParameterizedTest
    @ValueSource(strings = {"payara-micro", "wildfly"})
    void callsThatHaveBegunAreAnswered(String folder) throws Exception {
        try (ServerProcess server = new ServerProcess(folder)) {
            server.awaitReady();
            List<CompletableFuture<String>> answers = List.of(answer(server, "closes"), answer(server, "flushes"));
            server.awaitLog("begun closes");
            server.awaitLog("begun flushes");

            server.stop();

            for (CompletableFuture<String> answer : answers) {
                WireAnswer whole = WireAnswer.of("GET", answer.get(120, TimeUnit.SECONDS));
                assertEquals(200, whole.status(), whole::toString);
                assertTrue(whole.toString().contains("ended"), whole::toString);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"payara-micro", "wildfly"})
    void callsThatFailMeanwhileAreAnsweredWithTheirProblem(String folder) throws Exception {
        try (ServerProcess server = new ServerProcess(folder)) {
            server.awaitReady();
            CompletableFuture<String> fails = answer(server, "fails");
            CompletableFuture<String> outlasts = answer(server, "outlasts");
            server.awaitLog("begun fails");
            server.awaitLog("begun outlasts");

            server.stop();

            assertProblem(Mistake.SCRIPT_FAILED, fails);
            assertProblem(Mistake.DEADLINE_PASSED, outlasts);
        }
    }

    /** Payara gives the session's cookie under the lock that it holds while it stops the application. */
    @ParameterizedTest
    @ValueSource(strings = {"payara-micro", "wildfly"})
    void aCallThatBeginsASessionMeanwhileWaitsForNoOther(String folder) throws Exception {
        try (ServerProcess server = new ServerProcess(folder)) {
            server.awaitReady();
            CompletableFuture<String> outlasts = answer(server, "outlasts");
            CompletableFuture<String> begins = answer(server, "begins");
            server.awaitLog("begun outlasts");
            server.awaitLog("begun begins");

            server.stop();

            WireAnswer whole = WireAnswer.of("GET", begins.get(120, TimeUnit.SECONDS));
            // it has seven seconds to go
            assertFalse(outlasts.isDone(), whole::toString);
            assertEquals(200, whole.status(), whole::toString);
            assertProblem(Mistake.DEADLINE_PASSED, outlasts);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"payara-micro", "wildfly"})
    void aCallWhoseBodyIsOnItsWayIsAnswered(String folder) throws Exception {
        try (ServerProcess server = new ServerProcess(folder)) {
            server.awaitReady();
            try (Socket client = server.connect()) {
                send(
                        client,
                        "POST /scripting-session/js/echo.mjs HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n"
                                + "Content-Type: text/plain\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n");
                assertEquals(CONTINUE, new String(client.getInputStream().readNBytes(CONTINUE.length())));
                send(client, "ha");

                server.stop();

                // the server may answer before the rest comes, or after it
                Thread.sleep(1000);
                sendTo(client, "lf");
                String answer = new String(client.getInputStream().readAllBytes());
                assertTrue(answer.matches("(?s)HTTP/1.1 (200|503).*"), answer);
            }
        }
    }

    private static void assertProblem(Mistake mistake, CompletableFuture<String> answer) throws Exception {
        WireAnswer whole = WireAnswer.of("GET", answer.get(120, TimeUnit.SECONDS));
        assertEquals(mistake.status(), whole.status(), whole::toString);
        assertTrue(whole.toString().contains(Problem.MEDIA_TYPE), whole::toString);
        assertTrue(whole.toString().contains(mistake.id()), whole::toString);
        assertFalse(whole.toString().contains("ended"), whole::toString);
    }

    private static void sendTo(Socket client, String text) {
        try {
            send(client, text);
        } catch (IOException answeredAlready) {
            // what it has answered is read all the same
        }
    }

    private static void send(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static CompletableFuture<String> answer(ServerProcess server, String name) {
        return CompletableFuture.supplyAsync(() -> server.get("ending.mjs/" + name));
    }
}
