// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/**
 * How many runs took how long, in a kilobyte: four classes for each power of two of microseconds, so that what is read of it is
 * wrong by an eighth at most. A list of durations would grow, or have to be sorted by whoever asks.
 */
public final class Durations {
    private static final int PER_POWER = 4;
    private static final int CLASSES = 32 * PER_POWER;
    private static final double MICROS_PER_MILLI = 1000;

    private final AtomicLongArray counts = new AtomicLongArray(CLASSES);

    void add(long nanos) {
        counts.incrementAndGet(classOf(TimeUnit.NANOSECONDS.toMicros(nanos)));
    }

    /** Adds all that another one has counted. */
    void addAll(Durations other) {
        for (int i = 0; i < CLASSES; i++) {
            counts.addAndGet(i, other.counts.get(i));
        }
    }

    /**
     * The duration in milliseconds that a share of the runs did not exceed; 0 when there was no run.
     *
     * @param share such as 0.99
     */
    public double percentileMillis(double share) {
        long all = 0;
        for (int i = 0; i < CLASSES; i++) {
            all += counts.get(i);
        }
        long left = (long) Math.ceil(all * share);
        for (int i = 0; i < CLASSES && all > 0; i++) {
            left -= counts.get(i);
            if (left <= 0) {
                return middleMillis(i);
            }
        }
        return 0;
    }

    /** The runs of each class, and the class's middle in milliseconds; those without runs left out. */
    public double[][] classes() {
        return IntStream.range(0, CLASSES)
                .filter(i -> counts.get(i) > 0)
                .mapToObj(i -> new double[] {middleMillis(i), counts.get(i)})
                .toArray(double[][]::new);
    }

    static int classOf(long micros) {
        if (micros < PER_POWER) {
            return (int) Math.max(0, micros);
        }
        int power = Long.SIZE - 1 - Long.numberOfLeadingZeros(micros);
        int quarter = (int) (micros >> (power - 2)) & (PER_POWER - 1);
        return Math.min(CLASSES - 1, (power - 1) * PER_POWER + quarter);
    }

    private static double middleMillis(int index) {
        if (index < PER_POWER) {
            return (index + 0.5) / MICROS_PER_MILLI;
        }
        int power = index / PER_POWER + 1;
        double width = Math.scalb(1, power - 2);
        return (PER_POWER + index % PER_POWER + 0.5) * width / MICROS_PER_MILLI;
    }
}
