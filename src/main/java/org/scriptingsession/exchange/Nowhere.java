// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;

/** The stream of a response that has ended. */
final class Nowhere extends ServletOutputStream {
    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        throw new IllegalStateException("The response is finished.");
    }

    @Override
    public void write(int octet) {
        // the response has ended
    }
}
