// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clients that take their answers slowly, or not at all, keep no context and no thread from others; nor do slow scripts. */
@ExtendWith(ArquillianExtension.class)
@Timeout(100)
class SlowClientsIT {
    /** More than there are contexts, and threads of requests. */
    private static final int CLIENTS = 40;

    /** Of 1 KiB: more than the system buffers for a connection. */
    private static final int LINES = 8000;

    /** More than servers read at once, and than is kept in memory here. */
    private static final int BODY = 400_000;

    /** A script's deadline, and how long it waits for a client that takes nothing. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n";

    private final ScriptClient other = new ScriptClient();

    @Deployment(testable = false)
    static WebArchive application() {
        return PoolFigures.addTo(Deployments.war(
                "slow",
                Map.of(
                        "scripting.contexts",
                        "4",
                        // all bodies come at once, and a busy machine serves them no faster for that
                        "scripting.contexts.wait",
                        PATIENCE.toString(),
                        "scripting.timeout",
                        PATIENCE.toString(),
                        "scripting.request.max-bytes",
                        "1 MiB",
                        "scripting.response.ahead-bytes",
                        "12 MiB")));
    }

    @Test
    void othersAreServed() throws IOException {
        List<Socket> clients = new ArrayList<>();
        try {
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(begin("large.mjs?lines=" + LINES + (i % 2 == 0 ? "" : "&flushed=yes")));
                clients.get(i).getInputStream().readNBytes(100);
                assertEquals(0, PoolFigures.idle().inUse(), "a context waits for its client");
            }
            for (int i = 0; i < 50; i++) {
                assertEquals("null", other.body("js/it/stored.mjs"));
            }

            // the last is the next to read
            Socket late = clients.get(CLIENTS - 1);
            request(late, "stored.mjs", "Connection: close\r\n");
            String answer = rest(late);
            assertEquals(
                    LINES, answer.lines().filter(line -> line.length() == 1023).count());
            assertTrue(answer.contains("." + (LINES - 1) + "\n"), "the end");
            assertTrue(
                    answer.contains("\n\r\n0\r\n\r\nHTTP/1.1 200"),
                    () -> "a whole answer, and that to the next request: " + answer.substring(answer.length() - 200));
            assertTrue(answer.contains("null"), answer);
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
        assertEquals("null", other.body("js/it/stored.mjs"));
    }

    @Test
    void aBodyIsThereBeforeAContextIsTaken() throws IOException {
        PoolFigures.idle();
        String body = "x".repeat(BODY - 4) + "last";
        List<RawExchange> senders = new ArrayList<>();
        try {
            for (int i = 0; i < CLIENTS; i++) {
                RawExchange sender = RawExchange.begin(
                        "POST " + path("received.mjs"), "Content-Type: a/b", "Content-Length: " + BODY);
                sender.send(body.substring(0, 1000));
                senders.add(sender);
            }
            assertEquals("null", other.body("js/it/stored.mjs"));
            assertEquals(0, PoolFigures.now().inUse(), "a context waits for a body");

            for (RawExchange sender : senders) {
                sender.send(body.substring(1000));
            }
            for (RawExchange sender : senders) {
                String answer = sender.readUntil("last a/b");
                assertTrue(answer.contains("\n" + BODY + " xxxxxxlast a/b"), answer);
                String cookie = answer.replaceAll("(?s).*(SCRIPTINGSID=[^;]*);.*", "$1");
                assertTrue(
                        RawExchange.get("js/it/stored.mjs", "Cookie: " + cookie).endsWith("sent"), answer);
            }
        } finally {
            for (RawExchange sender : senders) {
                sender.close();
            }
        }
        assertEquals(0, PoolFigures.idle().inUse());
    }

    @Test
    void aBodyOfUnknownLengthIsWaitedForToo() throws IOException {
        PoolFigures.idle();
        try (RawExchange sender =
                RawExchange.begin("PUT " + path("received.mjs"), "Content-Type: a/b", "Transfer-Encoding: chunked")) {
            sender.send("5\r\nhello\r\n");
            assertEquals("null", other.body("js/it/stored.mjs"));
            assertEquals(0, PoolFigures.now().inUse());
            sender.send("6\r\n world\r\n0\r\n\r\n");
            assertTrue(sender.readUntil("a/b").contains("\n11 ello world a/b"));
        }
        assertEquals(0, PoolFigures.idle().inUse());
    }

    @Test
    void aBodyThatGrowsTooLargeIsRefused() throws IOException {
        String piece = "x".repeat(65_536);
        try (RawExchange sender =
                RawExchange.begin("POST " + path("received.mjs"), "Transfer-Encoding: chunked", "Connection: close")) {
            sender.send("1\r\nx\r\n");
            assertEquals("null", other.body("js/it/stored.mjs"));
            String answer = "";
            try {
                for (int i = 0; i < 40; i++) {
                    sender.send("10000\r\n" + piece + "\r\n");
                }
                answer = sender.readUntil("SCRIPTING-0506");
            } catch (IOException cut) {
                // who goes on sending does not always get the answer
                assertEquals("", answer);
            }
        }
        assertEquals(0, PoolFigures.idle().inUse());
        assertEquals("null", other.body("js/it/stored.mjs"));
    }

    @Test
    void aBodyThatEndsTooEarlyIsNobodysTrouble() throws IOException {
        for (int i = 0; i < CLIENTS; i++) {
            try (RawExchange sender = RawExchange.begin("POST " + path("received.mjs"), "Content-Length: " + BODY)) {
                sender.send("begun");
            }
        }
        assertEquals(0, PoolFigures.idle().inUse());
        assertEquals("null", other.body("js/it/stored.mjs"));
    }

    @Test
    void whoAsksBeforeSendingTooMuchIsRefusedAtOnce() throws IOException {
        try (RawExchange sender = RawExchange.begin(
                "POST " + path("received.mjs"), "Expect: 100-continue", "Content-Length: 100000000")) {
            String answer = sender.readUntil("SCRIPTING-0506");
            // Grizzly says so before it asks the application
            String before = System.getProperty("arquillian.launch").startsWith("payara") ? CONTINUE : "";
            assertTrue(answer.startsWith(before + "HTTP/1.1 413 "), answer);
        }
        try (RawExchange sender = RawExchange.begin(
                "POST " + path("received.mjs"), "Expect: 100-continue", "Content-Length: 5", "Content-Type: a/b")) {
            sender.readUntil(CONTINUE);
            sender.send("hello");
            assertTrue(sender.readUntil("a/b").contains("\n5 hello a/b"));
        }
    }

    @Test
    void whatComesOutIsWhatWentIn() {
        for (String flushed : List.of("", "&flushed=yes")) {
            String body = other.body("js/it/large.mjs?lines=" + LINES + flushed);
            String[] lines = body.split("\n");
            assertEquals(LINES, lines.length);
            for (int i = 0; i < LINES; i++) {
                assertTrue(lines[i].endsWith("." + i), lines[i]);
            }
        }
    }

    @Test
    void slowCallsOfAScriptLeaveContextsToOthers() throws IOException {
        PoolFigures.idle();
        List<Socket> clients = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                clients.add(begin("turns.mjs", "Connection: close\r\n"));
            }
            PoolFigures.await(figures -> figures.inUse() == 4);

            assertEquals("null", other.body("js/it/stored.mjs"), "waits until they are slow, not until they end");
            assertEquals(4, PoolFigures.now().inUse(), "the calls were too short for this test");
            for (Socket client : clients) {
                assertTrue(rest(client).contains("turned"));
            }
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
        assertEquals(0, PoolFigures.idle().inUse());
    }

    @Test
    void theSessionIsStoredBeforeTheClientHasSeenTheEnd() throws IOException {
        try (RawExchange first = RawExchange.begin("GET " + path("store.mjs"))) {
            String cookie = first.readUntil("\r\n\r\n").replaceAll("(?s).*(SCRIPTINGSID=[^;]*);.*", "$1");
            PoolFigures.idle();
            assertTrue(RawExchange.get("js/it/stored.mjs", "Cookie: " + cookie).endsWith("yes"), cookie);
        }
    }

    @Test
    void whoIsTooFarAheadWaitsForAClientThatTakesAll() {
        assertEquals(1000 * 16_384, other.body("js/it/far.mjs").length());
    }

    /** A script that is too far ahead waits for its client, and no longer than there is one. */
    @Test
    void aClientThatIsGoneIsWaitedForNoLonger() throws IOException {
        try (Socket client = begin("large.mjs?lines=40000")) {
            client.getInputStream().readNBytes(100);
            PoolFigures.await(figures -> figures.inUse() == 1);
        }
        long closed = System.nanoTime();
        assertEquals(0, PoolFigures.idle().inUse());
        Duration waited = Duration.ofNanos(System.nanoTime() - closed);
        assertTrue(waited.compareTo(PATIENCE.dividedBy(2)) < 0, waited::toString);
    }

    private static String path(String script) {
        return Deployments.base().getPath() + "js/it/" + script;
    }

    /** A client that has little room for what it does not read. */
    private static Socket begin(String script) throws IOException {
        return begin(script, "");
    }

    private static Socket begin(String script, String headers) throws IOException {
        URI base = Deployments.base();
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout(60_000);
        socket.connect(new InetSocketAddress(base.getHost(), base.getPort()));
        request(socket, script, headers);
        return socket;
    }

    private static String rest(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void request(Socket socket, String script, String headers) throws IOException {
        String head = "GET " + path(script) + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    }
}
