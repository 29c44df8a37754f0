// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.matrix;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.scriptingsession.it.Await;
import org.scriptingsession.it.FreePort;
import org.scriptingsession.it.ProcessEnd;

/** A server of a certain version on a certain JDK with one application, started by {@code src/test/matrix/start}. */
final class MatrixServer implements AutoCloseable {
    private static final File SCRIPTS = new File("src/test/resources/scripts/matrix");
    private static final Duration START = Duration.ofSeconds(150);

    private final int port = FreePort.next();
    private final Path log;
    private final Process process;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /**
     * @param server as {@code src/test/matrix/start} names it
     * @param jdk the home of the JDK that runs it
     * @param war the system property with the WAR
     */
    MatrixServer(String server, String jdk, String war) throws IOException {
        Path work = Path.of(System.getProperty("matrix.work"), "nodes", server + "-on-" + new File(jdk).getName());
        Files.createDirectories(work);
        log = work.resolve("node.log");
        File application = work.resolve("scripting-session.war").toFile();
        WebArchive made = ShrinkWrap.create(ZipImporter.class, "scripting-session.war")
                .importFrom(new File(System.getProperty(war)))
                .as(WebArchive.class)
                .addClass(Neighbour.class);
        for (File script : SCRIPTS.listFiles()) {
            made.addAsWebInfResource(script, "scripts/it/" + script.getName());
        }
        made.as(ZipExporter.class).exportTo(application, true);
        ProcessBuilder builder = new ProcessBuilder("src/test/matrix/start", server)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", jdk);
        builder.environment().put("HTTP_PORT", String.valueOf(port));
        builder.environment().put("OTHER_PORT", String.valueOf(FreePort.next()));
        builder.environment().put("SERVERS", System.getProperty("matrix.work"));
        builder.environment().put("WORK", work.resolve("files").toString());
        builder.environment().put("WAR", application.toString());
        builder.environment().put("WHOLE_WAR", System.getProperty("it.war"));
        process = builder.start();
    }

    /** Waits until the application's health is asked with success. */
    MatrixServer awaitReady() {
        await("is ready", () -> status("/js/health.mjs") == 200);
        return this;
    }

    /** Waits until the server says something. */
    void awaitSaid(String text) {
        await("says " + text, () -> log().contains(text));
    }

    private void await(String what, BooleanSupplier condition) {
        Await.until(START, () -> what + ", see " + log, () -> {
            assertTrue(process.isAlive(), () -> "ended, see " + log);
            return condition.getAsBoolean();
        });
    }

    /** What the server has said until now. */
    String log() {
        try {
            return Files.readString(log, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The status of an answer; 0 when nobody answers. */
    int status(String path) {
        try {
            return get(path, "").statusCode();
        } catch (IOException notYet) {
            return 0;
        }
    }

    HttpResponse<String> get(String path, String cookie) throws IOException {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + port + "/scripting-session" + path))
                    .timeout(Duration.ofSeconds(60));
            return http.send(
                    cookie.isEmpty()
                            ? request.build()
                            : request.header("Cookie", cookie).build(),
                    BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        // what the script has started ends with it
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        ProcessEnd.await(process);
    }
}
