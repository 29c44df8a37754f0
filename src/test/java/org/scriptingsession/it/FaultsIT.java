// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scriptingsession.it.app.LogTrail;
import org.scriptingsession.it.app.faults.Memory;
import org.scriptingsession.it.app.faults.TemporaryFolderServlet;
import org.scriptingsession.it.redeploy.ServerLog;

/** Disk, memory or connection fails: client and log are told what concerns them, and the next request is served. */
@ExtendWith(ArquillianExtension.class)
class FaultsIT {
    private static final Path FOLDER = Deployments.folder();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String FINE = "response.print('fine');";
    private static final String IMPORT = "import { response } from 'sdk/http';\n";

    private final ScriptClient client = new ScriptClient();
    private String loggedBefore;
    private int count;

    @Deployment(testable = false)
    static WebArchive application() {
        Map<String, String> settings = Map.of(
                "scripting.scripts.directory", FOLDER.toString(),
                "scripting.scripts.refresh", "PT0S",
                "scripting.request.memory-bytes", "1 KiB",
                "scripting.response.memory-bytes", "1 KiB",
                // the heap is filled in it
                "scripting.timeout", "PT300S");
        return PoolFigures.addTo(Deployments.war("faults", settings))
                .addClasses(LogTrail.class, Memory.class, TemporaryFolderServlet.class);
    }

    @BeforeEach
    void isServed() {
        isServedStill();
        loggedBefore = client.body("log");
    }

    /** In the same session: what failed has not cost the client its own. */
    @AfterEach
    void isServedStill() {
        assertEquals(String.valueOf(++count), client.body("js/it/fine.mjs"));
        assertEquals(0, PoolFigures.idle().inUse());
    }

    @Test
    void withoutRoomForItsFileABodyIsRefused() throws IOException {
        withoutTemporaryFolder(() -> {
            HttpResponse<String> refused = parts();
            assertProblem(refused, 500, "SCRIPTING-0208");
            assertLogged(refused, "a file of a request cannot be written");
        });
        assertEquals("2", parts().body());
    }

    @Test
    void withoutRoomForItsFileAResponseIsCut() throws IOException {
        withoutTemporaryFolder(() -> {
            try (RawExchange exchange = large()) {
                exchange.readUntil("\r\n\r\n");
                PoolFigures.idle();
                String answer = exchange.readToEnd();
                assertTrue(exchange.isReset() || !answer.endsWith("\r\n0\r\n\r\n"), "it looks whole");
            }
            // the connection is cut before the error is logged
            Await.until(PATIENCE, this::logged, () -> logged().contains("a file of a response cannot be written"));
        });
        assertEquals(256 << 16, client.body("js/it/large.mjs").length());
    }

    @Test
    void aScriptThatBecomesAFolderIsNone() throws IOException {
        Path script = FOLDER.resolve("page.mjs");
        Files.writeString(script, IMPORT + FINE);
        assertEquals("fine", client.body("js/page.mjs"));

        Files.delete(script);
        Files.createDirectory(script);
        assertProblem(client.get("js/page.mjs"), 404, "SCRIPTING-0201");
        assertEquals("", logged());

        Files.delete(script);
        Files.writeString(script, IMPORT + FINE);
        assertEquals("fine", client.body("js/page.mjs"));
    }

    /** As a full disk leaves it, or one who copies it without a rename. */
    @Test
    void aScriptThatIsCutOffIsAnErrorUntilItIsWhole() throws IOException {
        Path script = FOLDER.resolve("cut.mjs");
        byte[] whole = (IMPORT + "response.print('ž');").getBytes(StandardCharsets.UTF_8);
        for (int length = whole.length - 1; length > whole.length - 5; length--) {
            Files.write(script, Arrays.copyOf(whole, length));
            HttpResponse<String> cut = client.get("js/cut.mjs");
            // the fourth byte from the end is the second of the letter's two
            boolean inLetter = length == whole.length - 4;
            if (length == whole.length - 1) {
                assertEquals("ž", cut.body());
            } else {
                assertProblem(cut, 500, inLetter ? "SCRIPTING-0207" : "SCRIPTING-0202");
                assertLogged(cut, "cut.mjs:");
            }
        }
        Files.write(script, whole);
        assertEquals("ž", client.body("js/cut.mjs"));
    }

    @Test
    void aFileInTheFoldersPlaceIsNoFolder() throws IOException {
        Path away = FOLDER.resolveSibling(FOLDER.getFileName() + "-away");
        Files.move(FOLDER, away);
        Files.createFile(FOLDER);
        try {
            HttpResponse<String> gone = client.get("js/it/fine.mjs");
            assertProblem(gone, 503, "SCRIPTING-0214");
            assertTrue(gone.headers().firstValue("Retry-After").isPresent());
            assertLogged(gone, "scripting.scripts.directory");
        } finally {
            Files.delete(FOLDER);
            Files.move(away, FOLDER);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "array, SCRIPTING-0303, it/memory.array() failed",
        "arrayLater, SCRIPTING-0303, it/memory.arrayLater() failed",
        "recursionLater, SCRIPTING-0208, it/memory.recursionLater() failed",
        "hoard, SCRIPTING-0303, it/memory.mjs"
    })
    void whoAsksForTooMuchMemoryFailsAlone(String name, String error, String reason) {
        HttpResponse<String> failed = client.get("js/it/memory.mjs/" + name);

        assertProblem(failed, 500, error);
        assertLogged(failed, reason);
    }

    @Test
    void aBodyWhoseEndDoesNotComeIsTheClients() throws IOException {
        ServerLog server = ServerLog.now();
        for (int i = 0; i < 3; i++) {
            try (RawExchange exchange = text("POST")) {
                exchange.send("half");
                exchange.endRequest();
                String answer = exchange.readToEnd();
                // Payara takes a client that sends no more for one that is gone
                assertTrue(answer.isEmpty() || answer.contains("SCRIPTING-0508"), answer);
            }
        }
        assertEquals("", logged());
        assertEquals(List.of(), server.faults());
    }

    @Test
    void aClientThatIsGoneInTheMiddleOfItsBodyKeepsNothing() throws IOException {
        // a body of GET is not waited for before the script runs
        try (RawExchange exchange = text("GET")) {
            exchange.send("half");
            PoolFigures.await(figures -> figures.inUse() == 1);
        }
        assertEquals(0, PoolFigures.idle().inUse());
        assertEquals("", logged());
    }

    @Test
    void aClientThatIsGoneInTheMiddleOfItsAnswerKeepsNothing() throws IOException {
        Path folder = Path.of(client.body("temporary"));
        try (RawExchange exchange = large()) {
            exchange.readUntil("\r\n\r\n");
            assertEquals(0, PoolFigures.idle().inUse());
            assertFalse(files(folder) == 0, "the system has taken all of it");
        }
        // the server hears of it when it writes
        PoolFigures.await(figures -> files(folder) == 0);
        assertEquals(0, files(folder));
        assertEquals("", logged());
    }

    private interface Work {
        void run() throws IOException;
    }

    /** As root, who may write everywhere, a file in its place does what a full disk does. */
    private void withoutTemporaryFolder(Work work) throws IOException {
        Path folder = Path.of(client.body("temporary"));
        Path away = folder.resolveSibling(folder.getFileName() + "-away");
        Files.move(folder, away);
        Files.createFile(folder);
        try {
            work.run();
        } finally {
            Files.delete(folder);
            Files.move(away, folder);
        }
    }

    private HttpResponse<String> parts() {
        String part = "--frontier\r\nContent-Disposition: form-data; name=\"a\"; filename=\"f\"\r\n\r\n"
                + "x".repeat(3000) + "\r\n";
        return client.post(
                "js/it/parts.mjs",
                part + part + "--frontier--\r\n",
                "Content-Type",
                "multipart/form-data; boundary=frontier");
    }

    private static RawExchange large() throws IOException {
        return RawExchange.begin("GET " + Deployments.base().getPath() + "js/it/large.mjs");
    }

    private static RawExchange text(String method) throws IOException {
        return RawExchange.begin(method + " " + Deployments.base().getPath() + "js/it/text.mjs", "Content-Length: 100");
    }

    private static long files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("response-"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertProblem(HttpResponse<String> response, int status, String error) {
        JsonObject problem = ErrorResponseIT.problem(response, status);
        assertEquals(error, problem.getString("error"));
    }

    /** What the log has of the failure, under its id: for those who run the server, and not for the client. */
    private void assertLogged(HttpResponse<String> response, String reason) {
        String id = ScriptClient.json(response).getString("errorId");
        String said = logged();
        assertTrue(said.contains(LogTrail.MARK + id), said);
        assertTrue(said.contains(reason), said);
    }

    /** What the log of product and scripts has got since the test began. */
    private String logged() {
        return client.body("log").substring(loggedBefore.length());
    }
}
