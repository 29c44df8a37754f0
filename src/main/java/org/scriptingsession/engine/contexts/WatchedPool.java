// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.scriptingsession.config.ContextsConfig;
import org.scriptingsession.watch.Figure;
import org.scriptingsession.watch.Watched;

/**
 * The pool of contexts as operators see it.
 *
 * @param ready whether all contexts are made; also when some could not be made, which requests make then
 */
record WatchedPool(PoolStatistics statistics, ContextsConfig config, BooleanSupplier ready) implements Watched {
    @Override
    public void tell(Consumer<Figure> figures) {
        statistics.tell(figures, config);
    }

    @Override
    public boolean isReady() {
        return ready.getAsBoolean();
    }

    @Override
    public boolean isAlive() {
        return statistics.stuck.count() < config.most();
    }
}
