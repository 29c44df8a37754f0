// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What a node has told is told again after a while, and takes room for no longer. */
class ToldSessionsTest {
    private final AtomicLong nanos = new AtomicLong();
    private final ToldSessions told = new ToldSessions(Duration.ofNanos(10), nanos::get);

    @Test
    void itIsKnownForThatTimeAsItWasTold() {
        told.add("one", "alice", 60);

        nanos.set(9);
        assertTrue(told.knows("one", "alice", 60));
        assertFalse(told.knows("one", "bob", 60));
        assertFalse(told.knows("one", "alice", 61));
        assertFalse(told.knows("two", "alice", 60));
        nanos.set(10);
        assertFalse(told.knows("one", "alice", 60));
    }

    @Test
    void whatIsOldTakesNoRoom() {
        for (int i = 0; i < 1000; i++) {
            nanos.incrementAndGet();
            told.add("session" + i, "alice", 60);
        }

        assertEquals(10, told.size());
    }

    /** The first telling of it is over earlier than the second. */
    @Test
    void whatWasToldAgainIsKnownFromThen() {
        told.add("one", "alice", 60);
        nanos.set(5);
        told.add("one", "alice", 60);
        nanos.set(12);
        told.add("two", "alice", 60);

        assertTrue(told.knows("one", "alice", 60));
        told.remove("one");
        assertFalse(told.knows("one", "alice", 60));
    }
}
