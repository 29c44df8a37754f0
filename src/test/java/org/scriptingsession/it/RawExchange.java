// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One HTTP exchange on a socket of its own: paths go out as they are, and a body can come in pieces. */
final class RawExchange implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;
    private final InputStream in;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private boolean reset;

    private RawExchange(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /** Sends the request line, of HTTP/1.1 unless it names its version, and headers, {@code Host} added unless it is among them. */
    static RawExchange begin(String requestLine, String... headers) throws IOException {
        StringBuilder head =
                new StringBuilder(requestLine).append(requestLine.contains(" HTTP/") ? "\r\n" : " HTTP/1.1\r\n");
        if (Arrays.stream(headers).noneMatch(header -> header.startsWith("Host: "))) {
            head.append("Host: ").append(Deployments.base().getAuthority()).append("\r\n");
        }
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return ofText(head.append("\r\n").toString());
    }

    /** Sends the text in one piece. */
    static RawExchange ofText(String text) throws IOException {
        URI base = Deployments.base();
        RawExchange exchange = new RawExchange(new Socket(base.getHost(), base.getPort()));
        exchange.send(text);
        return exchange;
    }

    /** The whole answer to a GET of a path below the application, sent character by character as given. */
    static String get(String path, String... headers) throws IOException {
        String target = Deployments.base().getPath() + path;
        String[] all = Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = "Connection: close";
        try (RawExchange exchange = begin("GET " + target, all)) {
            return exchange.readToEnd();
        }
    }

    /** The status of an answer. */
    static int status(String answer) {
        return answer.matches("(?s)HTTP/1\\.[01] \\d{3}.*") ? Integer.parseInt(answer.substring(9, 12)) : -1;
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /** Tells the server that nothing more comes. */
    void endRequest() throws IOException {
        socket.shutdownOutput();
    }

    /** Waits until the answer so far contains the text. */
    String readUntil(String text) throws IOException {
        while (!soFar().contains(text)) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the answer ended without \"" + text + "\": " + soFar());
            }
            received.write(next);
        }
        return soFar();
    }

    /** Waits until the server closes or breaks the connection. */
    String readToEnd() throws IOException {
        try {
            in.transferTo(received);
        } catch (java.net.SocketException broken) {
            reset = true;
        }
        return soFar();
    }

    /** Whether the connection was broken when {@link #readToEnd} came to its end. */
    boolean isReset() {
        return reset;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private String soFar() {
        return received.toString(StandardCharsets.UTF_8);
    }
}
