// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import java.util.HashMap;
import java.util.Map;

/** How long calls of each script hold their context, of late; no time for a script that has not run. */
final class HoldTimes {
    /** The latest call counts as one of so many. */
    private static final int CALLS_OF_MEAN = 32;

    private static final int MOST_SCRIPTS = 1000;

    private final Map<Object, Double> nanos = new HashMap<>();

    void learn(Object script, double lastNanos) {
        if (nanos.size() >= MOST_SCRIPTS) {
            // files come and go under ever new names
            nanos.clear();
        }
        nanos.merge(script, lastNanos, (mean, last) -> mean + (last - mean) / CALLS_OF_MEAN);
    }

    double nanos(Object script) {
        return nanos.getOrDefault(script, 0.0);
    }
}
