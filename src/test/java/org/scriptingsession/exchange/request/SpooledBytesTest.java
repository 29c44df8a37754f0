// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange.request;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Few bytes are in memory, many in a file, which does not stay. */
class SpooledBytesTest {
    private static final int MEMORY = 10;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"0, 0", "10, 0", "11, 1", "100000, 1"})
    void manyBytesAreInAFileUntilItIsDeleted(int length, int files) throws IOException {
        byte[] bytes = "x".repeat(length).getBytes(StandardCharsets.US_ASCII);

        SpooledBytes spooled = SpooledBytes.of(new ByteArrayInputStream(bytes), MEMORY, folder.toFile());

        assertEquals(files, files());
        assertEquals(length, spooled.size());
        assertArrayEquals(bytes, spooled.toArray());
        assertArrayEquals(bytes, spooled.toArray());
        spooled.delete();
        assertEquals(0, files());
    }

    @Test
    void whatCannotBeReadLeavesNoFile() {
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(new byte[MEMORY + 1]), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }
        });

        assertThrows(IOException.class, () -> SpooledBytes.of(broken, MEMORY, folder.toFile()));
        assertEquals(0, files());
    }

    private int files() {
        return folder.toFile().list().length;
    }
}
