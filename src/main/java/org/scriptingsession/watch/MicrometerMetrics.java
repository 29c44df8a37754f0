// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.watch;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;

/** Micrometer, of WildFly's subsystem of that name. */
@Dependent
class MicrometerMetrics implements MetricsLibrary {
    private final Instance<MeterRegistry> registries;

    @Inject
    MicrometerMetrics(Instance<MeterRegistry> registries) {
        this.registries = registries;
    }

    @Override
    public boolean isThere() {
        return registries.isResolvable();
    }

    @Override
    public int rank() {
        return 1;
    }

    @Override
    public Runnable show(Figure figure, Map<String, String> tags) {
        Measure measure = figure.measure();
        Tags all = Tags.of(tags.entrySet().stream()
                .map(tag -> Tag.of(tag.getKey(), tag.getValue()))
                .toList());
        MeterRegistry registry = registries.get();
        Meter meter = measure.isCounter()
                // the library holds what it reads weakly, but not how: of a figure that is held by nobody it would tell
                // the last value
                ? FunctionCounter.builder(
                                measure.id(), measure, any -> figure.source().getAsDouble())
                        .tags(all)
                        .baseUnit(unit(measure))
                        .description(measure.description())
                        .register(registry)
                : Gauge.builder(measure.id(), measure, any -> figure.source().getAsDouble())
                        .tags(all)
                        .baseUnit(unit(measure))
                        .description(measure.description())
                        .register(registry);
        return () -> registry.remove(meter);
    }

    private static String unit(Measure measure) {
        return measure.unit().isEmpty() ? null : "seconds";
    }
}
