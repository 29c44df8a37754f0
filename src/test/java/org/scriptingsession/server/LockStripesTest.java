// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LockStripesTest {
    private final LockStripes locks = new LockStripes();

    @Test
    void equalKeysHaveOneLock() {
        assertSame(locks.of("id"), locks.of(new StringBuilder("id").toString()));
        assertSame(locks.of(1_700_000_000_123L), locks.of(1_700_000_000_123L));
    }

    @Test
    void manyKeysHaveManyLocks() {
        long different =
                LongStream.range(0, 1000).mapToObj(locks::of).distinct().count();

        assertTrue(different > 32, () -> different + " locks");
        assertNotNull(locks.of(Long.MIN_VALUE));
    }
}
