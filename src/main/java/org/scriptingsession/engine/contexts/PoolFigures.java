// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import java.util.function.Consumer;
import org.scriptingsession.config.ContextsConfig;
import org.scriptingsession.watch.Figure;
import org.scriptingsession.watch.Measure;

/** What {@link ContextPoolMXBean} tells, for the server's metrics. */
final class PoolFigures {
    private static final double MILLIS_PER_SECOND = 1000;

    private PoolFigures() {}

    /** Of the pool. */
    static void tell(PoolStatistics statistics, ContextsConfig config, Consumer<Figure> figures) {
        figures.accept(Measure.CONTEXTS.of(config::most));
        figures.accept(Measure.CONTEXTS_USED.of(statistics::getInUse));
        figures.accept(Measure.CONTEXTS_MADE.of(statistics::getCreated));
        figures.accept(Measure.CONTEXTS_WAITS.of(statistics::getWaits));
        figures.accept(Measure.CONTEXTS_REFUSED.of(statistics::getRefused));
        figures.accept(Measure.RUNS_TIMEOUTS.of(statistics::getTimeouts));
        figures.accept(Measure.RUNS_STUCK.of(statistics::getStuck));
        for (DiscardReason reason : DiscardReason.values()) {
            figures.accept(Measure.CONTEXTS_DISCARDED.of(reason.name(), () -> statistics.discards(reason)));
        }
    }

    /** Of a script's runs. */
    static void tell(ScriptDuration script, Consumer<Figure> figures) {
        figures.accept(Measure.RUNS.of(script.getScript(), script::getRuns));
        figures.accept(Measure.RUNS_FAILURES.of(script.getScript(), script::getFailures));
        figures.accept(Measure.RUNS_TIME.of(script.getScript(), script::seconds));
        figures.accept(Measure.RUNS_LONGEST.of(script.getScript(), () -> script.getMaxMillis() / MILLIS_PER_SECOND));
    }
}
