// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** A connection that does not block, with at most one call on its way. */
final class Connection {
    /** All connections are served by one thread. */
    private static final ByteBuffer READ = ByteBuffer.allocateDirect(65_536);

    private final SocketChannel channel;
    private final SelectionKey key;
    private final String host;
    private ByteBuffer unsent = ByteBuffer.allocate(0);
    private ResponseParser parser;
    private Flight flight;
    private int sent;

    Connection(Selector selector, InetSocketAddress server) throws IOException {
        host = server.getHostString() + ":" + server.getPort();
        channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        boolean connected = channel.connect(server);
        key = channel.register(selector, connected ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, this);
    }

    void send(Flight next) throws IOException {
        flight = next;
        parser = new ResponseParser();
        sent++;
        Call call = next.call();
        String head = "GET " + call.target() + " HTTP/1.1\r\nHost: " + host + "\r\n"
                + (call.cookie() == null ? "" : "Cookie: " + call.cookie() + "\r\n") + "\r\n";
        unsent = ByteBuffer.wrap(head.getBytes(StandardCharsets.ISO_8859_1));
        if (channel.isConnected()) {
            write();
        }
    }

    private void write() throws IOException {
        channel.write(unsent);
        key.interestOps(unsent.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    /**
     * Goes on with what the network is ready for.
     *
     * @return whether the answer is there: complete, or as far as it will ever come
     */
    boolean proceed() throws IOException {
        if (key.isConnectable()) {
            channel.finishConnect();
            write();
            return false;
        }
        if (key.isWritable()) {
            write();
        }
        return key.isReadable() && read();
    }

    private boolean read() throws IOException {
        READ.clear();
        int count = channel.read(READ);
        if (count < 0) {
            // the server may close what waits for its next call
            if (flight != null && !parser.closed()) {
                throw new IOException("closed");
            }
            close();
            return flight != null;
        }
        if (flight == null) {
            throw new IOException("an answer to nothing");
        }
        return parser.read(READ.flip());
    }

    Flight flight() {
        return flight;
    }

    /** Whether the server has closed it as the call was sent: a GET may be sent again then (RFC 9112, 9.3.1). */
    boolean isStale() {
        return sent > 1 && !parser.hasBegun();
    }

    Answer answer() {
        return parser.answer();
    }

    /** @return whether it can be used for another call */
    boolean release() {
        flight = null;
        if (parser.closes()) {
            close();
        }
        return isOpen();
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
