// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange.request;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import org.apache.commons.io.output.DeferredFileOutputStream;

/** Bytes in memory or, when they are many, in a file that lives until {@link #delete}. */
final class SpooledBytes {
    private static final System.Logger LOGGER = System.getLogger(SpooledBytes.class.getName());

    private static final int BUFFER_BYTES = 8192;

    private final DeferredFileOutputStream bytes;

    private SpooledBytes(DeferredFileOutputStream bytes) {
        this.bytes = bytes;
    }

    /**
     * Takes a stream to its end.
     *
     * @param memoryBytes most bytes that stay in memory
     * @param directory where the file is made, under a name of the product's choice
     */
    static SpooledBytes of(InputStream in, long memoryBytes, File directory) throws IOException {
        SpooledBytes spooled = empty(memoryBytes, directory);
        boolean whole = false;
        byte[] buffer = new byte[BUFFER_BYTES];
        try (spooled.bytes) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                spooled.add(buffer, count);
            }
            whole = true;
        } finally {
            if (!whole) {
                spooled.delete();
            }
        }
        return spooled;
    }

    /**
     * To which is added; close it then.
     *
     * @param memoryBytes most bytes that stay in memory
     * @param directory where the file is made, under a name of the product's choice
     */
    static SpooledBytes empty(long memoryBytes, File directory) throws IOException {
        return new SpooledBytes(DeferredFileOutputStream.builder()
                .setThreshold((int) memoryBytes)
                .setPrefix("request-")
                .setSuffix(".tmp")
                .setDirectory(directory)
                .get());
    }

    /** A full disk is no fault of the client, whose stream may fail likewise. */
    void add(byte[] buffer, int count) {
        try {
            bytes.write(buffer, 0, count);
        } catch (IOException e) {
            throw new UncheckedIOException("a file of a request cannot be written", e);
        }
    }

    /** Nothing is added any more. */
    void close() throws IOException {
        bytes.close();
    }

    long size() {
        return bytes.getByteCount();
    }

    boolean isInMemory() {
        return bytes.isInMemory();
    }

    InputStream open() throws IOException {
        return bytes.toInputStream();
    }

    byte[] toArray() throws IOException {
        try (InputStream in = open()) {
            return in.readAllBytes();
        }
    }

    /** The log names a file that cannot be deleted. */
    void delete() {
        if (bytes.getPath() != null) {
            try {
                bytes.close();
                Files.deleteIfExists(bytes.getPath());
            } catch (IOException e) {
                LOGGER.log(Level.WARNING, "a file of a request is left behind", e);
            }
        }
    }
}
