// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.scriptingsession.engine.contexts.ContextPoolMXBean;
import org.scriptingsession.engine.contexts.ScriptDuration;
import org.scriptingsession.watch.Measure;
import org.scriptingsession.watch.Step;

/** The page for operators has every metric, span and attribute, and no other. */
class WatchingPageTest {
    @Test
    void itHasTheMetrics() {
        assertEquals(
                Arrays.stream(Measure.values())
                        .map(measure -> "| `%s` | %s | %s | %s | %s |"
                                .formatted(
                                        measure.id(),
                                        measure.isCounter() ? "counter" : "gauge",
                                        measure.unit(),
                                        measure.tag().map("`%s`"::formatted).orElse(""),
                                        measure.description()))
                        .toList(),
                rows("Metrics"));
    }

    @Test
    void itHasTheSpans() {
        assertEquals(
                Arrays.stream(Step.values())
                        .map(step -> "| `%s` | %s | %s |"
                                .formatted(
                                        step.id(),
                                        step.attribute().map("`%s`"::formatted).orElse(""),
                                        step.description()))
                        .toList(),
                rows("Spans"));
    }

    @Test
    void itHasTheAttributesOfTheMBean() {
        List<String> rows = rows("JMX");
        Set<String> shown = rows.stream().map(row -> row.split("`")[1]).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(
                Stream.of(ContextPoolMXBean.class.getMethods())
                        .map(WatchingPageTest::property)
                        .collect(Collectors.toCollection(TreeSet::new)),
                shown);
        String scripts = rows.stream()
                .filter(row -> row.startsWith("| `Scripts`"))
                .findFirst()
                .orElseThrow();
        for (Method getter : ScriptDuration.class.getDeclaredMethods()) {
            if (getter.getName().startsWith("get")) {
                String name = property(getter);
                String item = name.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + name.substring(1);
                assertTrue(scripts.contains("`" + item + "`"), item);
            }
        }
    }

    @Test
    void itHasTheHealthChecks() {
        assertEquals(
                Set.of("scripting.ready", "scripting.alive"),
                rows("Health").stream().map(row -> row.split("`")[1]).collect(Collectors.toSet()));
    }

    private static String property(Method getter) {
        return getter.getName().substring("get".length());
    }

    private static List<String> rows(String heading) {
        return Page.of("src/site/watching.md").rows("## " + heading);
    }
}
