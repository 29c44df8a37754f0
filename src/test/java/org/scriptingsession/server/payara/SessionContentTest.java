// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.payara;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A session is stored again when it holds something that could have changed by itself. */
class SessionContentTest {
    @Test
    void whatScriptsStoreStaysAsItIs() {
        for (Object value : List.of(
                "text",
                true,
                1,
                1L,
                1.5,
                new Date(0),
                Collections.unmodifiableList(new ArrayList<>(List.of("a"))),
                Collections.unmodifiableMap(new HashMap<>()))) {
            assertTrue(SessionContent.isImmutable(value), () -> value.getClass().getName());
        }
    }

    @Test
    void valuesOfJavaStayAsTheyAre() {
        assertTrue(SessionContent.isImmutable(Instant.EPOCH));
        assertTrue(SessionContent.isImmutable(DayOfWeek.MONDAY));
    }

    @Test
    void objectsOfOtherComponentsMayChange() {
        assertFalse(SessionContent.isImmutable(new ArrayList<>()));
        assertFalse(SessionContent.isImmutable(new HashMap<>()));
        assertFalse(SessionContent.isImmutable(new int[1]));
        assertFalse(SessionContent.isImmutable(new AtomicInteger()));
    }
}
