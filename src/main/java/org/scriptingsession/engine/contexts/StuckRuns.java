// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.scriptingsession.error.Mistake;

/** Runs that were stopped and go on nevertheless, in an operation of the engine that does not look whether it is stopped. */
final class StuckRuns {
    /** Each has a thread of the server and a processor. */
    private static final int MOST_OF_A_SCRIPT = 2;

    private final Map<String, Integer> byScript = new ConcurrentHashMap<>();

    void add(String script) {
        byScript.merge(script, 1, Integer::sum);
    }

    void remove(String script) {
        byScript.computeIfPresent(script, (name, count) -> count == 1 ? null : count - 1);
    }

    int count() {
        return byScript.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** @throws org.scriptingsession.api.ScriptingException while the script has several stuck runs */
    void check(String script) {
        if (byScript.getOrDefault(script, 0) >= MOST_OF_A_SCRIPT) {
            throw Mistake.SCRIPT_STUCK.with(script, MOST_OF_A_SCRIPT);
        }
    }
}
