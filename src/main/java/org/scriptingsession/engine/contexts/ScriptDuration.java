// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** How long one script's runs took, for JMX. */
public final class ScriptDuration {
    private static final double NANOS_PER_MILLI = 1e6;

    private final String script;
    private final LongAdder runs = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final LongAccumulator longest = new LongAccumulator(Math::max, 0);

    ScriptDuration(String script) {
        this.script = script;
    }

    void add(long duration) {
        runs.increment();
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

    /** Their mean in milliseconds. */
    public double getMeanMillis() {
        return runs.sum() == 0 ? 0 : nanos.sum() / NANOS_PER_MILLI / runs.sum();
    }

    /** The longest in milliseconds. */
    public double getMaxMillis() {
        return longest.get() / NANOS_PER_MILLI;
    }
}
