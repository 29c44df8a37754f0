// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a kilobyte says of any number of durations. */
class DurationsTest {
    private final Durations durations = new Durations();

    @Test
    void ofNoRunThereIsNothingToSay() {
        assertEquals(0, durations.percentileMillis(0.99));
        assertEquals(0, durations.classes().length);
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 7, 8, 100, 999, 12_345, 1_000_000, 60_000_000, 1_800_000_000})
    void aDurationIsKnownToAnEighth(long micros) {
        durations.add(TimeUnit.MICROSECONDS.toNanos(micros));

        assertEquals(micros / 1000.0, durations.percentileMillis(0.5), micros / 1000.0 / 8);
    }

    @Test
    void everyDurationHasAClass() {
        for (long micros : new long[] {0, 1, 3, 4, Long.MAX_VALUE / 1000}) {
            durations.add(TimeUnit.MICROSECONDS.toNanos(micros));
        }
        durations.add(-1);

        assertEquals(5, durations.classes().length);
    }

    @Test
    void classesFollowOneAnother() {
        for (int micros = 1; micros < 100_000; micros++) {
            int step = Durations.classOf(micros) - Durations.classOf(micros - 1L);
            assertEquals(true, step == 0 || step == 1, "at " + micros);
        }
    }

    @Test
    void oneSlowRunInAHundredIsNoneOfThe99() {
        for (int i = 0; i < 99; i++) {
            durations.add(TimeUnit.MILLISECONDS.toNanos(1));
        }
        durations.add(TimeUnit.SECONDS.toNanos(1));

        assertEquals(1, durations.percentileMillis(0.99), 0.125);
        assertEquals(1000, durations.percentileMillis(1), 125);
    }

    @Test
    void aSumHasTheRunsOfBoth() {
        durations.add(TimeUnit.MILLISECONDS.toNanos(1));
        Durations other = new Durations();
        other.add(TimeUnit.MILLISECONDS.toNanos(1));

        durations.addAll(other);

        assertArrayEquals(new double[] {1, 2}, durations.classes()[0], 0.125);
    }
}
