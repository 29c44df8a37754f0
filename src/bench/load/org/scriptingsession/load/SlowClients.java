// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What others have of a server while many clients take a long answer at a byte a second. */
final class SlowClients {
    private static final int CLIENTS = 200;
    private static final int RECEIVED_BYTES = 4096;
    private static final double NORMAL = 0.7;

    private SlowClients() {}

    /** Arguments: {@code --wildfly}, {@code --seconds N} of each phase and options of the JVM. */
    public static void main(String... arguments) throws Exception {
        List<String> options = new ArrayList<>(List.of(arguments));
        boolean wildfly = options.remove("--wildfly");
        Duration time = Duration.ofSeconds(Settings.take("--seconds", options, 15));
        Settings settings = Settings.of(wildfly, options).with("-Dscripting.contexts=16");
        try (Server server = Server.start(settings);
                Generator generator = new Generator(server.port())) {
            String others = Server.CONTEXT + "/js/load/waits.mjs";
            closed(generator, others, time);
            double rate = NORMAL * closed(generator, others, time).goodPerSecond();
            Phase before = open(generator, others, rate, time);
            Phase coming;
            Phase meanwhile;
            List<Socket> slow = connect(server.port());
            ScheduledExecutorService readers = Executors.newSingleThreadScheduledExecutor();
            try {
                readers.scheduleAtFixedRate(() -> readByte(slow), 0, 1, TimeUnit.SECONDS);
                coming = open(generator, others, rate, time);
                meanwhile = open(generator, others, rate, time);
            } finally {
                readers.shutdownNow();
                for (Socket socket : slow) {
                    socket.close();
                }
            }
            generator.drain();
            System.out.printf("%s, %s%n%n", server.name(), String.join(" ", settings.jvmOptions()));
            print(List.of(before, coming, meanwhile), rate);
        }
    }

    private static Phase closed(Generator generator, String target, Duration time) throws IOException {
        Phase phase = new Phase(time);
        generator.closed(() -> new Call(target, null, phase), 20, time);
        generator.drain();
        return phase;
    }

    private static Phase open(Generator generator, String target, double rate, Duration time) throws IOException {
        Phase phase = new Phase(time);
        generator.open(() -> new Call(target, null, phase), rate, time);
        return phase;
    }

    private static List<Socket> connect(int port) throws IOException {
        List<Socket> clients = new ArrayList<>();
        byte[] request = ("GET " + Server.CONTEXT + "/js/load/long.mjs HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < CLIENTS; i++) {
            Socket socket = new Socket();
            // before it connects: else the system takes the whole answer on behalf of the client
            socket.setReceiveBufferSize(RECEIVED_BYTES);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.getOutputStream().write(request);
            clients.add(socket);
        }
        return clients;
    }

    private static void readByte(List<Socket> clients) {
        for (Socket socket : clients) {
            try {
                if (socket.getInputStream().read() < 0) {
                    System.err.println("a slow client's answer has ended");
                }
            } catch (IOException e) {
                System.err.println("a slow client: " + e);
            }
        }
    }

    private static void print(List<Phase> phases, double rate) {
        System.out.printf(
                "| %.0f calls a second of a script that waits 50 ms | alone | %d slow clients come | they are there | bar |%n"
                        + "|---|---|---|---|---|%n",
                rate, CLIENTS);
        row(phases, "good answers", "", phase -> String.valueOf(phase.good().count()));
        row(phases, "p50, ms", "", phase -> String.format("%.1f", phase.good().millis(0.5)));
        row(phases, "p99, ms", "<= 2 times", phase -> String.format("%.1f", phase.good()
                .millis(0.99)));
        row(phases, "refused (503)", "none", phase -> String.valueOf(phase.refused().count()));
        row(phases, "neither", "none", phase -> phase.failures().toString());
    }

    private static void row(List<Phase> phases, String name, String bar, Function<Phase, String> value) {
        System.out.println(
                phases.stream().map(value).collect(Collectors.joining(" | ", "| " + name + " | ", " | " + bar + " |")));
    }
}
