// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.scriptingsession.it.Await;
import org.scriptingsession.it.FreePort;
import org.scriptingsession.it.ProcessEnd;

/** A PostgreSQL of this machine, with files and a port of its own, for the nodes of a run with {@code cluster.mode} database. */
final class Postgres {
    private static final String USER = "postgres";
    private static final Duration START = Duration.ofSeconds(60);

    private static Postgres running;

    private final int port = FreePort.next();
    private final Path files;

    private Postgres() throws IOException, InterruptedException {
        Path programs = program("postgres").toRealPath().getParent();
        // not below target: it refuses to run as root, whose folders may be closed to others
        files = Files.createTempDirectory("scripting-session-postgres");
        run("chown", USER, files.toString());
        run(asUser(
                programs.resolve("initdb").toString(),
                "-D",
                files.resolve("data").toString(),
                "-A",
                "trust"));
        Process server = new ProcessBuilder(asUser(
                        programs.resolve("postgres").toString(),
                        "-D",
                        files.resolve("data").toString(),
                        "-k",
                        files.toString(),
                        "-h",
                        "127.0.0.1",
                        "-p",
                        String.valueOf(port)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
        String ready = programs.resolve("pg_isready").toString();
        Await.until(START, () -> "PostgreSQL is ready", () -> {
            try {
                return new ProcessBuilder(ready, "-q", "-h", "127.0.0.1", "-p", String.valueOf(port))
                                .start()
                                .waitFor()
                        == 0;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        });
    }

    /** What {@code node.sh} is told of it; nothing in another mode. */
    static synchronized Map<String, String> forNodes() {
        if (!"database".equals(System.getProperty("cluster.mode"))) {
            return Map.of();
        }
        try {
            if (running == null) {
                running = new Postgres();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return Map.of(
                "DATABASE",
                "jdbc:postgresql://127.0.0.1:" + running.port + "/postgres",
                "DATABASE_USER",
                USER,
                "DATABASE_DRIVER",
                System.getProperty("cluster.driver"));
    }

    private static Path program(String name) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no " + name + " on the PATH"));
    }

    private static List<String> asUser(String... command) {
        List<String> whole =
                new ArrayList<>(List.of("setpriv", "--reuid=" + USER, "--regid=" + USER, "--clear-groups"));
        whole.addAll(List.of(command));
        return whole;
    }

    private static void run(String... command) throws IOException, InterruptedException {
        run(List.of(command));
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + " failed");
        }
    }

    private void close(Process server) {
        server.destroy();
        ProcessEnd.await(server);
        try {
            new ProcessBuilder("rm", "-rf", files.toString()).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
