// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What was answered to the calls of some seconds. */
final class Phase implements Call.End {
    private final long begun = System.nanoTime();
    private final Duration time;
    private final Histogram good = new Histogram();
    private final Histogram refused = new Histogram();
    private final Histogram[] seconds;
    private final Map<String, Integer> failures = new TreeMap<>();
    private long[] dues = new long[1024];
    private int withoutRetryAfter;
    private int goodInTime;
    private int refusedInTime;

    /** Begins now, for so long. */
    Phase(Duration time) {
        this.time = time;
        seconds = new Histogram[(int) time.toSeconds() + 1];
        Arrays.setAll(seconds, second -> new Histogram());
    }

    @Override
    public void accept(Answer answer, long due, long ended) {
        if (answer.status() == 200 && answer.body().startsWith("good")) {
            if (good.count() == dues.length) {
                dues = Arrays.copyOf(dues, 2 * dues.length);
            }
            dues[(int) good.count()] = due;
            good.add(ended - due);
            seconds[(int) ((due - begun) / 1_000_000_000)].add(ended - due);
            goodInTime += isInTime(ended) ? 1 : 0;
        } else if (answer.status() == 503) {
            refused.add(ended - due);
            withoutRetryAfter += answer.retryAfter() ? 0 : 1;
            refusedInTime += isInTime(ended) ? 1 : 0;
        } else {
            failures.merge(
                    answer.status() == 0 ? answer.body() : answer.status() + " " + answer.body(), 1, Integer::sum);
        }
    }

    /** What is answered when the calls of this phase have ended to come does not belong to its throughput. */
    private boolean isInTime(long ended) {
        return ended - begun <= time.toNanos();
    }

    Duration time() {
        return time;
    }

    Histogram good() {
        return good;
    }

    Histogram refused() {
        return refused;
    }

    double goodPerSecond() {
        return goodInTime * 1e9 / time.toNanos();
    }

    double refusedPerSecond() {
        return refusedInTime * 1e9 / time.toNanos();
    }

    int withoutRetryAfter() {
        return withoutRetryAfter;
    }

    /** What was neither good nor refused, with how often it was. */
    Map<String, Integer> failures() {
        return failures;
    }

    /** The 99th percentile of the calls that came in each full second. */
    double[] millisOfSeconds() {
        return Arrays.stream(seconds, 0, seconds.length - 1)
                .mapToDouble(second -> second.millis(0.99))
                .toArray();
    }

    /**
     * The most calls that came later than one and were answered before. As many as there are contexts is in order: those run
     * side by side.
     */
    int mostOvertaking() {
        int most = 0;
        for (int i = 0; i < good.count(); i++) {
            int overtaking = 0;
            for (int before = 0; before < i; before++) {
                overtaking += dues[before] > dues[i] ? 1 : 0;
            }
            most = Math.max(most, overtaking);
        }
        return most;
    }
}
