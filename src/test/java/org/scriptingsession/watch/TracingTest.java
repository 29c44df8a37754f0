// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.watch;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

/** Tracing that fails is no script's failure. */
class TracingTest {
    private final Tracing tracing = new Tracing(Instances.of(new SpanMaker() {
        @Override
        public boolean isThere() {
            return true;
        }

        @Override
        public Span begin(Step step, String which) {
            throw new IllegalStateException("the application has no telemetry yet");
        }

        @Override
        public void past(Step step, String which, long nanos) {
            throw new IllegalStateException("the application has no telemetry yet");
        }
    }));

    @Test
    void noSpanIsNoFailure() {
        assertSame(Span.NONE, tracing.begin(Step.RUN, "cart.mjs"));
        // else the context that was waited for would be given back by nobody
        assertDoesNotThrow(() -> tracing.past(Step.WAIT, "cart.mjs", System.nanoTime() - 1_000_000_000));
    }
}
