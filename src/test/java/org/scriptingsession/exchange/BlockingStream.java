// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.OutputStream;

/** A container's stream that is always ready, and waits for nobody: what is written to it goes to another one. */
public class BlockingStream extends ServletOutputStream {
    private final OutputStream taken;

    public BlockingStream(OutputStream taken) {
        this.taken = taken;
    }

    @Override
    public final void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int from, int length) throws IOException {
        taken.write(octets, from, length);
    }

    @Override
    public final boolean isReady() {
        return true;
    }

    @Override
    public final void setWriteListener(WriteListener listener) {
        throw new UnsupportedOperationException();
    }
}
