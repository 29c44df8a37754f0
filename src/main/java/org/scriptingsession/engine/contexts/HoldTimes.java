// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import java.util.HashMap;
import java.util.Map;

/** How long calls of each script hold their context, of late; no time for a script that has not run. */
final class HoldTimes {
    /** The latest call counts as one of so many, or of as many as there were. */
    private static final int CALLS_OF_MEAN = 32;

    private static final int MOST_SCRIPTS = 1000;

    private final Map<Object, Mean> means = new HashMap<>();

    void learn(Object script, double nanos) {
        if (means.size() >= MOST_SCRIPTS) {
            // files come and go under ever new names
            means.clear();
        }
        means.computeIfAbsent(script, key -> new Mean()).add(nanos);
    }

    double nanos(Object script) {
        Mean mean = means.get(script);
        return mean == null ? 0 : mean.nanos;
    }

    private static final class Mean {
        private double nanos;
        private int calls;

        /** The first call of all, in a JVM that is cold, soon counts for little. */
        void add(double last) {
            calls = Math.min(CALLS_OF_MEAN, calls + 1);
            nanos += (last - nanos) / calls;
        }
    }
}
