// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/** A stream that hands what is written on to the container's, until it is closed; what that means is for others to say. */
abstract class PassedOnStream extends ServletOutputStream {
    final ServletOutputStream container;
    boolean closed;

    PassedOnStream(ServletOutputStream container) {
        this.container = container;
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
}
