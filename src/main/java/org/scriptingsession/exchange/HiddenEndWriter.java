// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange;

import java.io.PrintWriter;
import java.io.Writer;

/** The container's writer; closing it does not end the response. */
final class HiddenEndWriter extends PrintWriter {
    private final HiddenEndResponse response;

    HiddenEndWriter(PrintWriter container, HiddenEndResponse response) {
        super(container);
        this.response = response;
    }

    @Override
    public void flush() {
        if (response.mayFlush()) {
            super.flush();
        }
    }

    @Override
    public void close() {
        out = Writer.nullWriter();
    }
}
