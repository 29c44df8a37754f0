// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.request;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/** The container's stream; while the response is held, closing it does not end the response. */
final class HeldStream extends ServletOutputStream {
    private final ServletOutputStream container;
    private final ExchangeResponse response;
    private boolean closed;

    HeldStream(ServletOutputStream container, ExchangeResponse response) {
        this.container = container;
        this.response = response;
    }

    @Override
    public boolean isReady() {
        return container.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        container.setWriteListener(listener);
    }

    @Override
    public void write(int octet) throws IOException {
        if (!closed) {
            container.write(octet);
        }
    }

    @Override
    public void write(byte[] octets, int from, int length) throws IOException {
        if (!closed) {
            container.write(octets, from, length);
        }
    }

    @Override
    public void flush() throws IOException {
        if (!closed) {
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
