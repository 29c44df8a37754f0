// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.watch;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.scriptingsession.api.ScriptingException;

/** OpenTelemetry, of MicroProfile Telemetry. */
@Dependent
class OpenTelemetryTracing implements SpanMaker {
    private static final String SCOPE = "org.scriptingsession";

    private final Instance<OpenTelemetry> telemetry;
    private volatile Tracer tracer;

    @Inject
    OpenTelemetryTracing(Instance<OpenTelemetry> telemetry) {
        this.telemetry = telemetry;
    }

    @Override
    public boolean isThere() {
        return telemetry.isResolvable();
    }

    /** Asked for when it is needed first: Payara has none of the application's own while that is deployed. */
    private Tracer tracer() {
        Tracer known = tracer;
        if (known == null) {
            known = telemetry.get().getTracer(SCOPE);
            tracer = known;
        }
        return known;
    }

    @Override
    public Span begin(Step step, String which) {
        return new OpenSpan(builder(step, which).startSpan());
    }

    @Override
    public void past(Step step, String which, long nanos) {
        Instant now = Instant.now();
        builder(step, which)
                .setStartTimestamp(now.minusNanos(nanos))
                .startSpan()
                .end(now);
    }

    private SpanBuilder builder(Step step, String which) {
        SpanBuilder builder = tracer().spanBuilder(step.name(which));
        step.attribute().ifPresent(attribute -> builder.setAttribute(attribute, which));
        return builder;
    }

    private static final class OpenSpan implements Span {
        private final io.opentelemetry.api.trace.Span span;
        private final Scope scope;

        OpenSpan(io.opentelemetry.api.trace.Span span) {
            this.span = span;
            this.scope = span.makeCurrent();
        }

        @Override
        public void fail(Throwable reason) {
            span.setStatus(StatusCode.ERROR);
            span.setAttribute(
                    Step.ERROR_TYPE,
                    reason instanceof ScriptingException known
                            ? known.id()
                            : reason.getClass().getName());
        }

        @Override
        public void closeWith(CompletionStage<?> stage) {
            scope.close();
            try {
                stage.whenComplete((value, failure) -> {
                    if (failure != null) {
                        fail(failure);
                    }
                    span.end();
                });
            } catch (RuntimeException refused) {
                // a stage of the application's own
                span.end();
            }
        }

        @Override
        public void close() {
            scope.close();
            span.end();
        }
    }
}
