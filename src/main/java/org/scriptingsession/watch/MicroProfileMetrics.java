// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.watch;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;

/** MicroProfile Metrics 5, of Payara. Its counters cannot be read from elsewhere, so all figures are gauges. */
@Dependent
class MicroProfileMetrics implements MetricsLibrary {
    @Inject
    private Instance<MetricRegistry> registries;

    /** Taken while the application starts: a later first run may be in a thread of which the server knows no application. */
    private MetricRegistry registry;

    @Override
    public boolean isThere() {
        return registries.isResolvable();
    }

    @Override
    public int rank() {
        return 0;
    }

    @Override
    public Runnable show(Figure figure, Map<String, String> tags) {
        Measure measure = figure.measure();
        Tag[] all = tags.entrySet().stream()
                .map(tag -> new Tag(tag.getKey(), tag.getValue()))
                .toArray(Tag[]::new);
        Metadata metadata = Metadata.builder()
                .withName(measure.id())
                .withDescription(measure.description())
                .withUnit(measure.unit().isEmpty() ? MetricUnits.NONE : MetricUnits.SECONDS)
                .build();
        if (registry == null) {
            registry = registries.get();
        }
        registry.gauge(metadata, figure.source()::getAsDouble, all);
        return () -> registry.remove(new MetricID(measure.id(), all));
    }
}
