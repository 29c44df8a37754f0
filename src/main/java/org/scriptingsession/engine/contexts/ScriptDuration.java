// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import java.beans.ConstructorProperties;

/** How long one script's runs took, for JMX. */
public final class ScriptDuration {
    private final String script;
    private final long runs;
    private final double meanMillis;
    private final double maxMillis;

    /**
     * @param script its path
     * @param runs how many have ended
     * @param meanMillis their mean
     * @param maxMillis the longest
     */
    @ConstructorProperties({"script", "runs", "meanMillis", "maxMillis"})
    public ScriptDuration(String script, long runs, double meanMillis, double maxMillis) {
        this.script = script;
        this.runs = runs;
        this.meanMillis = meanMillis;
        this.maxMillis = maxMillis;
    }

    public String getScript() {
        return script;
    }

    public long getRuns() {
        return runs;
    }

    public double getMeanMillis() {
        return meanMillis;
    }

    public double getMaxMillis() {
        return maxMillis;
    }
}
