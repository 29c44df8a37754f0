// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.scriptingsession.config.ResponseConfig;
import org.scriptingsession.exchange.ClientPace.Limits;
import org.scriptingsession.server.ClientFlow;

@Timeout(60)
class ClientStreamTest {
    private static final Duration PATIENCE = Duration.ofMillis(200);

    @TempDir
    private File directory;

    private final Container container = new Container(new ByteArrayOutputStream());
    private final AtomicInteger pauses = new AtomicInteger();
    private int asked;

    /** How many pieces the client takes yet. */
    private boolean unheard;

    private int takes;

    private boolean serverHasRest;

    @Test
    void aShortBodyAsksNobody() throws IOException {
        ClientStream stream = stream(100_000);
        stream.write(new byte[8000]);
        assertEquals(8000, container.taken.size());
        assertEquals(0, asked);
        assertNull(stream.rest());
    }

    @Test
    void whatTheClientTakesGoesToItAtOnce() throws IOException {
        takes = 1000;
        ClientStream stream = stream(100_000);
        byte[] sent = random(100_001);
        stream.write(sent);
        stream.flush();
        assertArrayEquals(sent, container.taken.toByteArray());
        assertEquals(1, container.flushes);
        assertNull(stream.rest());
    }

    @Test
    void theRestComesAfterInItsOrder() throws IOException {
        takes = 3;
        ClientStream stream = stream(100_000);
        byte[] sent = random(100_000);
        stream.write(sent);
        stream.flush();
        // and what fits into the container's buffer
        assertEquals(4 * 8192, container.taken.size());
        assertEquals(0, container.flushes, "of a part that the client has anyway");

        takes = 2;
        stream.flush();
        assertEquals(6 * 8192, container.taken.size());
        takes = 0;
        AheadBytes rest = stream.rest();
        for (byte[] next = rest.next(); next != null; next = rest.next()) {
            container.write(next);
        }
        assertArrayEquals(sent, container.taken.toByteArray());
    }

    @Test
    void whatTheServerHasLeftIsARest() throws IOException {
        takes = 1000;
        serverHasRest = true;
        ClientStream stream = stream(100_000);
        stream.write(random(20_000));
        AheadBytes rest = stream.rest();
        assertNotNull(rest);
        assertTrue(rest.isEmpty());
    }

    @Test
    void tooFarAheadTheScriptWaitsAndItsClockDoesNotGoOn() throws Exception {
        ClientStream stream = stream(20_000);
        stream.write(new byte[24_576]);
        Thread client = new Thread(() -> {
            while (pauses.get() == 0) {
                Thread.onSpinWait();
            }
            takes = 1000;
        });
        client.start();
        stream.write(new byte[8192]);
        client.join();
        assertEquals(32_768, container.taken.size());
        assertEquals(2, pauses.get(), "stopped, and gone on");
    }

    @Test
    void aClientThatTakesNothingIsWaitedForNoLongerThanThat() throws IOException {
        ClientStream stream = stream(20_000);
        stream.write(new byte[24_576]);
        IOException gone = assertThrows(IOException.class, () -> stream.write(new byte[8192]));
        assertTrue(gone.getMessage().contains("taken nothing"), gone.getMessage());
        assertEquals(2, pauses.get());
    }

    @Test
    void whatComesAfterTheScriptWaitsForNobody() throws IOException {
        ClientStream stream = stream(8192);
        stream.write(new byte[16_384]);
        stream.scriptEnded();
        stream.write(new byte[16_384]);
        assertEquals(24_576, stream.rest().size());
    }

    @Test
    void nothingIsLeftOnDiskForAClientThatIsGone() throws IOException {
        ClientStream stream = new ClientStream(
                container,
                new Limits(
                        new ResponseConfig(0, 100_000),
                        directory,
                        PATIENCE,
                        this::pause,
                        () -> () -> {
                            if (directory.list().length > 0) {
                                throw new IOException("gone");
                            }
                            return false;
                        },
                        () -> {}),
                () -> false);
        stream.write(new byte[8193]);
        assertEquals(1, directory.list().length);
        assertNull(stream.rest());
        assertTrue(stream.drop(), "the client has not got the whole");
        assertEquals(0, directory.list().length);
    }

    @Test
    void nothingFollowsAPartThatWasNotSent() throws IOException {
        ClientStream stream = stream(20_000);
        stream.write(new byte[24_576]);
        assertThrows(IOException.class, () -> stream.write(new byte[8192]));
        takes = 1000;
        assertThrows(IOException.class, () -> stream.write(new byte[1]), "the script has caught the error");
        assertThrows(IOException.class, stream::flush);
        assertNull(stream.rest());
        assertEquals(8192, container.taken.size());
        assertTrue(stream.drop());
    }

    @Test
    void whoeverAnswersAnErrorIsNotToldThatNobodyTakesTheAnswer() throws IOException {
        ClientStream stream = stream(20_000);
        unheard = true;
        stream.write(new byte[50_000]);
        stream.write(new byte[1]);
        stream.flush();
        assertNull(stream.rest());
        assertTrue(stream.drop(), "nor does it look whole");
    }

    @Test
    void whatIsTakenWholeLosesNothing() throws IOException {
        takes = 1000;
        ClientStream stream = stream(20_000);
        stream.write(new byte[100_000]);
        assertNull(stream.rest());
        assertFalse(stream.drop());
    }

    @Test
    void afterTheEndOthersWriteToTheContainer() throws IOException {
        takes = 2;
        ClientStream stream = stream(20_000);
        stream.write(new byte[16_384]);
        assertNull(stream.rest());
        stream.write(new byte[10_000]);
        stream.flush();
        assertEquals(26_384, container.taken.size());
        assertEquals(1, container.flushes);
    }

    @Test
    void aResetForgetsWhatTheClientHasNotTaken() throws IOException {
        ClientStream stream = stream(100_000);
        stream.write(new byte[50_000]);
        stream.reset();
        takes = 1000;
        assertNull(stream.rest());
        assertFalse(stream.drop());
        assertEquals(8192, container.taken.size(), "what the container has is the container's to forget");
    }

    private ClientStream stream(long aheadBytes) {
        ResponseConfig limits = new ResponseConfig(10_000, aheadBytes);
        return new ClientStream(
                container, new Limits(limits, directory, PATIENCE, this::pause, Flow::new, () -> {}), () -> unheard);
    }

    private Runnable pause() {
        pauses.incrementAndGet();
        return pauses::incrementAndGet;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private final class Flow implements ClientFlow {
        private int written = container.writes;

        @Override
        public boolean takesMore() {
            asked++;
            takes -= container.writes - written;
            written = container.writes;
            return takes > 0;
        }

        @Override
        public boolean end() {
            return serverHasRest;
        }
    }

    private static final class Container extends BlockingStream {
        private final ByteArrayOutputStream taken;
        private int writes;
        private int flushes;

        private Container(ByteArrayOutputStream taken) {
            super(taken);
            this.taken = taken;
        }

        @Override
        public void write(byte[] octets, int from, int length) throws IOException {
            super.write(octets, from, length);
            writes++;
        }

        @Override
        public void flush() {
            flushes++;
        }
    }
}
