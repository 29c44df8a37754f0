// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.Arrays;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scriptingsession.watch.Measure;

/**
 * What Payara's MicroProfile Metrics tells of an application. WildFly has no MicroProfile Metrics: there it is
 * OpenTelemetry that tells.
 */
@ExtendWith(ArquillianExtension.class)
@EnabledIfSystemProperty(named = "arquillian.launch", matches = "payara")
class MetricsIT {
    private final ScriptClient client = new ScriptClient();

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war("watch");
    }

    @Test
    void allFiguresAreThere() {
        assertEquals(200, client.get("js/it/hello.mjs").statusCode());

        String metrics = get("metrics?scope=application").body();
        for (Measure measure : Measure.values()) {
            assertTrue(metrics.contains("# TYPE " + prometheus(measure) + " gauge"), () -> measure + ": " + metrics);
        }
        assertEquals(4, value(metrics, Measure.CONTEXTS, "application=\"/it\""), metrics);
        assertEquals(0, value(metrics, Measure.CONTEXTS_USED, "application=\"/it\""), metrics);
        assertTrue(value(metrics, Measure.CONTEXTS_CREATED, "application=\"/it\"") >= 4, metrics);
    }

    @Test
    void runsAreCountedByScript() {
        String tags = "script=\"it/counted.mjs\"";
        String before = get("metrics?scope=application").body();
        assertFalse(before.contains(tags), before);

        client.get("js/it/counted.mjs");
        client.get("js/it/counted.mjs");

        String after = get("metrics?scope=application").body();
        assertEquals(2, value(after, Measure.RUNS, tags), after);
        double time = value(after, Measure.RUNS_TIME, tags);
        double longest = value(after, Measure.RUNS_LONGEST, tags);
        assertTrue(longest > 0 && longest <= time && time <= 2 * longest && time < 10, after);
    }

    private static HttpResponse<String> get(String path) {
        return new ScriptClient().get("/" + path);
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
        return measure.id().replace('.', '_') + unit;
    }
}
