// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange.response;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.scriptingsession.error.Mistake;

/**
 * When the body of a script's response goes to the container: at a flush, at the end of the script, and when more is written than
 * is held.
 *
 * <p>The first flush may wait for the end, which is often microseconds away: the response is one piece then, with its length. Who
 * lets it wait calls {@link #sendFlushed} when the end does not come.
 */
final class ResponseOutput {
    private final HttpServletResponse response;
    private final ResponseBody body;
    private final Runnable finish;
    private boolean closed;
    private volatile boolean flushWaits;

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
        flushWaits = true;
        if (!mayWait) {
            sendFlushed();
        }
    }

    /** Sends what a flush that waits is to send. */
    void sendFlushed() {
        if (flushWaits) {
            flushWaits = false;
            send(() -> {
                body.send();
                response.flushBuffer();
            });
            if (closed) {
                end();
            }
        }
    }

    /** Closed for the script; a flush that waits is sent first, or with the end. */
    void close(boolean mayBeMissing) {
        if (!closed) {
            send(() -> body.end(mayBeMissing));
            closed = true;
            if (!flushWaits) {
                end();
            }
        }
    }

    /** The script has ended: what a flush and the end have left is sent in one piece. */
    void complete(boolean mayBeMissing) {
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

    static void send(Output output) {
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
