// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.UncheckedIOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AheadBytesTest {
    @TempDir
    private File directory;

    @Test
    void comeOutInTheirOrderWhereverTheyLie() {
        Random random = new Random(7);
        ByteArrayOutputStream in = new ByteArrayOutputStream();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (AheadBytes bytes = new AheadBytes(20_000, directory)) {
            for (int i = 0; i < 2000; i++) {
                byte[] some = new byte[1 + random.nextInt(9000)];
                random.nextBytes(some);
                in.writeBytes(some);
                bytes.add(some);
                // now and then all of it is taken
                for (int taken = random.nextInt(i % 100 == 99 ? 1000 : 3); taken > 0; taken--) {
                    byte[] next = bytes.next();
                    out.writeBytes(next == null ? new byte[0] : next);
                }
                assertEquals(in.size() - out.size(), bytes.size());
            }
            for (byte[] next = bytes.next(); next != null; next = bytes.next()) {
                out.writeBytes(next);
            }
            assertTrue(bytes.isEmpty());
        }
        assertArrayEquals(in.toByteArray(), out.toByteArray());
    }

    @Test
    void leaveNoFile() {
        try (AheadBytes bytes = new AheadBytes(10, directory)) {
            bytes.add(new byte[10]);
            assertEquals(0, directory.list().length, "within memory");
            bytes.add(new byte[1]);
            assertEquals(1, directory.list().length);
        }
        assertEquals(0, directory.list().length);
    }

    @Test
    void areGoneWhenClosed() {
        AheadBytes bytes = new AheadBytes(10, directory);
        bytes.add(new byte[100]);
        bytes.close();
        assertNull(bytes.next());
        assertEquals(0, bytes.size());
    }

    @Test
    void aFolderThatTakesNoFileIsNoFaultOfTheClient() {
        try (AheadBytes bytes = new AheadBytes(0, new File(directory, "absent"))) {
            UncheckedIOException refused = assertThrows(UncheckedIOException.class, () -> bytes.add(new byte[1]));
            assertEquals("a file of a response cannot be written", refused.getMessage());
        }
    }
}
