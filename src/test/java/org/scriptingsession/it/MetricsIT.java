// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scriptingsession.watch.Measure;

/**
 * What the server tells Prometheus of an application: Payara by MicroProfile Metrics, WildFly by Micrometer, which
 * {@code deploy/wildfly/micrometer.cli} adds to {@code standalone.xml}. {@link TelemetryIT} has OpenTelemetry.
 */
@ExtendWith(ArquillianExtension.class)
@EnabledIfSystemProperty(named = "arquillian.launch", matches = "payara|wildfly")
class MetricsIT {
    private static final boolean PAYARA =
            System.getProperty("arquillian.launch", "").equals("payara");

    private final ScriptClient client = new ScriptClient();

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war("watch");
    }

    @Test
    void allFiguresAreThere() {
        assertEquals(200, client.get("js/it/hello.mjs").statusCode());

        String metrics = metrics();
        for (Measure measure : Measure.values()) {
            String kind = isCounter(measure) ? " counter" : " gauge";
            assertTrue(metrics.contains("# TYPE " + prometheus(measure) + kind), () -> measure + ": " + metrics);
        }
        assertEquals(4, value(metrics, Measure.CONTEXTS, "application=\"/it\""), metrics);
        // some are made beside the first requests, and the server answers before a context is back
        Await.until(Duration.ofSeconds(60), () -> "four contexts are made, and none used: " + metrics(), () -> {
            String later = metrics();
            return value(later, Measure.CONTEXTS_MADE, "application=\"/it\"") >= 4
                    && value(later, Measure.CONTEXTS_USED, "application=\"/it\"") == 0;
        });
    }

    @Test
    void runsAreCountedByScript() {
        String tags = "script=\"it/counted.mjs\"";
        String before = metrics();
        assertFalse(before.contains(tags), before);

        client.get("js/it/counted.mjs");
        client.get("js/it/counted.mjs");

        String after = metrics();
        assertEquals(2, value(after, Measure.RUNS, tags), after);
        double time = value(after, Measure.RUNS_TIME, tags);
        double longest = value(after, Measure.RUNS_LONGEST, tags);
        assertTrue(longest > 0 && longest <= time && time <= 2 * longest && time < 10, after);
    }

    private static String metrics() {
        HttpResponse<String> metrics = new ScriptClient()
                .get(
                        PAYARA
                                ? "/metrics?scope=application"
                                : "http://127.0.0.1:" + System.getProperty("it.management.port") + "/prometheus");
        assertEquals(200, metrics.statusCode(), metrics::body);
        // the server's own are hundreds of lines
        return metrics.body().lines().filter(line -> line.contains("scripting")).collect(Collectors.joining("\n"));
    }

    /** MicroProfile Metrics has none that are read from elsewhere. */
    private static boolean isCounter(Measure measure) {
        return measure.isCounter() && !PAYARA;
    }

    private static double value(String metrics, Measure measure, String tag) {
        return Arrays.stream(metrics.split("\n"))
                .filter(line -> line.startsWith(prometheus(measure) + "{") && line.contains(tag))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow(() -> new AssertionError(measure + ": " + metrics));
    }

    private static String prometheus(Measure measure) {
        String unit = measure.unit().isEmpty() ? "" : "_seconds";
        String total = isCounter(measure) ? "_total" : "";
        return measure.id().replace('.', '_') + unit + total;
    }
}
