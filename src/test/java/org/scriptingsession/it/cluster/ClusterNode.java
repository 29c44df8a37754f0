// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.scriptingsession.it.Await;

/** One server of the cluster, in a process of its own, run by the command that the product ships. */
final class ClusterNode {
    private static final Path SCRIPTS =
            Path.of("src/test/resources/scripts/cluster").toAbsolutePath();
    private static final Duration START = Duration.ofMinutes(4);

    private final String name;
    private final String server;
    private final int httpPort;
    private final int gridPort;
    private final Map<String, String> environment;
    private final Path work;
    /** As the balancer asks; a connection that is upgraded to HTTP/2 while Payara starts may stay without answers. */
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();

    private String setting = "";
    private Path war;
    private Process process;

    ClusterNode(String name, int httpPort, int gridPort, int managementPort, String members, Path war) {
        this.name = name;
        this.server = System.getProperty("cluster.server");
        this.httpPort = httpPort;
        this.gridPort = gridPort;
        this.war = war;
        this.work = Path.of(System.getProperty("cluster.work"), server, name);
        this.environment = Map.of(
                "NAME", name,
                "HTTP_PORT", String.valueOf(httpPort),
                "GRID_PORT", String.valueOf(gridPort),
                "MANAGEMENT_PORT", String.valueOf(managementPort),
                "GRID_MEMBERS", members,
                "WORK", work.toString(),
                "PAYARA_MICRO", System.getProperty("payara.microJar"),
                "WILDFLY", System.getProperty("jboss.home"),
                "HEAP", "640m",
                // C1 alone: of a start C2 would have most of the work, and a node starts while its twin is under load
                "JVM_OPTIONS", "-XX:TieredStopAtLevel=1 -Dscripting.scripts.directory=" + SCRIPTS);
    }

    String name() {
        return name;
    }

    String address() {
        return "127.0.0.1:" + httpPort;
    }

    URI base() {
        return URI.create("http://" + address() + "/scripting-session/js/shop.mjs/");
    }

    /** Lets it run another version of the application from its next start on. */
    void war(Path file) {
        this.war = file;
    }

    /** Gives it a setting, as the JVM takes it, from its next start on. */
    void setting(String option) {
        setting = " " + option;
    }

    void start() {
        try {
            Files.createDirectories(work);
            Path folder = Path.of("deploy", server.equals("payara") ? "payara-micro" : server);
            ProcessBuilder builder = new ProcessBuilder(
                            folder.resolve("node.sh").toString(), System.getProperty("cluster.mode", "cluster"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            work.resolve("node.log").toFile()));
            builder.environment().putAll(environment);
            builder.environment().putAll(Postgres.forNodes());
            builder.environment().put("WAR", war.toString());
            builder.environment().merge("JVM_OPTIONS", setting, String::concat);
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it serves the application and its grid holds every session twice again. */
    void awaitReady(boolean withOther) {
        Await.until(START, () -> name + " is ready, see " + work + "; " + state(), () -> {
            assertTrue(process.isAlive(), () -> name + " ended, see " + work);
            return answers("http://" + address() + "/scripting-session/js/health.mjs", "UP")
                    && (!withOther || isSafe());
        });
    }

    /** WildFly deploys the application after it has all of the sessions; Payara's grid moves them in the background. */
    private boolean isSafe() {
        return !server.equals("payara")
                || answers("http://127.0.0.1:" + gridPort + "/hazelcast/health/cluster-safe", "")
                        && answers("http://127.0.0.1:" + gridPort + "/hazelcast/health/cluster-size", "2");
    }

    /** For who reads why a test failed. */
    private String state() {
        String application = answer("http://" + address() + "/scripting-session/js/health.mjs");
        return server.equals("payara")
                ? application + "; " + answer("http://127.0.0.1:" + gridPort + "/hazelcast/health")
                : application;
    }

    private boolean answers(String url, String body) {
        String answer = answer(url);
        return answer.startsWith("200 ") && answer.contains(body);
    }

    /** Status and body, or why there is none. */
    private String answer(String url) {
        try {
            var response = http.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .timeout(Duration.ofSeconds(2))
                            .build(),
                    BodyHandlers.ofString());
            return response.statusCode() + " " + response.body();
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How many lines of its log, which is that of earlier tests, too, have a text. */
    long logged(String text) {
        try (Stream<String> lines = Files.lines(work.resolve("node.log"))) {
            return lines.filter(line -> line.contains(text)).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As if its machine had lost its power. */
    void kill() {
        process.destroyForcibly();
        awaitEnd(Duration.ofSeconds(10));
    }

    /** As an administrator would. */
    void stop() {
        process.destroy();
        awaitEnd(Duration.ofSeconds(60));
    }

    /** Lets it stand still. */
    void pause() {
        signal("STOP");
    }

    void resume() {
        signal("CONT");
    }

    private void signal(String signal) {
        try {
            assertEquals(
                    0,
                    new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                            .start()
                            .waitFor());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void awaitEnd(Duration patience) {
        try {
            if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError(name + " did not end by itself, see " + work);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends it however it is; for the end of all tests. */
    void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
