// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A terminal: commands one after the other, each in the folder where the last one has gone, and one in the background. */
final class Shell implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    /** Where the output is no terminal, curl tells how far it is. */
    private static final String AS_IN_A_TERMINAL = "curl() { command curl --silent --show-error \"$@\"; }\n";

    private final Path logs;
    private Path directory;
    private Process background;

    /** @param logs folder for what commands print */
    Shell(Path logs, Path directory) {
        this.logs = logs;
        this.directory = directory;
    }

    Path directory() {
        return directory;
    }

    /** What a command has printed, errors too; it must succeed. */
    String run(String command) throws IOException, InterruptedException {
        Path output = logs.resolve("command.log");
        Path where = logs.resolve("where");
        Process process = begin(AS_IN_A_TERMINAL + command + "\nstatus=$?\npwd >'" + where + "'\nexit $status", output);
        assertTrue(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS), () -> "does not end: " + command);
        assertEquals(0, process.exitValue(), () -> command + " failed:\n" + read(output));
        directory = Path.of(read(where).strip());
        return read(output);
    }

    /** Begins a command that goes on, and waits until a URL answers. */
    void start(String command, String url) throws IOException, InterruptedException {
        assertTrue(!answers(url), () -> url + " answers before " + command);
        Path output = logs.resolve("background.log");
        background = begin("exec " + command, output);
        Instant end = Instant.now().plus(PATIENCE);
        while (!answers(url)) {
            assertTrue(background.isAlive(), () -> command + " has ended:\n" + read(output));
            assertTrue(Instant.now().isBefore(end), () -> url + " does not answer:\n" + read(output));
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static boolean answers(String url) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(10_000);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process begin(String command, Path output) throws IOException {
        return new ProcessBuilder("bash", "-c", command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    /** Ends what runs in the background, as Ctrl-C does: the command and all that it has begun. */
    void stop() {
        if (background == null) {
            return;
        }
        List<ProcessHandle> all = background.descendants().toList();
        all.forEach(ProcessHandle::destroy);
        background.destroy();
        all.forEach(child -> child.onExit().orTimeout(60, TimeUnit.SECONDS).join());
        background.onExit().orTimeout(60, TimeUnit.SECONDS).join();
        background = null;
    }

    @Override
    public void close() {
        stop();
    }
}
