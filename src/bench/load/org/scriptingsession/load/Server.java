// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, with the application under {@link #CONTEXT}. */
abstract class Server implements AutoCloseable {
    static final String CONTEXT = "/scripting-session";

    private final Process process;
    private final int port;
    private final Path log;

    Server(ProcessBuilder command, int port, Path log) throws IOException {
        this.port = port;
        this.log = log;
        process = command.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        // for what ends this program early
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** Takes the application away and brings it back, and returns when it is there. */
    abstract void redeploy() throws IOException, InterruptedException;

    /** The class whose objects are the server's sessions. */
    abstract String classOfSessions();

    /** How the server was started, as the tables say it. */
    abstract String name();

    static Server start(Settings settings) throws IOException, InterruptedException {
        return settings.wildfly() ? new WildFly(settings) : new Payara(settings);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    final Process process() {
        return process;
    }

    final int port() {
        return port;
    }

    final long pid() {
        return process.pid();
    }

    final IllegalStateException failure(String what) {
        return new IllegalStateException(what + ", see " + log);
    }

    @Override
    public final void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                System.err.println("process " + pid() + " did not end and was killed");
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
