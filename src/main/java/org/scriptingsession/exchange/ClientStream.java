// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.scriptingsession.exchange.ClientPace.Limits;
import org.scriptingsession.server.ClientFlow;

/**
 * The container's stream for a script that does not wait for its client. What the client does not take stays here, until the
 * client takes it or the script is too far ahead.
 */
final class ClientStream extends ServletOutputStream {
    private static final System.Logger LOGGER = System.getLogger(ClientStream.class.getName());

    private static final int PIECE = AheadBytes.PIECE;
    private static final long BETWEEN_LOOKS_MILLIS = 5;

    private final ServletOutputStream container;
    private final Limits limits;
    private final BooleanSupplier unheard;
    private final AheadBytes ahead;
    private long mostAhead;

    /** Whether what comes goes to the container as it is. */
    private boolean ended;

    /** Whether all that was written was sent, or will be. */
    private boolean whole = true;

    /** Null before more is written than the container holds anyway. */
    private ClientFlow flow;

    /** Bytes that the container has, and has not been told to send. */
    private int held;

    /** @param unheard whether it is of no use to say that the client takes nothing any more */
    ClientStream(ServletOutputStream container, Limits limits, BooleanSupplier unheard) {
        this.container = container;
        this.limits = limits;
        this.unheard = unheard;
        this.ahead = new AheadBytes(limits.sizes().memoryBytes(), limits.directory());
        this.mostAhead = limits.sizes().aheadBytes();
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int from, int length) throws IOException {
        send(() -> {
            int end = from + length;
            for (int position = from; position < end; position += PIECE) {
                put(octets, position, Math.min(PIECE, end - position));
            }
        });
    }

    private void send(Sending sending) throws IOException {
        try {
            checkWhole();
            sending.run();
            whole = true;
        } catch (IOException gone) {
            if (!unheard.getAsBoolean()) {
                throw gone;
            }
            LOGGER.log(Level.DEBUG, "a client has not taken its error", gone);
        }
    }

    /** What follows a part that was not sent is not sent either: a script may have caught the error. */
    private void checkWhole() throws IOException {
        if (!whole) {
            throw new IOException("A part of the response was not sent.");
        }
        // until what is sent now is sent
        whole = false;
    }

    private void put(byte[] octets, int from, int length) throws IOException {
        if (ended || flow == null && held + length <= PIECE) {
            // nobody asks, or it fits into the container's buffer
            held += length;
            container.write(octets, from, length);
            return;
        }
        if (takesNow(length)) {
            container.write(octets, from, length);
        } else {
            ahead.add(Arrays.copyOfRange(octets, from, from + length));
        }
    }

    /** Whether the client takes what comes now: after all that came before. */
    private boolean takesMore() throws IOException {
        if (flow == null) {
            flow = limits.flow().get();
        }
        while (flow.takesMore()) {
            byte[] next = ahead.next();
            if (next == null) {
                return true;
            }
            container.write(next);
        }
        return false;
    }

    /** As {@link #takesMore}; waits while there is no room for what the client does not take. */
    private boolean takesNow(int length) throws IOException {
        boolean takes = takesMore();
        if (takes || hasRoom(length)) {
            return takes;
        }
        Runnable goOn = limits.pause().get();
        try {
            long size = ahead.size();
            for (long waited = 0; !takes && !hasRoom(length); takes = takesMore()) {
                waited = ahead.size() < size ? 0 : waited + BETWEEN_LOOKS_MILLIS;
                size = ahead.size();
                if (waited > limits.patience().toMillis()) {
                    throw new IOException("The client has taken nothing for " + limits.patience() + ".");
                }
                Thread.sleep(BETWEEN_LOOKS_MILLIS);
            }
            return takes;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The script was stopped.");
        } finally {
            goOn.run();
        }
    }

    private boolean hasRoom(int length) {
        return ahead.size() + length <= mostAhead;
    }

    /** Sends what the client takes. */
    @Override
    public void flush() throws IOException {
        send(() -> {
            if (ended || takesMore()) {
                container.flush();
            }
        });
    }

    /** The script has ended, and nothing of it waits for the client any more. */
    void scriptEnded() {
        mostAhead = Long.MAX_VALUE;
    }

    /** Forgets what was written to a response that is not committed. */
    void reset() {
        ahead.close();
        held = 0;
        whole = true;
    }

    /** What the client has not taken by now, for the container; null when it has taken all, or does not get the whole. */
    AheadBytes rest() {
        ended = true;
        if (flow == null || !whole) {
            return null;
        }
        whole = false;
        try {
            boolean all = takesMore();
            whole = true;
            return flow.end() || !all ? ahead : null;
        } catch (IOException gone) {
            LOGGER.log(Level.DEBUG, "a client has not taken its response", gone);
            return null;
        }
    }

    /** Forgets what the client has not taken; returns whether that was something, or something was not sent before. */
    boolean drop() {
        ended = true;
        boolean lost = !whole || !ahead.isEmpty();
        ahead.close();
        if (flow != null) {
            // what the server has left it sends
            flow.end();
        }
        return lost;
    }

    @Override
    public void close() throws IOException {
        container.close();
    }

    @Override
    public boolean isReady() {
        return container.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        container.setWriteListener(listener);
    }

    private interface Sending {
        void run() throws IOException;
    }
}
