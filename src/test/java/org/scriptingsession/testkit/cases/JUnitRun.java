// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.testkit.cases;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Map;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs test classes as a build does, whose end closes what they have started. */
final class JUnitRun {
    private JUnitRun() {}

    static TestExecutionSummary of(Map<String, String> parameters, Class<?>... tests) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        List<? extends DiscoverySelector> selected =
                List.of(tests).stream().map(test -> selectClass(test)).toList();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selected)
                                .configurationParameters(parameters)
                                .build(),
                        summary);
        return summary.getSummary();
    }

    /** What a test that cannot run tells its author. */
    static String failure(Class<?> test) {
        return of(Map.of(), test).getFailures().get(0).getException().toString();
    }
}
