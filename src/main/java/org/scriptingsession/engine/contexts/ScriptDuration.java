// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** How long one script's runs took, and how many failed: for JMX and the explorer. */
public final class ScriptDuration {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private final String script;
    private final LongAdder runs = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final LongAccumulator longest = new LongAccumulator(Math::max, 0);
    private final Durations durations = new Durations();

    ScriptDuration(String script) {
        this.script = script;
    }

    void add(long duration, boolean failed) {
        runs.increment();
        if (failed) {
            failures.increment();
        }
        durations.add(duration);
        nanos.add(duration);
        longest.accumulate(duration);
    }

    /** The script's path. */
    public String getScript() {
        return script;
    }

    /** How many runs have ended. */
    public long getRuns() {
        return runs.sum();
    }

    /** How many of them ended by an error, or were stopped. */
    public long getFailures() {
        return failures.sum();
    }

    /** Their mean in milliseconds. */
    public double getMeanMillis() {
        return runs.sum() == 0 ? 0 : nanos.sum() / NANOS_PER_MILLI / runs.sum();
    }

    /** What all runs took, together: it never shrinks, whoever reads it while runs end. */
    double seconds() {
        return nanos.sum() / NANOS_PER_SECOND;
    }

    /** The median in milliseconds, wrong by an eighth at most. */
    public double getP50Millis() {
        return durations.percentileMillis(0.5);
    }

    /** What one run in a hundred exceeds, in milliseconds, likewise. */
    public double getP99Millis() {
        return durations.percentileMillis(0.99);
    }

    void addTo(Durations sum) {
        sum.addAll(durations);
    }

    /** The longest in milliseconds. */
    public double getMaxMillis() {
        return longest.get() / NANOS_PER_MILLI;
    }
}
