// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.scriptingsession.module.ModuleGraph;

/** Contexts are replaced before they can carry more than their own weight. */
class ContextPoolTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Map<String, String> ONE_CONTEXT = Map.of("scripting.contexts", "1");

    @Test
    void aContextIsReplacedAfterItsMostRuns() {
        try (TestContexts contexts = new TestContexts(ONE_CONTEXT)) {
            ModuleGraph empty = contexts.graph("empty", "");
            for (int run = 1; run < ContextPool.MOST_RUNS; run++) {
                contexts.run(empty);
            }
            assertEquals(0, discarded(contexts, DiscardReason.AGE));

            contexts.run(empty);
            contexts.run(empty);

            assertEquals(1, discarded(contexts, DiscardReason.AGE));
            assertEquals(2, contexts.statistics().getCreated());
        }
    }

    @Test
    void contextsFromBeforeTheHeapWasNearlyFullAreReplacedOnce() {
        CalmGauge heap = new CalmGauge();
        try (TestContexts contexts = new TestContexts(ONE_CONTEXT, heap)) {
            ModuleGraph empty = contexts.graph("empty", "");
            contexts.run(empty);
            assertEquals(0, discarded(contexts, DiscardReason.HEAP));

            heap.inDanger = true;
            assertTimeoutPreemptively(PATIENCE, () -> {
                while (discarded(contexts, DiscardReason.HEAP) == 0) {
                    contexts.run(empty);
                }
            });
            for (int run = 0; run < 100; run++) {
                contexts.run(empty);
            }

            assertEquals(1, discarded(contexts, DiscardReason.HEAP));
        }
    }

    @Test
    void contextsAreMadeBesideTheFirstRequests() {
        CountDownLatch begin = new CountDownLatch(1);
        try (TestContexts contexts = new TestContexts(Map.of("scripting.contexts", "6"))) {
            contexts.threads(work -> new Thread(() -> {
                assertDoesNotThrow(() -> begin.await());
                work.run();
            }));
            contexts.warm();
            ModuleGraph graph = contexts.graph("empty", "for (let i = 0; i < 10_000; i++);");
            IntStream.range(0, 40).parallel().forEach(i -> contexts.run(graph));
            long before = contexts.statistics().getCreated();
            begin.countDown();

            assertEquals(Math.min(4, Runtime.getRuntime().availableProcessors()), before);
            assertTimeoutPreemptively(PATIENCE, () -> {
                while (contexts.statistics().getCreated() < 6) {
                    Thread.onSpinWait();
                }
            });
        }
    }

    @Test
    void aPoolThatIsClosedMakesNoMoreContexts() {
        TestContexts contexts = new TestContexts(Map.of("scripting.contexts", "1000"));
        contexts.warm();

        contexts.close();

        assertTrue(contexts.statistics().getCreated() < 1000, "all were made first");
    }

    private static long discarded(TestContexts contexts, DiscardReason reason) {
        return contexts.statistics().getDiscarded().get(reason.name());
    }
}
