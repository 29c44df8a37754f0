// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange;

import java.io.PrintWriter;
import java.io.Writer;

/** The container's writer; while the response is held, closing it does not end the response. */
final class HeldWriter extends PrintWriter {
    private final ExchangeResponse response;

    HeldWriter(PrintWriter container, ExchangeResponse response) {
        super(container);
        this.response = response;
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
}
