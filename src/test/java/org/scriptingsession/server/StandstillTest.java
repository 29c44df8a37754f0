// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StandstillTest {
    private final Standstill standstill = new Standstill();
    private final long start = System.nanoTime();
    private boolean started;

    @Test
    void aNodeThatGoesOnDoesNotStandStill() {
        tick(start);
        tick(start + nanos(Standstill.ALLOWED));

        assertFalse(standstill.since(start));
        assertFalse(standstill.isRecent());
    }

    @Test
    void aLongPauseIsAStandstillForWhatBeganBefore() {
        long before = System.nanoTime();
        tick(before - nanos(Standstill.ALLOWED) - 1_000_000);
        tick(before);

        assertTrue(standstill.since(before - 1));
        assertTrue(standstill.isRecent());
        assertFalse(standstill.since(before + 1));
    }

    /** A request may go on before the thread that ticks does. */
    @Test
    void aPauseIsKnownBeforeItIsNoticed() {
        tick(System.nanoTime() - nanos(Standstill.ALLOWED) - 1_000_000);

        assertTrue(standstill.since(System.nanoTime()));
        assertTrue(standstill.isRecent());
    }

    @Test
    void afterAWhileTheNodeIsTrustedAgain() {
        long end = System.nanoTime() - nanos(Standstill.AFTER) - 1_000_000;
        tick(end - 2 * nanos(Standstill.ALLOWED));
        tick(end);
        for (long t = end; t - System.nanoTime() < 0; t += nanos(Standstill.ALLOWED)) {
            tick(t);
        }
        tick(System.nanoTime());

        assertFalse(standstill.isRecent());
    }

    /** The clock that counts nanoseconds stands still with the machine. */
    @Test
    void theClockOfTheDayTellsOfAMachineThatWasMoved() {
        long now = System.nanoTime();
        standstill.startAt(now, System.currentTimeMillis() - Standstill.ALLOWED.toMillis() - 1);
        standstill.tick(now, System.currentTimeMillis());

        assertTrue(standstill.since(now));
        assertTrue(standstill.isRecent());
    }

    @Test
    void aClockOfTheDayThatIsSetBackTellsNothing() {
        long now = System.nanoTime();
        standstill.startAt(now, System.currentTimeMillis() + Duration.ofHours(1).toMillis());

        assertFalse(standstill.since(now));
        standstill.tick(now, System.currentTimeMillis());
        assertFalse(standstill.since(now));
        assertFalse(standstill.isRecent());
    }

    private void tick(long at) {
        if (!started) {
            standstill.startAt(at, System.currentTimeMillis());
            started = true;
        } else {
            standstill.tick(at, System.currentTimeMillis());
        }
    }

    private static long nanos(Duration duration) {
        return duration.toNanos();
    }
}
