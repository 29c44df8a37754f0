// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.cluster;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.scriptingsession.it.Await;

/** HAProxy with the configuration that the product ships. */
final class Balancer {
    /** A column of HAProxy's statistics. */
    private static final int REQUESTS_UNDER_WAY = 4;

    private final int port;
    private final Path socket;
    private final Process process;

    Balancer(int port, ClusterNode a, ClusterNode b) {
        try {
            this.port = port;
            // the path of a socket is short: 107 bytes at most
            this.socket = Files.createTempDirectory("balancer").resolve("admin");
            ProcessBuilder builder = new ProcessBuilder("haproxy", "-db", "-f", "deploy/haproxy/haproxy.cfg")
                    .redirectErrorStream(true)
                    .redirectOutput(Path.of(System.getProperty("cluster.work"), "haproxy.log")
                            .toFile());
            builder.environment().put("BALANCER_ADDRESS", "127.0.0.1");
            builder.environment().put("BALANCER_PORT", String.valueOf(port));
            builder.environment().put("BALANCER_SOCKET", socket.toString());
            builder.environment().put("HEALTH_PATH", "/scripting-session/js/health.mjs");
            builder.environment().put("NODE_A", a.address());
            builder.environment().put("NODE_B", b.address());
            this.process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("HAProxy is needed: apt-get install haproxy", e);
        }
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + port + "/scripting-session/js/shop.mjs/");
    }

    /** Waits until it sends requests to a node. */
    void awaitUp(ClusterNode node) {
        Await.until(Duration.ofSeconds(60), () -> "the balancer takes " + node.name() + " for up", () -> command(
                        "show stat")
                .lines()
                .anyMatch(line -> line.startsWith("nodes," + node.name() + ",") && line.contains(",UP,")));
    }

    private boolean isAlive() {
        assertTrue(process.isAlive(), "HAProxy has ended, see haproxy.log in " + System.getProperty("cluster.work"));
        return true;
    }

    /** Sends a node nothing more, and waits until it has finished what it was asked. */
    void drain(ClusterNode node) {
        command("set server nodes/" + node.name() + " weight 0");
        Await.until(Duration.ofSeconds(30), () -> node.name() + " finishes its requests", () -> column(
                        node, REQUESTS_UNDER_WAY)
                .equals("0"));
    }

    /** Sends a node requests again. */
    void refill(ClusterNode node) {
        command("set server nodes/" + node.name() + " weight 100%");
    }

    private String column(ClusterNode node, int number) {
        return command("show stat")
                .lines()
                .filter(line -> line.startsWith("nodes," + node.name() + ","))
                .map(line -> line.split(",", -1)[number])
                .findFirst()
                .orElseThrow();
    }

    private String command(String text) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.write(ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.US_ASCII)));
            StringBuilder answer = new StringBuilder();
            ByteBuffer buffer = ByteBuffer.allocate(8192);
            while (channel.read(buffer) >= 0) {
                answer.append(StandardCharsets.US_ASCII.decode(buffer.flip()));
                buffer.clear();
            }
            return answer.toString();
        } catch (IOException e) {
            return "";
        }
    }

    void close() {
        process.destroy();
    }
}
