// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.wildfly;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.xnio.conduits.StreamSinkConduit;

class UndertowFlowTest {
    private final ByteArrayOutputStream client = new ByteArrayOutputStream();
    private final UndertowFlow flow = new UndertowFlow();
    private final StreamSinkConduit sink = flow.wrap(this::connection, null);

    /** How many bytes the client takes yet. */
    private int takes;

    private boolean terminated;
    private boolean truncated;

    @Test
    void nothingIsInTheWayBeforeUndertowWrites() throws IOException {
        assertTrue(new UndertowFlow().takesMore());
        assertFalse(new UndertowFlow().end());
    }

    @Test
    void noWriteWaitsWhileTheScriptRuns() throws IOException {
        takes = 10;
        byte[] sent = random(100);
        ByteBuffer bytes = ByteBuffer.wrap(sent);
        while (bytes.hasRemaining()) {
            assertTrue(sink.write(bytes) > 0, "a write that would wait");
        }
        assertFalse(flow.takesMore());
        assertTrue(sink.flush(), "a flush that would wait");
        assertEquals(10, client.size());

        takes = 1000;
        assertTrue(flow.takesMore());
        assertArrayEquals(sent, client.toByteArray());
    }

    @Test
    void bytesStayInTheirOrder() throws IOException {
        Random random = new Random(3);
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        for (int i = 0; i < 300; i++) {
            byte[] some = random(random.nextInt(50));
            sent.writeBytes(some);
            ByteBuffer[] buffers = {
                ByteBuffer.wrap(some, 0, some.length / 2),
                ByteBuffer.wrap(some, some.length / 2, some.length - some.length / 2)
            };
            while (buffers[0].hasRemaining() || buffers[1].hasRemaining()) {
                assertTrue(sink.write(buffers, 0, 2) > 0);
            }
            takes = random.nextInt(60);
            flow.takesMore();
        }
        takes = 100_000;
        assertTrue(flow.takesMore());
        assertArrayEquals(sent.toByteArray(), client.toByteArray());
    }

    @Test
    void afterTheScriptWritesTellOfTheClient() throws IOException {
        sink.write(ByteBuffer.wrap(random(20)));
        assertTrue(flow.end(), "something is left");
        takes = 5;
        assertEquals(0, sink.write(ByteBuffer.wrap(random(7))));
        assertEquals(0, sink.writeFinal(ByteBuffer.wrap(random(7))));
        assertFalse(sink.flush());
        takes = 15 + 7;
        assertEquals(7, sink.write(ByteBuffer.wrap(random(7))));
        assertTrue(sink.flush());
        assertEquals(27, client.size());
    }

    @Test
    void theEndComesAfterWhatIsLeft() throws IOException {
        sink.write(ByteBuffer.wrap(random(20)));
        flow.end();
        sink.terminateWrites();
        assertFalse(terminated);
        assertFalse(sink.flush());
        takes = 20;
        assertTrue(sink.flush());
        assertTrue(terminated);
        assertEquals(20, client.size());
    }

    @Test
    void whatIsCutIsDropped() throws IOException {
        sink.write(ByteBuffer.wrap(random(20)));
        sink.truncateWrites();
        assertTrue(truncated);
        takes = 100;
        assertTrue(flow.takesMore());
        assertEquals(0, client.size());
    }

    private StreamSinkConduit connection() {
        return (StreamSinkConduit) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {StreamSinkConduit.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "write", "writeFinal":
                            return arguments[0] instanceof ByteBuffer one
                                    ? (Object) taken(one)
                                    : (Object) taken((ByteBuffer[]) arguments[0]);
                        case "flush":
                            return true;
                        case "terminateWrites":
                            terminated = true;
                            return null;
                        case "truncateWrites":
                            truncated = true;
                            return null;
                        default:
                            throw new UnsupportedOperationException(method.getName());
                    }
                });
    }

    private int taken(ByteBuffer bytes) {
        byte[] now = new byte[Math.min(takes, bytes.remaining())];
        bytes.get(now);
        client.writeBytes(now);
        takes -= now.length;
        return now.length;
    }

    private long taken(ByteBuffer... buffers) {
        long all = 0;
        for (ByteBuffer one : buffers) {
            all += taken(one);
        }
        return all;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random().nextBytes(bytes);
        return bytes;
    }
}
