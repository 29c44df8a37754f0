// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scriptingsession.it.app.watch.Stock;
import org.scriptingsession.it.telemetry.Collector;
import org.scriptingsession.it.telemetry.ReceivedSpan;
import org.scriptingsession.watch.Measure;

/**
 * What a server's OpenTelemetry tells of scripts: Payara's, and that of WildFly's {@code standalone-microprofile.xml} (profile
 * microprofile). WildFly's {@code standalone.xml} has none.
 */
@ExtendWith(ArquillianExtension.class)
@EnabledIfSystemProperty(named = "arquillian.launch", matches = "payara|wildfly-microprofile")
class TelemetryIT {
    private static final Collector COLLECTOR = new Collector();

    private final ScriptClient client = new ScriptClient();

    @Deployment(testable = false)
    static WebArchive application() {
        return PoolFigures.addTo(Deployments.withSettings(
                        Deployments.war("telemetry"),
                        Map.ofEntries(
                                Map.entry("scripting.contexts", "1"),
                                Map.entry("scripting.contexts.wait", "PT60S"),
                                Map.entry("otel.sdk.disabled", "false"),
                                Map.entry("otel.service.name", "it"),
                                Map.entry("otel.traces.exporter", "otlp"),
                                Map.entry("otel.metrics.exporter", "otlp"),
                                Map.entry("otel.logs.exporter", "none"),
                                Map.entry("otel.exporter.otlp.protocol", "http/protobuf"),
                                Map.entry("otel.exporter.otlp.endpoint", COLLECTOR.address()),
                                Map.entry("otel.metric.export.interval", "500"),
                                Map.entry("otel.bsp.schedule.delay", "100"))))
                .addPackage(Stock.class.getPackage());
    }

    @Test
    void aRunIsASpanWithTheBeansBelowIt() throws InterruptedException {
        assertEquals("[2,3]", client.get("js/it/traced.mjs/fine").body());

        ReceivedSpan later = COLLECTOR.await(span -> span.name().equals("bean watch/stock.later"));
        ReceivedSpan run = COLLECTOR.await(span -> span.id().equals(later.parent()));
        ReceivedSpan count = COLLECTOR.await(span ->
                span.name().equals("bean watch/stock.count") && span.parent().equals(run.id()));
        assertEquals("script it/traced.mjs", run.name());
        assertEquals("it/traced.mjs", run.attributes().get("scripting.script"));
        assertEquals("watch/stock.count", count.attributes().get("scripting.bean"));
        assertEquals(run.trace(), count.trace());
        assertFalse(run.failed() || count.failed() || later.failed());
    }

    @Test
    void whatFailedIsMarkedWithoutItsText() throws InterruptedException {
        assertEquals(500, client.get("js/it/traced.mjs/fails").statusCode());
        assertEquals(500, client.get("js/it/traced.mjs/bean").statusCode());

        ReceivedSpan run = COLLECTOR.await(span -> span.name().equals("script it/traced.mjs") && span.failed());
        assertEquals("SCRIPTING-0208", run.attributes().get("error.type"));
        ReceivedSpan bean = COLLECTOR.await(span -> span.name().equals("bean watch/stock.count") && span.failed());
        assertEquals("SCRIPTING-0220", bean.attributes().get("error.type"));
        assertFalse(COLLECTOR.spans().stream()
                .filter(span -> span.attributes().containsKey("scripting.script"))
                .anyMatch(span -> span.toString().contains("secret text")));
    }

    @Test
    void theWaitForAContextIsASpanOfTheRun() throws IOException, InterruptedException {
        PoolFigures before = PoolFigures.idle();
        try (RawExchange first = busy();
                RawExchange second = busy()) {
            PoolFigures.await(figures -> figures.waits() > before.waits());
            first.send("x");
            second.send("x");
            first.readToEnd();
            second.readToEnd();
        }

        COLLECTOR.await(wait -> wait.name().equals("wait for a context")
                && COLLECTOR.spans().stream()
                        .anyMatch(run ->
                                run.id().equals(wait.parent()) && run.name().equals("script it/busy.mjs")));
    }

    /** Keeps the context until it has its body: one of GET is not waited for before the script runs. */
    private static RawExchange busy() throws IOException {
        return RawExchange.begin(
                "GET " + Deployments.base().getPath() + "js/it/busy.mjs", "Content-Length: 1", "Connection: close");
    }

    /** Payara shows them by MicroProfile Metrics, and once. */
    @Test
    void metricsAreSentWhereNothingElseShowsThem() throws InterruptedException {
        client.get("js/it/traced.mjs/fine");
        Set<String> names = Arrays.stream(Measure.values()).map(Measure::id).collect(Collectors.toSet());

        if (System.getProperty("arquillian.launch").equals("payara")) {
            COLLECTOR.await(span -> span.name().equals("script it/traced.mjs"));
            assertTrue(COLLECTOR.metrics().stream().noneMatch(names::contains), () -> "" + COLLECTOR.metrics());
        } else {
            assertTrue(COLLECTOR.hasMetrics(names), () -> "" + COLLECTOR.metrics());
        }
    }
}
