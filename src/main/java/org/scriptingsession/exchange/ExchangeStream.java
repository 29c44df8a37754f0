// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/** The container's stream as components get it: the response decides what the container is told. */
final class ExchangeStream extends ServletOutputStream {
    private final ServletOutputStream container;
    private final ExchangeResponse response;
    private boolean closed;

    /** @param container null for a response that is finished */
    ExchangeStream(ServletOutputStream container, ExchangeResponse response) {
        this.container = container;
        this.response = response;
        this.closed = container == null;
    }

    @Override
    public boolean isReady() {
        return container == null || container.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        if (container == null) {
            throw new IllegalStateException("The response is finished.");
        }
        container.setWriteListener(listener);
    }

    @Override
    public void write(int octet) throws IOException {
        if (!closed && response.mayWrite()) {
            container.write(octet);
        }
    }

    @Override
    public void write(byte[] octets, int from, int length) throws IOException {
        if (!closed && response.mayWrite()) {
            container.write(octets, from, length);
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
        closed = true;
        if (container != null && response.mayEnd()) {
            container.close();
        }
    }
}
