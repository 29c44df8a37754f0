// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.values;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What {@code Math.random} gives one run says nothing of what it gives another. */
class CryptoFunctionsTest {
    @Test
    void eachRunHasASeedOfItsOwn() {
        var seeds = List.of(11L, 22L, 33L).iterator();
        CryptoFunctions crypto = new CryptoFunctions(seeds::next);

        SplittableRandom first = new SplittableRandom(11);
        assertEquals(first.nextDouble(), crypto.next());
        assertEquals(first.nextDouble(), crypto.next());
        crypto.forget();
        assertEquals(new SplittableRandom(22).nextDouble(), crypto.next());
        // a run that asks for no number takes no seed
        crypto.forget();
        crypto.forget();
        assertEquals(new SplittableRandom(33).nextDouble(), crypto.next());
    }
}
