// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange;

import jakarta.servlet.ServletOutputStream;
import java.io.IOException;

/** The container's stream; while the response is held, closing it does not end the response. */
final class HeldStream extends PassedOnStream {
    private final ExchangeResponse response;

    HeldStream(ServletOutputStream container, ExchangeResponse response) {
        super(container);
        this.response = response;
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
