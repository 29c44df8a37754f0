// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange.response;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import org.scriptingsession.error.Mistake;

/**
 * When the body of a script's response goes to the container: at a flush, at the end of the script, and when more is written than
 * is held.
 *
 * <p>The first flush may wait for the end, which is often microseconds away: the response is one piece then, with its length. Who
 * lets it wait calls {@link #sendFlushed} when the end does not come.
 */
final class ResponseOutput {
    private static final System.Logger LOGGER = System.getLogger(ResponseOutput.class.getName());

    private final HttpServletResponse response;
    private final ResponseBody body;
    private final Runnable finish;
    private boolean closed;
    private volatile boolean flushWaits;

    /** Why what was flushed could not be sent, when the script had gone on; null when it could. */
    private RuntimeException unsent;

    /** @param finish is told once, when nothing more is to be written */
    ResponseOutput(HttpServletResponse response, ResponseBody body, Runnable finish) {
        this.response = response;
        this.body = body;
        this.finish = finish;
    }

    boolean isClosed() {
        return closed;
    }

    boolean isFlushWaiting() {
        return flushWaits;
    }

    void flush(boolean mayWait) {
        checkSent();
        flushWaits = true;
        if (!mayWait) {
            sendNow();
        }
    }

    /**
     * Sends what a flush that waits is to send. That it cannot be sent is the error of what is written next, or of the end: what
     * the script does meanwhile has nothing to do with its client.
     */
    void sendFlushed() {
        if (flushWaits) {
            try {
                sendNow();
            } catch (RuntimeException e) {
                LOGGER.log(Level.DEBUG, "a client has not taken what was flushed", e);
                unsent = e;
            }
        }
    }

    private void sendNow() {
        flushWaits = false;
        send(() -> {
            body.send();
            response.flushBuffer();
        });
        if (closed) {
            end();
        }
    }

    private void checkSent() {
        if (unsent != null) {
            throw unsent;
        }
    }

    /** Writes, unless what came before could not be sent. */
    void write(Output output) {
        checkSent();
        send(output);
    }

    /** Closed for the script; a flush that waits is sent first, or with the end. */
    void close(boolean mayBeMissing) {
        if (!closed) {
            write(() -> body.end(mayBeMissing));
            closed = true;
            if (!flushWaits) {
                end();
            }
        }
    }

    /** The script has ended: what a flush and the end have left is sent in one piece. */
    void complete(boolean mayBeMissing) {
        checkSent();
        close(mayBeMissing);
        if (flushWaits) {
            flushWaits = false;
            end();
        }
    }

    /** Closed, with what another has sent for the end. */
    void closeWith(Output end) {
        closed = true;
        send(end);
    }

    private void end() {
        send(() -> {
            body.send();
            finish.run();
        });
    }

    private static void send(Output output) {
        try {
            output.send();
        } catch (IOException e) {
            throw Mistake.CONNECTION_BROKEN.because(e);
        }
    }

    /** Something that is sent. */
    @FunctionalInterface
    interface Output {
        void send() throws IOException;
    }
}
