// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.watch;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;

/**
 * Tells the server's tracing what scripts do; where it has none, nobody. That an operator sees less is no reason for a script to
 * fail, or for its context to be lost. Asked several times a run, so that a client proxy would be felt.
 */
@Dependent
public class Tracing {
    /** Nobody is told. */
    public static final Tracing NONE = new Tracing();

    private static final System.Logger LOGGER = System.getLogger(Tracing.class.getName());

    private static final long WORTH_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final SpanMaker maker;

    private Tracing() {
        this.maker = null;
    }

    @Inject
    Tracing(@Any Instance<SpanMaker> makers) {
        this.maker = makers.stream().filter(SpanMaker::isThere).findFirst().orElse(null);
    }

    /** Begins a step; close it in the same thread. */
    public Span begin(Step step, String which) {
        if (maker == null) {
            return Span.NONE;
        }
        try {
            return maker.begin(step, which);
        } catch (RuntimeException | LinkageError e) {
            LOGGER.log(Level.DEBUG, "a span could not be begun", e);
            return Span.NONE;
        }
    }

    /** A step that is over by now, if it took a while. */
    public void past(Step step, String which, long sinceNanos) {
        long nanos = System.nanoTime() - sinceNanos;
        if (maker != null && nanos > WORTH_NANOS) {
            try {
                maker.past(step, which, nanos);
            } catch (RuntimeException | LinkageError e) {
                LOGGER.log(Level.DEBUG, "a span could not be shown", e);
            }
        }
    }
}
