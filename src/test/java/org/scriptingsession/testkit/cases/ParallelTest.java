// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.testkit.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.scriptingsession.testkit.ScriptAnswer;
import org.scriptingsession.testkit.ScriptClient;
import org.scriptingsession.testkit.ScriptTest;

class ParallelTest {
    private static final int TESTS = 100;
    private static final Set<String> IDS = ConcurrentHashMap.newKeySet();
    private static final Set<String> THREADS = ConcurrentHashMap.newKeySet();

    @ScriptTest(scripts = "src/test/resources/kit", given = Warehouse.class)
    @Execution(ExecutionMode.CONCURRENT)
    static class AtOnce {
        @RepeatedTest(TESTS)
        void hasASessionAndObjectsOfItsOwn(ScriptClient client, RepetitionInfo repetition) {
            int number = repetition.getCurrentRepetition();
            client.bean(new Warehouse() {
                @Override
                public int left(String product, int least) {
                    return number;
                }
            });
            client.session().set("cart", List.of(number));
            ScriptAnswer cart = client.post("cart.mjs?product=tea").send();
            assertEquals("2", cart.header("X-Items"), cart::toString);
            assertEquals(
                    "{\"left\":" + number + "}",
                    client.get("beans/left.mjs?product=tea&least=1").send().text());
            assertEquals(Optional.of(List.of(number, "tea")), client.session().get("cart"));
            IDS.add(client.session().getId());
            THREADS.add(Thread.currentThread().getName());
        }
    }

    @Test
    void testsAtOnceDoNotSeeEachOther() {
        TestExecutionSummary summary = JUnitRun.of(
                Map.of(
                        "junit.jupiter.execution.parallel.enabled", "true",
                        "junit.jupiter.execution.parallel.config.strategy", "fixed",
                        "junit.jupiter.execution.parallel.config.fixed.parallelism", "4"),
                AtOnce.class);
        StringWriter failures = new StringWriter();
        summary.printFailuresTo(new PrintWriter(failures));
        assertEquals(TESTS, summary.getTestsSucceededCount(), failures::toString);
        assertEquals(TESTS, IDS.size());
        assertTrue(THREADS.size() > 1, THREADS::toString);
    }

    @Test
    void nothingIsLeftAfterTheTests() throws InterruptedException {
        List<Thread> before = threads();
        JUnitRun.of(Map.of(), AtOnce.class);
        for (Thread thread : threads()) {
            if (!before.contains(thread)) {
                thread.join(60_000);
                assertFalse(thread.isAlive(), thread::toString);
            }
        }
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("scripts-of-tests") || !thread.isDaemon())
                .toList();
    }
}
