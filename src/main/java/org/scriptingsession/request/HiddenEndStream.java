// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.request;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/** The container's stream; closing it does not end the response. */
final class HiddenEndStream extends ServletOutputStream {
    private final ServletOutputStream container;
    private final HiddenEndResponse response;
    private boolean closed;

    HiddenEndStream(ServletOutputStream container, HiddenEndResponse response) {
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
            response.sending();
            container.write(octet);
        }
    }

    @Override
    public void write(byte[] octets, int from, int length) throws IOException {
        if (!closed) {
            response.sending();
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
    public void close() {
        closed = true;
    }
}
