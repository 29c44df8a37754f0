// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange.request;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;

/** The input of a request without body. */
final class EmptyInput extends ServletInputStream {
    @Override
    public int read() {
        return -1;
    }

    @Override
    public boolean isFinished() {
        return true;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
        throw new IllegalStateException("the request is not asynchronous");
    }
}
