// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.watch;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Consumer;

/** OpenTelemetry, of MicroProfile Telemetry 2: WildFly's. */
@Dependent
class OpenTelemetryMetrics implements MetricsLibrary {
    private static final String SCOPE = "org.scriptingsession";

    @Inject
    private Instance<OpenTelemetry> telemetry;

    @Override
    public boolean isThere() {
        return telemetry.isResolvable();
    }

    @Override
    public int rank() {
        return 2;
    }

    @Override
    public Runnable show(Figure figure, Map<String, String> tags) {
        Measure measure = figure.measure();
        AttributesBuilder builder = Attributes.builder();
        tags.forEach((name, value) -> builder.put(AttributeKey.stringKey(name), value));
        Attributes attributes = builder.build();
        Consumer<ObservableDoubleMeasurement> read =
                measurement -> measurement.record(figure.source().getAsDouble(), attributes);
        Meter meter = telemetry.get().getMeter(SCOPE);
        if (measure.isCounter()) {
            return meter.counterBuilder(measure.id())
                    .ofDoubles()
                    .setUnit(measure.unit())
                    .setDescription(measure.description())
                    .buildWithCallback(read)::close;
        }
        return meter.gaugeBuilder(measure.id())
                .setUnit(measure.unit())
                .setDescription(measure.description())
                .buildWithCallback(read)::close;
    }
}
