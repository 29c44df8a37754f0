// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;

/** Tells the server's tracing what scripts do; where it has none, nobody. */
@ApplicationScoped
public class Tracing {
    /** Nobody is told. */
    public static final Tracing NONE = new Tracing();

    private static final long WORTH_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final SpanMaker maker;

    /** For the client proxy. */
    Tracing() {
        this.maker = null;
    }

    @Inject
    Tracing(@Any Instance<SpanMaker> makers) {
        this.maker = makers.stream().filter(SpanMaker::isThere).findFirst().orElse(null);
    }

    /** Begins a step; close it in the same thread. */
    public Span begin(Step step, String which) {
        return maker == null ? Span.NONE : maker.begin(step, which);
    }

    /** A step that is over by now, if it took a while. */
    public void past(Step step, String which, long sinceNanos) {
        long nanos = System.nanoTime() - sinceNanos;
        if (maker != null && nanos > WORTH_NANOS) {
            maker.past(step, which, nanos);
        }
    }
}
