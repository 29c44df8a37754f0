// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.load;

/** How long things took, to one percent. */
final class Histogram {
    private static final double STEP = Math.log(1.01);
    private static final double NANOS_OF_FIRST = 1_000;

    /** Up to 400 seconds. */
    private final long[] counts = new long[2000];

    private long count;

    void add(long nanos) {
        int index = nanos <= NANOS_OF_FIRST ? 0 : (int) (Math.log(nanos / NANOS_OF_FIRST) / STEP);
        counts[Math.min(index, counts.length - 1)]++;
        count++;
    }

    long count() {
        return count;
    }

    /** @return not a number when nothing was added */
    double millis(double quantile) {
        long rank = Math.max(1, (long) Math.ceil(count * quantile));
        long seen = 0;
        for (int index = 0; index < counts.length; index++) {
            seen += counts[index];
            if (seen >= rank) {
                return Math.exp((index + 1) * STEP) * NANOS_OF_FIRST / 1e6;
            }
        }
        return Double.NaN;
    }
}
