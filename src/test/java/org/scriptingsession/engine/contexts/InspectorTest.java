// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.scriptingsession.cases.DevTools;
import org.scriptingsession.error.Failures;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.it.Await;
import org.scriptingsession.module.ModuleGraph;

/** Somebody looks into scripts that run in the product's contexts. */
@Timeout(300)
class InspectorTest {
    private static final Pattern ADDRESS = Pattern.compile("ws://127\\.0\\.0\\.1:(\\d+)/\\S+");
    private static final int PATIENCE_SECONDS = 100;
    private static final String SCRIPT =
            """
            const list = [1, 2];
            let sum = 0;
            for (const one of list) {
              sum += one;
            }
            const text = `sum ${sum}`;
            globalThis.console.debug(text);
            """;

    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private final Logger logger = Logger.getLogger(Inspector.class.getName());
    private final Handler ear = new Handler() {
        @Override
        public void publish(LogRecord line) {
            said.add(new SimpleFormatter().formatMessage(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(ear);
        logger.setLevel(java.util.logging.Level.INFO);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(ear);
    }

    @Test
    void everyRunStopsAtABreakpoint() {
        try (TestContexts contexts = inspected("PT10S");
                DevTools tools = new DevTools(address())) {
            ModuleGraph script = contexts.graph("script", SCRIPT);
            tools.breakAt("script.mjs", 4);
            for (int run = 1; run <= 3; run++) {
                CompletableFuture<Void> running = CompletableFuture.runAsync(() -> contexts.run(script));
                JsonObject first = tools.pausedFrame();
                assertEquals(4, DevTools.line(first));
                assertEquals("0", tools.variable(first, "sum"));
                assertEquals("1", tools.variable(first, "one"));
                tools.stepOver();
                JsonObject second = tools.pausedFrame();
                assertEquals(3, DevTools.line(second));
                assertEquals("1", tools.variable(second, "sum"));
                tools.resume();
                JsonObject third = tools.pausedFrame();
                assertEquals("2", tools.variable(third, "one"));
                tools.resume();
                end(running);
            }
            assertFalse(tools.hasPaused());
        }
    }

    @Test
    void theDeadlineStandsStillWhileAScriptIsStopped() {
        try (TestContexts contexts = inspected("PT3S");
                DevTools tools = new DevTools(address())) {
            tools.breakAt("script.mjs", 2);
            ModuleGraph script =
                    contexts.graph("script", "const began = Date.now();\nglobalThis.console.debug(began);");
            CompletableFuture<Void> running = CompletableFuture.runAsync(() -> contexts.run(script));
            JsonObject stop = tools.pausedFrame();
            assertEquals("true", tools.evaluate(stop, "(() => { while (Date.now() - began < 5000); return true; })()"));
            assertFalse(running.isDone());
            tools.resume();
            end(running);
            assertEquals(0, contexts.statistics().getTimeouts());
        }
    }

    @Test
    void theDeadlineHoldsForARunThatIsNotStopped() {
        try (TestContexts contexts = inspected("PT3S");
                DevTools tools = new DevTools(address())) {
            tools.breakAt("script.mjs", 1);
            CompletableFuture<Void> running = CompletableFuture.runAsync(
                    () -> contexts.run(contexts.graph("script", "let i = 0;\nfor (;;) i++;")));
            tools.pausedFrame();
            tools.resume();
            assertThrows(ExecutionException.class, () -> running.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            assertEquals(1, contexts.statistics().getTimeouts());
        }
    }

    @Test
    void aDebuggerThatGoesAwayLetsScriptsGoOn() {
        try (TestContexts contexts = inspected("PT10S")) {
            CompletableFuture<Void> running;
            try (DevTools tools = new DevTools(address())) {
                tools.breakAt("script.mjs", 4);
                running = CompletableFuture.runAsync(() -> contexts.run(contexts.graph("script", SCRIPT)));
                tools.pausedFrame();
            }
            end(running);
        }
    }

    @Test
    void anEndWhileAScriptIsStoppedClosesThePort() {
        CompletableFuture<Void> running;
        URI address;
        try (TestContexts contexts = inspected("PT10S")) {
            address = address();
            DevTools tools = new DevTools(address);
            tools.breakAt("script.mjs", 4);
            running = CompletableFuture.runAsync(() -> contexts.run(contexts.graph("script", SCRIPT)));
            tools.pausedFrame();
        }
        // by its own end, or by that of its context
        awaitEnd(running);
        assertThrows(ConnectException.class, () -> connect(address.getPort()));
    }

    @Test
    void aPortThatIsTakenIsRefusedWithWhatToDo() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Failures.of(Mistake.INSPECTOR_FAILED, () -> inspectedAt(taken.getLocalPort()));
        }
    }

    /** The tool is on the class path of the tests. */
    @Test
    void offNothingListens() {
        try (TestContexts contexts = new TestContexts(Map.of("scripting.development", "true"))) {
            contexts.run(contexts.graph("script", SCRIPT));
            assertEquals(List.of(), said);
            // those of a test before end after it
            Await.until(
                    Duration.ofSeconds(PATIENCE_SECONDS),
                    () -> "no thread listens: " + Thread.getAllStackTraces().keySet(),
                    () -> Thread.getAllStackTraces().keySet().stream()
                            .noneMatch(thread -> thread.getName().contains("WebSocket") && thread.isAlive()));
        }
    }

    private static void awaitEnd(CompletableFuture<Void> running) {
        running.handle((done, failure) -> null)
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    private static void end(CompletableFuture<Void> running) {
        running.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    private static void connect(int port) throws IOException {
        new Socket(InetAddress.getByName("127.0.0.1"), port).close();
    }

    private static TestContexts inspectedAt(int port) {
        return new TestContexts(Map.of("scripting.development", "true", "scripting.inspect", "127.0.0.1:" + port));
    }

    private TestContexts inspected(String timeout) {
        return new TestContexts(Map.of(
                "scripting.development", "true", "scripting.inspect", "127.0.0.1:0", "scripting.timeout", timeout));
    }

    private URI address() {
        Matcher address = ADDRESS.matcher(String.join("\n", said));
        assertTrue(address.find(), said::toString);
        return URI.create(address.group());
    }
}
