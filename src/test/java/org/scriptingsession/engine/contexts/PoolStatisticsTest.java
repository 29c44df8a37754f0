// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.Test;
import org.scriptingsession.config.ContextsConfig;

/** What JMX tells has the names that its readers ask for. */
class PoolStatisticsTest {
    @Test
    void aScriptsDurationsHaveTheirNames() throws JMException {
        PoolStatistics statistics = new PoolStatistics();
        statistics.register("/test");
        try {
            statistics.ran("cart.mjs", 1_000_000, false);
            statistics.ran("cart.mjs", 3_000_000, true);

            CompositeData[] scripts = (CompositeData[]) ManagementFactory.getPlatformMBeanServer()
                    .getAttribute(
                            new ObjectName("org.scriptingsession:type=ContextPool,application=\"/test\""), "Scripts");

            assertEquals(1, scripts.length);
            assertEquals(
                    Set.of("script", "runs", "failures", "meanMillis", "p50Millis", "p99Millis", "maxMillis"),
                    scripts[0].getCompositeType().keySet());
            assertEquals("cart.mjs", scripts[0].get("script"));
            assertEquals(2L, scripts[0].get("runs"));
            assertEquals(1L, scripts[0].get("failures"));
            assertEquals(2.0, scripts[0].get("meanMillis"));
            assertEquals(1.0, (double) scripts[0].get("p50Millis"), 0.125);
            assertEquals(3.0, (double) scripts[0].get("p99Millis"), 0.375);
            assertEquals(3.0, scripts[0].get("maxMillis"));
        } finally {
            statistics.unregister();
        }
    }

    @Test
    void aScriptIsKnownBeforeItIsTold() {
        PoolStatistics statistics = new PoolStatistics();
        Set<Integer> known = new HashSet<>();
        statistics.tell(
                figure -> {
                    if (figure.value().equals("cart.mjs")) {
                        known.add(statistics.getScripts().size());
                    }
                },
                new ContextsConfig(1, Duration.ZERO, 1));

        statistics.ran("cart.mjs", 1_000_000, false);

        assertEquals(Set.of(1), known);
    }
}
