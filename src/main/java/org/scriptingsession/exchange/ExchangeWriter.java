// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

/** The container's writer as components get it: the response decides what the container is told. */
final class ExchangeWriter extends Writer {
    private final PrintWriter container;
    private final ExchangeResponse response;

    ExchangeWriter(PrintWriter container, ExchangeResponse response) {
        this.container = container;
        this.response = response;
    }

    @Override
    public void write(char[] text, int from, int length) {
        if (response.mayWrite()) {
            container.write(text, from, length);
        }
    }

    /** Containers' writers throw nothing: {@code checkError} flushes, and tells of a broken connection. */
    @Override
    public void flush() throws IOException {
        if (response.mayFlush() && container.checkError()) {
            throw new IOException("The connection is broken.");
        }
    }

    @Override
    public void close() {
        if (response.mayEnd()) {
            container.close();
        }
    }
}
