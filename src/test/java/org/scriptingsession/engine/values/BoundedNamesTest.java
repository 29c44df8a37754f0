// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.values;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** New names pass until there are too many, and those that passed once pass always. */
class BoundedNamesTest {
    @Test
    void aNameOverTheBoundIsRefusedAndKnownOnesPass() {
        BoundedNames names = new BoundedNames(2);
        assertTrue(names.admits("a"));
        assertTrue(names.admits("a"));
        assertTrue(names.admits("b"));
        assertFalse(names.admits("c"));
        assertTrue(names.admits("a"));
        assertFalse(names.admits("c"));
    }

    @Test
    void threadsTogetherHaveOneBound() {
        BoundedNames names = new BoundedNames(100);
        long admitted = IntStream.range(0, 10_000)
                .parallel()
                .filter(i -> names.admits("name " + i % 500))
                .mapToObj(i -> i % 500)
                .distinct()
                .count();
        assertEquals(100, admitted);
    }
}
