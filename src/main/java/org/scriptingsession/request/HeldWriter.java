// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.request;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

/**
 * The container's writer; while the response is held, closing it does not end the response. It keeps back the last character of
 * an announced length: how many bytes those before it make, the container alone knows.
 */
final class HeldWriter extends PrintWriter {
    private final ExchangeResponse response;
    private final LastKept lastKept;

    HeldWriter(PrintWriter container, ExchangeResponse response, LastPart lastPart) {
        super(new LastKept(container, lastPart));
        this.response = response;
        this.lastKept = (LastKept) out;
    }

    /** Whether the container has all that was written. */
    boolean isWhole() {
        return lastKept.length == 0;
    }

    /** What was written is dropped. */
    void forget() {
        lastKept.length = 0;
    }

    void sendLast() {
        lastKept.pass();
    }

    @Override
    public void flush() {
        if (response.mayFlush()) {
            super.flush();
        }
    }

    @Override
    public void close() {
        if (response.isHeld()) {
            out = Writer.nullWriter();
            response.finish();
        } else {
            super.close();
        }
    }

    /** Hands on what is written; of an announced length all but the last character. */
    private static final class LastKept extends Writer {
        private final PrintWriter container;
        private final LastPart lastPart;

        /** One character, or the two of a surrogate pair. */
        private final char[] last = new char[2];

        private int length;

        LastKept(PrintWriter container, LastPart lastPart) {
            this.container = container;
            this.lastPart = lastPart;
        }

        @Override
        public void write(String text, int from, int count) throws IOException {
            if (lastPart.isOfBody()) {
                super.write(text, from, count);
            } else {
                container.write(text, from, count);
            }
        }

        @Override
        public void write(char[] text, int from, int count) {
            if (!lastPart.isOfBody() || count == 0) {
                container.write(text, from, count);
            } else if (length == 1 && Character.isSurrogatePair(last[0], text[from])) {
                last[length++] = text[from];
                write(text, from + 1, count - 1);
            } else {
                pass();
                int to = from + count;
                length = count > 1 && Character.isSurrogatePair(text[to - 2], text[to - 1]) ? 2 : 1;
                container.write(text, from, count - length);
                System.arraycopy(text, to - length, last, 0, length);
            }
        }

        private void pass() {
            container.write(last, 0, length);
            length = 0;
        }

        @Override
        public void flush() throws IOException {
            if (container.checkError()) {
                throw new IOException("the client is gone");
            }
        }

        @Override
        public void close() {
            container.close();
        }
    }
}
