// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Some servers tell twice that the application goes: before they stop its servlets, and when they stop its filters. */
@Timeout(30)
class OpenCallsTest {
    private final OpenCalls calls = new OpenCalls();
    private final List<String> told = new ArrayList<>();

    private final OpenCalls.Unattended slow = new OpenCalls.Unattended() {
        @Override
        public void closing() {
            told.add("closing");
        }

        @Override
        public void drop() {
            told.add("drop");
        }
    };

    @Test
    void whoHasNotEndedIsNotWaitedForAgain() {
        assertTrue(calls.begin());
        assertTrue(calls.add(slow));

        calls.close(Duration.ofMillis(1));
        calls.close(Duration.ofDays(1));

        assertEquals(List.of("closing", "drop"), told);
    }

    /** As when the server completes a request that is about to be dropped. What failed would stop the server's stop. */
    @Test
    void oneThatFailsKeepsNoOther() {
        for (int i = 0; i < 2; i++) {
            assertTrue(calls.add(new OpenCalls.Unattended() {
                @Override
                public void closing() {
                    slow.closing();
                    throw new IllegalStateException("closing");
                }

                @Override
                public void drop() {
                    slow.drop();
                    throw new IllegalStateException("complete");
                }
            }));
        }

        calls.close(Duration.ofMillis(1));

        assertEquals(List.of("closing", "closing", "drop", "drop"), told);
    }

    @Test
    void noneBeginsAfterTheLast() {
        assertTrue(calls.begin());
        calls.end();

        calls.close(Duration.ofDays(1));

        assertFalse(calls.begin());
        assertFalse(calls.add(slow));
        assertEquals(List.of(), told);
    }
}
