// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The library holds weakly what it reads. */
class MicrometerMetricsTest {
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicLong count = new AtomicLong(1);

    @ParameterizedTest
    @EnumSource(names = {"RUNS", "RUNS_LONGEST"})
    void aFigureThatNobodyHoldsIsReadOn(Measure measure) {
        MetricsLibrary library = new MicrometerMetrics(Instances.of(registry));
        Figure figure = measure.of("cart.mjs", count::get);
        Runnable end = library.show(figure, figure.tags("/shop"));
        assertEquals(1, value(measure));

        figure = null;
        collect();
        count.set(2);
        assertEquals(2, value(measure));

        end.run();
        assertTrue(registry.getMeters().isEmpty());
    }

    private double value(Measure measure) {
        Meter meter = registry.get(measure.id() + (measure.unit().isEmpty() ? "" : ".seconds"))
                .tags("application", "/shop", "script", "cart.mjs")
                .meter();
        return meter.measure().iterator().next().getValue();
    }

    private static void collect() {
        WeakReference<Object> gone = new WeakReference<>(new Object());
        while (gone.get() != null) {
            System.gc();
        }
    }
}
