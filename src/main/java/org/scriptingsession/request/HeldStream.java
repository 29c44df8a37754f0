// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.request;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/**
 * The container's stream; while the response is held, closing it does not end the response. It keeps back the last byte of an
 * announced length.
 */
final class HeldStream extends ServletOutputStream {
    private static final int NONE = -1;

    private final ServletOutputStream container;
    private final ExchangeResponse response;
    private final LastPart lastPart;
    private boolean closed;

    /** How many bytes the container has. */
    private long written;

    /** The byte that is kept back. */
    private int last = NONE;

    HeldStream(ServletOutputStream container, ExchangeResponse response, LastPart lastPart) {
        this.container = container;
        this.response = response;
        this.lastPart = lastPart;
    }

    @Override
    public boolean isReady() {
        return container.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        // the container alone knows when it can be written to
        lastPart.keepNothing();
        container.setWriteListener(listener);
    }

    @Override
    public void write(int octet) throws IOException {
        if (closed) {
            return;
        }
        if (written < lastPart.openLength()) {
            container.write(octet);
            written++;
        } else {
            keep(octet);
        }
    }

    @Override
    public void write(byte[] octets, int from, int length) throws IOException {
        if (closed) {
            return;
        }
        int open = (int) Math.min(length, Math.max(0, lastPart.openLength() - written));
        container.write(octets, from, open);
        written += open;
        if (open < length) {
            keep(octets[from + open]);
        }
    }

    /** What comes after the announced length is no part of the response. */
    private void keep(int octet) {
        if (last == NONE && written == lastPart.openLength()) {
            last = octet & 0xff;
        }
    }

    /** Whether all that was announced was written. */
    boolean isWhole() {
        return written > lastPart.openLength() || last != NONE;
    }

    /** What was written is dropped. */
    void forget() {
        written = 0;
        last = NONE;
    }

    void sendLast() throws IOException {
        if (last != NONE) {
            container.write(last);
            last = NONE;
        }
    }

    @Override
    public void flush() throws IOException {
        if (!closed && response.mayFlush()) {
            container.flush();
        }
    }

    @Override
    public void close() throws IOException {
        if (response.isHeld()) {
            closed = true;
            response.finish();
        } else {
            container.close();
        }
    }
}
