// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.sdk;

import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The console of one run: its counters, timers and groups, which end with it, and its part of the log. They are not in
 * the context, which serves the next request.
 */
final class RunConsole {
    /** Of counters, and of timers. */
    static final int MOST_LABELS = 1000;

    /** Groups that are indented; deeper ones are counted. */
    static final int DEEPEST = 20;

    private final RunLog log;
    private final Map<String, Integer> counters = new HashMap<>();
    private final Map<String, Long> timers = new HashMap<>();
    private int groups;

    RunConsole(RunLog log) {
        this.log = log;
    }

    boolean shows(Level level) {
        return log.shows(level);
    }

    /** @param lines the record's own, then those below it */
    void write(Level level, List<String> lines) {
        log.write(level, "  ".repeat(Math.min(groups, DEEPEST)), lines);
    }

    /** Counts one more; null when there are too many other counters. */
    Integer count(String label) {
        return counters.size() < MOST_LABELS || counters.containsKey(label)
                ? counters.merge(label, 1, Integer::sum)
                : null;
    }

    /** Returns whether there is the counter. */
    boolean countReset(String label) {
        return counters.replace(label, 0) != null;
    }

    /** Starts a timer; false when there is one by this label already, or too many others. */
    boolean time(String label) {
        return timers.size() < MOST_LABELS && timers.putIfAbsent(label, System.nanoTime()) == null;
    }

    /** Since the timer was started; null when there is none. */
    Double elapsedMillis(String label) {
        Long start = timers.get(label);
        return start == null ? null : (System.nanoTime() - start) / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }

    /** As {@link #elapsedMillis}, and the last of the timer. */
    Double timeEnd(String label) {
        Double elapsed = elapsedMillis(label);
        timers.remove(label);
        return elapsed;
    }

    void group() {
        groups++;
    }

    void groupEnd() {
        groups = Math.max(0, groups - 1);
    }
}
