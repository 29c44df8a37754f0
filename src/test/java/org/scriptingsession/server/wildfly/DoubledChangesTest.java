// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.wildfly;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scriptingsession.server.wildfly.WildFlyServer.DoubledChanges;

class DoubledChangesTest {
    private final DoubledChanges changes = new DoubledChanges();

    @Test
    void theSecondOfTwoEqualMessagesIsToldFromTheFirst() {
        assertFalse(changes.isSecond("a b"));
        assertFalse(changes.isSecond("b c"));
        assertTrue(changes.isSecond("b c"));
        assertTrue(changes.isSecond("a b"));
        assertFalse(changes.isSecond("a b"));
    }

    @Test
    void messagesThatCameOnceAreForgottenInTheEnd() {
        assertFalse(changes.isSecond("first"));
        for (int i = 0; i < DoubledChanges.MOST; i++) {
            assertFalse(changes.isSecond("later " + i));
        }

        assertFalse(changes.isSecond("first"));
    }
}
