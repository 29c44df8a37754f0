// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.both;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.scriptingsession.it.FreePort;
import org.scriptingsession.it.ProcessEnd;

/** A server that runs the product's WAR alone, by the command that the product ships. */
final class ServerProcess implements AutoCloseable {
    private static final Path SCRIPTS =
            Path.of("src/test/resources/scripts/both").toAbsolutePath();
    private static final int PATIENCE_MILLIS = 30_000;
    private static final long START_SECONDS = 400;

    private final String folder;
    private final int port = FreePort.next();
    private final Path log;
    private final Process process;

    /** @param folder below {@code deploy}, such as {@code wildfly} */
    ServerProcess(String folder) {
        this.folder = folder;
        Path work = Path.of(System.getProperty("cluster.work"), "both", folder);
        this.log = work.resolve("node.log");
        try {
            Files.createDirectories(work);
            ProcessBuilder builder = new ProcessBuilder("deploy/" + folder + "/node.sh", "single")
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment()
                    .putAll(Map.of(
                            "NAME", folder,
                            "HTTP_PORT", String.valueOf(port),
                            "GRID_PORT", String.valueOf(FreePort.next()),
                            "MANAGEMENT_PORT", String.valueOf(FreePort.next()),
                            "WORK", work.toString(),
                            "WAR", System.getProperty("it.war"),
                            "PAYARA_MICRO", System.getProperty("payara.microJar"),
                            "WILDFLY", System.getProperty("jboss.home"),
                            "HEAP", "640m",
                            "JVM_OPTIONS", "-XX:TieredStopAtLevel=1 -Dscripting.scripts.directory=" + SCRIPTS));
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return folder;
    }

    /** Waits until a script answers. */
    void awaitReady() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException(folder + " is not ready, see " + log);
            }
            Thread.sleep(200);
        }
    }

    private boolean isReady() {
        try {
            return get("echo.mjs").startsWith("HTTP/1.1 200");
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** Waits until the server's log has the text. */
    void awaitLog(String text) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!Files.readString(log).contains(text)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("no \"" + text + "\" in " + log);
            }
            Thread.sleep(50);
        }
    }

    /** The answer to a GET of a script. */
    String get(String script) {
        try {
            return exchange("GET /scripting-session/js/" + script
                    + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells the server to stop, and does not wait. */
    void stop() {
        process.destroy();
    }

    Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        return socket;
    }

    /** Sends bytes, one a character, in the given pieces, and reads to the end of the connection. */
    String exchange(String... pieces) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = connect()) {
            boolean cut = !sends(socket, pieces);
            try {
                socket.getInputStream().transferTo(answer);
            } catch (SocketException reset) {
                cut = true;
            }
            return WireAnswer.text(answer.toByteArray()) + (cut ? WireAnswer.CUT : "");
        }
    }

    /** Whether all is sent: a server may answer the first pieces and cut the connection before the last is written. */
    private static boolean sends(Socket socket, String... pieces) throws IOException {
        try {
            for (String piece : pieces) {
                socket.getOutputStream().write(piece.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
            }
            return true;
        } catch (SocketException cut) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        ProcessEnd.await(process);
    }
}
