// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.watch;

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
        String name = name(measure);
        Tags all = Tags.of(tags.entrySet().stream()
                .map(tag -> Tag.of(tag.getKey(), tag.getValue()))
                .toList());
        MeterRegistry registry = registries.get();
        // WildFly's registry shows what is made by these methods; what a builder registers stays within it.
        // It holds what reads the value, and the measure weakly: of a figure that nobody holds it would tell
        // the last value.
        if (measure.isCounter()) {
            registry.more().counter(name, all, measure, any -> figure.source().getAsDouble());
        } else {
            registry.gauge(name, all, measure, any -> figure.source().getAsDouble());
        }
        return () -> registry.find(name).tags(all).meters().forEach(registry::remove);
    }

    /** These methods know no unit, so that the name ends in it. */
    private static String name(Measure measure) {
        return measure.unit().isEmpty() ? measure.id() : measure.id() + ".seconds";
    }
}
