// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange;

import jakarta.servlet.ServletOutputStream;
import java.io.IOException;

/** The container's stream; closing it does not end the response. */
final class HiddenEndStream extends PassedOnStream {
    private final HiddenEndResponse response;

    HiddenEndStream(ServletOutputStream container, HiddenEndResponse response) {
        super(container);
        this.response = response;
    }

    @Override
    public void write(int octet) throws IOException {
        if (!closed) {
            response.sending();
        }
        super.write(octet);
    }

    @Override
    public void write(byte[] octets, int from, int length) throws IOException {
        if (!closed) {
            response.sending();
        }
        super.write(octets, from, length);
    }

    @Override
    public void flush() throws IOException {
        if (!closed && response.mayFlush()) {
            super.flush();
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
