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
class PayaraSessionsTest {
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
            assertTrue(PayaraSessions.isImmutable(value), () -> value.getClass().getName());
        }
    }

    @Test
    void valuesOfJavaStayAsTheyAre() {
        assertTrue(PayaraSessions.isImmutable(Instant.EPOCH));
        assertTrue(PayaraSessions.isImmutable(DayOfWeek.MONDAY));
    }

    @Test
    void objectsOfOtherComponentsMayChange() {
        assertFalse(PayaraSessions.isImmutable(new ArrayList<>()));
        assertFalse(PayaraSessions.isImmutable(new HashMap<>()));
        assertFalse(PayaraSessions.isImmutable(new int[1]));
        assertFalse(PayaraSessions.isImmutable(new AtomicInteger()));
    }
}
