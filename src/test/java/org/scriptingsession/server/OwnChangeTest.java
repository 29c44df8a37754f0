// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scriptingsession.api.EndReason;

/** What a thread does to a session is known while it does it, and not after. */
class OwnChangeTest {
    @Test
    void aThreadThatDoesNothingSaysNothing() {
        assertNothing();
    }

    @Test
    void theReasonIsKnownWhileASessionEnds() {
        OwnChange.ending(EndReason.REGISTRY, () -> {
            assertEquals(Optional.of(EndReason.REGISTRY), OwnChange.endReason());
            assertFalse(OwnChange.isRenewing());
        });

        assertNothing();
    }

    @Test
    void aRenewalIsNoEnd() {
        OwnChange.renewing(() -> {
            assertTrue(OwnChange.isRenewing());
            assertEquals(Optional.empty(), OwnChange.endReason());
        });

        assertNothing();
    }

    @Test
    void anEndWithinARenewalLeavesTheRenewalAsItWas() {
        OwnChange.renewing(() -> {
            OwnChange.ending(EndReason.ELSEWHERE, () -> assertFalse(OwnChange.isRenewing()));
            assertTrue(OwnChange.isRenewing());
        });
    }

    @Test
    void nothingIsLeftWhenTheWorkFails() {
        assertThrows(
                IllegalStateException.class,
                () -> OwnChange.ending(EndReason.MAX_LIFETIME, () -> {
                    throw new IllegalStateException("over");
                }));

        assertNothing();
    }

    private static void assertNothing() {
        assertEquals(Optional.empty(), OwnChange.endReason());
        assertFalse(OwnChange.isRenewing());
    }
}
