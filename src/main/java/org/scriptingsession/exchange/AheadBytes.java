// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Bytes of a response that its client has not taken yet, in their order: in memory and, when they are many, in a file that lives
 * until {@link #close}. Used by one thread at a time.
 */
final class AheadBytes implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(AheadBytes.class.getName());

    /** As much as servers take from a response in one go. */
    static final int PIECE = 8192;

    private final long memoryBytes;
    private final File directory;

    /** What comes first. */
    private final Queue<byte[]> memory = new ArrayDeque<>();

    private long inMemory;

    /** What comes after; null before it is needed. */
    private RandomAccessFile file;

    private Path path;
    private long read;
    private long written;

    /**
     * @param memoryBytes most bytes that stay in memory
     * @param directory where the file is made, under a name of the product's choice
     */
    AheadBytes(long memoryBytes, File directory) {
        this.memoryBytes = memoryBytes;
        this.directory = directory;
    }

    long size() {
        return inMemory + written - read;
    }

    boolean isEmpty() {
        return size() == 0;
    }

    /** @param bytes which are not changed after */
    void add(byte[] bytes) {
        if (written == read && inMemory + bytes.length <= memoryBytes) {
            memory.add(bytes);
            inMemory += bytes.length;
            return;
        }
        try {
            open().seek(written);
            file.write(bytes);
            written += bytes.length;
        } catch (IOException e) {
            // a full disk is no fault of the client, whose connection may fail likewise
            throw new UncheckedIOException("a file of a response cannot be written", e);
        }
    }

    private RandomAccessFile open() throws IOException {
        if (file == null) {
            path = Files.createTempFile(directory.toPath(), "response-", ".tmp");
            file = new RandomAccessFile(path.toFile(), "rw");
        }
        return file;
    }

    /** Takes the first of the bytes, as many as come handy; null when there are none. */
    byte[] next() {
        if (memory.isEmpty() && written > read) {
            memory.add(fromFile());
        }
        byte[] bytes = memory.poll();
        inMemory -= bytes == null ? 0 : bytes.length;
        return bytes;
    }

    private byte[] fromFile() {
        byte[] bytes = new byte[(int) Math.min(PIECE, written - read)];
        try {
            file.seek(read);
            file.readFully(bytes);
            read += bytes.length;
            inMemory += bytes.length;
            if (read == written) {
                file.setLength(0);
                read = 0;
                written = 0;
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("a file of a response cannot be read", e);
        }
    }

    /** Drops what is left. The log names a file that cannot be deleted. */
    @Override
    public void close() {
        memory.clear();
        inMemory = 0;
        read = 0;
        written = 0;
        if (file != null) {
            try {
                file.close();
                Files.deleteIfExists(path);
            } catch (IOException e) {
                LOGGER.log(Level.WARNING, "a file of a response is left behind: " + path, e);
            }
            file = null;
        }
    }
}
