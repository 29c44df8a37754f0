// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.wildfly;

import io.undertow.server.ConduitWrapper;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.ConduitFactory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.scriptingsession.server.ClientFlow;
import org.xnio.channels.StreamSourceChannel;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.StreamSinkConduit;

/**
 * Stands between Undertow's writes, which wait for the client, and its connection, which does not: says that all was taken, and
 * keeps what was not. That is no more than Undertow writes between two questions whether the client takes more.
 */
final class UndertowFlow implements ClientFlow, ConduitWrapper<StreamSinkConduit> {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    /** Null before Undertow writes. */
    private Sink sink;

    /** Read by the threads of the connection, too, which find a request that its thread has left. */
    private boolean ended;

    @Override
    public StreamSinkConduit wrap(ConduitFactory<StreamSinkConduit> factory, HttpServerExchange exchange) {
        sink = new Sink(factory.create());
        return sink;
    }

    @Override
    public boolean takesMore() throws IOException {
        return sink == null || sink.offer();
    }

    @Override
    public boolean end() {
        ended = true;
        return sink != null && sink.left.hasRemaining();
    }

    private final class Sink extends AbstractStreamSinkConduit<StreamSinkConduit> {
        /** What Undertow takes for sent. */
        private ByteBuffer left = NOTHING;

        /** Whether the body ends with what is left. */
        private boolean terminated;

        private Sink(StreamSinkConduit next) {
            super(next);
        }

        /** Writes what is left; returns whether nothing is left then. */
        private boolean offer() throws IOException {
            while (left.hasRemaining()) {
                if (next.write(left) == 0) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            int taken = offer() ? next.write(bytes) : 0;
            return taken == 0 && !ended ? keep(bytes) : taken;
        }

        @Override
        public long write(ByteBuffer[] buffers, int from, int count) throws IOException {
            long taken = offer() ? next.write(buffers, from, count) : 0;
            if (taken == 0 && !ended) {
                for (int i = from; i < from + count; i++) {
                    taken += keep(buffers[i]);
                }
            }
            return taken;
        }

        private int keep(ByteBuffer bytes) {
            int count = bytes.remaining();
            left = ByteBuffer.allocate(left.remaining() + count)
                    .put(left)
                    .put(bytes)
                    .flip();
            return count;
        }

        @Override
        public int writeFinal(ByteBuffer bytes) throws IOException {
            return offer() ? next.writeFinal(bytes) : 0;
        }

        @Override
        public long writeFinal(ByteBuffer[] buffers, int from, int count) throws IOException {
            return offer() ? next.writeFinal(buffers, from, count) : 0;
        }

        @Override
        public long transferFrom(FileChannel source, long position, long count) throws IOException {
            return offer() ? next.transferFrom(source, position, count) : 0;
        }

        @Override
        public long transferFrom(StreamSourceChannel source, long count, ByteBuffer throughBuffer) throws IOException {
            return offer() ? next.transferFrom(source, count, throughBuffer) : 0;
        }

        @Override
        public void terminateWrites() throws IOException {
            terminated = left.hasRemaining();
            if (!terminated) {
                next.terminateWrites();
            }
        }

        @Override
        public void truncateWrites() throws IOException {
            left = NOTHING;
            next.truncateWrites();
        }

        @Override
        public boolean flush() throws IOException {
            boolean all = offer();
            if (all && terminated) {
                terminated = false;
                next.terminateWrites();
            }
            return all && next.flush() || !ended;
        }
    }
}
