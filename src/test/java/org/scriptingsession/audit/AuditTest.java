// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scriptingsession.api.AccessRefused;

/** A line of the audit is one line, and tells no id. */
class AuditTest {
    @Test
    void aNameCannotForgeALine() {
        String line = Audit.line(new AccessRefused("a\nUserLoggedIn[x]", "b\r\u2028\u0085", 403));

        assertEquals("AccessRefused[script=a\\nUserLoggedIn[x], user=b\\r\\u2028\\u0085, status=403]", line);
    }

    @Test
    void aSessionIsNamedByAHashOfItsId() {
        String name = SessionHash.of("0123456789");

        assertTrue(name.matches("[0-9a-f]{16}"), name);
        assertEquals(name, SessionHash.of("0123456789"));
        assertNotEquals(name, SessionHash.of("0123456788"));
        assertFalse(name.contains("0123456789"));
    }
}
