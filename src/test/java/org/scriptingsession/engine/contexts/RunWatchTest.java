// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.logging.Filter;
import java.util.logging.Logger;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.scriptingsession.api.ScriptingSession;
import org.scriptingsession.error.Failures;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.exchange.response.ScriptingResponse;
import org.scriptingsession.module.ModuleGraph;
import org.scriptingsession.sdk.HttpCall;
import org.scriptingsession.server.StandIn;

/** A run that does not end when it is stopped is nobody else's trouble. */
@Timeout(300)
class RunWatchTest {
    private static final long PATIENCE_SECONDS = 120;

    /** That there is one makes it an HTTP call. */
    private static final ScriptingResponse RESPONSE =
            new ScriptingResponse(StandIn.response(), StandIn.request(), () -> {});

    private final CountDownLatch cuts = new CountDownLatch(2);
    private final CountDownLatch end = new CountDownLatch(1);
    private final HttpCall waits = new HttpCall("/it/stuck", session(), null, RESPONSE, null, null);

    @Test
    void aStuckRunKeepsTheWatchFromNobody() throws Exception {
        try (TestContexts contexts = new TestContexts(Map.of("scripting.timeout", "PT1S"))) {
            ModuleGraph stuck = contexts.graph(
                    "stuck", "import { session } from 'sdk/http'; if (session.isValid()) session.getId();");
            List<Thread> threads = List.of(begin(contexts, stuck), begin(contexts, stuck));
            assertTrue(cuts.await(PATIENCE_SECONDS, TimeUnit.SECONDS), "the clients still wait");

            assertEquals(2, contexts.statistics().getStuck());
            Failures.of(Mistake.DEADLINE_PASSED, () -> contexts.run(contexts.graph("endless", "for (;;);")));
            Failures.of(Mistake.SCRIPT_STUCK, () -> contexts.run(stuck));

            end.countDown();
            for (Thread thread : threads) {
                thread.join();
            }
            assertEquals(0, contexts.statistics().getStuck());
            assertEquals(0, contexts.statistics().getInUse());
            contexts.run(stuck);
            assertEquals(3, contexts.statistics().getTimeouts());
        }
    }

    /** The server logs what reaches it, such as the error of a script that a bean has called, as it is. */
    @Test
    void noFrameOfAStoppedRunIsALineOfTheLog() {
        StringWriter log = new StringWriter();
        try (TestContexts contexts = new TestContexts(Map.of("scripting.timeout", "PT1S"))) {
            String named = "({ 'a\\nforged'() { for (;;); } })['a\\nforged']()";
            Failures.of(Mistake.DEADLINE_PASSED, () -> contexts.run(contexts.graph("endless", named)))
                    .printStackTrace(new PrintWriter(log));
        }

        assertTrue(log.toString().contains("forged"), log::toString);
        assertFalse(log.toString().matches("(?s).*\\Rforged.*"), log::toString);
    }

    @Test
    void aHeapThatStaysNearlyFullCostsTheEngine() throws Exception {
        CalmGauge heap = new CalmGauge();
        try (TestContexts contexts = new TestContexts(Map.of("scripting.statements.limit", "1000"), heap)) {
            ModuleGraph empty = contexts.graph("empty", "");
            contexts.run(empty);
            PooledContext former = contexts.create();
            Engine engine = former.polyglot().getEngine();

            heap.inDanger = true;
            long now = System.nanoTime();
            contexts.lookAt(now);
            await(() -> contexts.statistics().getDiscarded().get("HEAP") == 1);
            assertEquals(engine, closed(contexts.create()));
            contexts.lookAt(now + TimeUnit.SECONDS.toNanos(61));
            await(() -> closed(contexts.create()) != engine);
            former.close();

            assertThrows(
                    IllegalStateException.class,
                    () -> Context.newBuilder("js").engine(engine).build());
            heap.inDanger = false;
            contexts.run(empty);
        }
    }

    @Test
    void theClockOfARunThatWaitsForItsClientStandsStill() {
        try (TestContexts contexts = new TestContexts(Map.of("scripting.timeout", "PT10S"));
                Lease lease = contexts.lease("a.mjs")) {
            long deadline = lease.deadlineNanos();
            long paused = System.nanoTime();
            Runnable goOn = lease.pause();
            contexts.lookAt(deadline + TimeUnit.HOURS.toNanos(1));
            assertNull(lease.doubt(), "stopped while it waits");

            goOn.run();
            long most = System.nanoTime() - paused;
            assertTrue(lease.deadlineNanos() > deadline && lease.deadlineNanos() <= deadline + most);
            contexts.lookAt(lease.deadlineNanos() - 1);
            assertNull(lease.doubt(), "stopped too early");
            contexts.lookAt(lease.deadlineNanos());
            assertEquals(DiscardReason.DEADLINE, lease.doubt());
        }
    }

    /** As for a long collection of garbage: the client is told of the deadline, and not cut off. */
    @Test
    void aMachineThatStandsStillMakesNoRunStuck() {
        try (TestContexts contexts = new TestContexts(Map.of("scripting.timeout", "PT10S"))) {
            // nobody looks, nor stops, but this test
            contexts.threads(work -> new Thread(() -> {}));
            try (Lease lease = contexts.lease("a.mjs")) {
                long deadline = lease.deadlineNanos();
                contexts.lookAt(deadline);
                for (int look = 1; look <= 10; look++) {
                    contexts.lookAt(deadline + TimeUnit.MINUTES.toNanos(look));
                    assertEquals(0, contexts.statistics().getStuck());
                }
                contexts.lookAt(deadline + TimeUnit.MINUTES.toNanos(11));
                assertEquals(1, contexts.statistics().getStuck());
            }
        }
    }

    @Test
    void whatItsClientShouldHaveIsSentByARunThatComputes() {
        List<Thread> senders = new ArrayList<>();
        Client client = new Client() {
            @Override
            public void cut() {}

            @Override
            public boolean isToBeSent() {
                return senders.isEmpty();
            }

            @Override
            public void send() {
                senders.add(Thread.currentThread());
            }
        };
        try (TestContexts contexts = new TestContexts(Map.of("scripting.timeout", "PT2S"))) {
            ModuleGraph endless = contexts.graph("endless", "for (;;);");

            Failures.of(Mistake.DEADLINE_PASSED, () -> contexts.run(endless, waits, client));
        }
        assertEquals(List.of(Thread.currentThread()), senders);
    }

    @Test
    void aContextThatCannotBeWatchedIsNotLost() {
        try (TestContexts contexts = new TestContexts(Map.of("scripting.contexts", "1"))) {
            ThreadFactory threads = contexts.threads(work -> {
                throw new OutOfMemoryError("unable to create native thread");
            });
            assertThrows(OutOfMemoryError.class, () -> contexts.lease("a.mjs"));
            assertEquals(0, contexts.statistics().getInUse());
            contexts.threads(threads);

            contexts.run(contexts.graph("empty", ""));

            assertEquals(1, contexts.statistics().getCreated());
        }
    }

    @Test
    void aRunIsStoppedThoughNoThreadCouldBeMadeAtFirst() {
        try (TestContexts contexts = new TestContexts(Map.of("scripting.timeout", "PT1S"))) {
            contexts.run(contexts.graph("empty", ""));
            AtomicInteger asked = new AtomicInteger();
            contexts.threads(work -> {
                if (asked.incrementAndGet() < 3) {
                    throw new OutOfMemoryError("unable to create native thread");
                }
                return new Thread(work);
            });

            Failures.of(Mistake.DEADLINE_PASSED, () -> contexts.run(contexts.graph("endless", "for (;;);")));

            assertEquals(3, asked.get());
            assertEquals(0, contexts.statistics().getStuck());
        }
    }

    /** As an error may, where memory is short. */
    @Test
    void aRunIsStoppedThoughAnErrorBeforeCouldNotBeLogged() throws InterruptedException {
        CountDownLatch refused = new CountDownLatch(1);
        Logger logger = Logger.getLogger(RunWatch.class.getName());
        Filter noRoom = message -> {
            refused.countDown();
            throw new OutOfMemoryError("no room for a line of the log");
        };
        CalmGauge heap = new CalmGauge();
        try (TestContexts contexts = new TestContexts(Map.of("scripting.timeout", "PT1S"), heap)) {
            contexts.run(contexts.graph("empty", ""));
            logger.setFilter(noRoom);
            ThreadFactory threads = contexts.threads(work -> {
                throw new OutOfMemoryError("unable to create native thread");
            });
            heap.inDanger = true;
            assertTrue(refused.await(PATIENCE_SECONDS, TimeUnit.SECONDS), "nothing was logged");
            heap.inDanger = false;
            contexts.threads(threads);

            Failures.of(Mistake.DEADLINE_PASSED, () -> contexts.run(contexts.graph("endless", "for (;;);")));
        } finally {
            logger.setFilter(null);
        }
    }

    @Test
    void aNewcomerDoesNotPassThoseWhoWait() throws Exception {
        try (TestContexts contexts =
                new TestContexts(Map.of("scripting.contexts", "1", "scripting.contexts.wait", "PT20S"))) {
            List<String> order = new ArrayList<>();
            Lease first = contexts.lease("a.mjs");
            Thread waits = new Thread(() -> {
                Lease second = contexts.lease("b.mjs");
                order.add("waited");
                second.close();
            });
            waits.start();
            await(() -> contexts.statistics().getWaits() == 1 && waits.getState() == Thread.State.TIMED_WAITING);
            first.close();
            Lease third = contexts.lease("c.mjs");
            order.add("came later");
            third.close();
            waits.join();

            assertEquals(List.of("waited", "came later"), order);
        }
    }

    private static Engine closed(PooledContext context) {
        Engine engine = context.polyglot().getEngine();
        context.close();
        return engine;
    }

    private static void await(BooleanSupplier condition) throws TimeoutException {
        long begun = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                throw new TimeoutException();
            }
            Thread.onSpinWait();
        }
    }

    private Thread begin(TestContexts contexts, ModuleGraph graph) {
        Thread thread = new Thread(
                () -> Failures.of(Mistake.DEADLINE_PASSED, () -> contexts.run(graph, waits, cuts::countDown)));
        thread.start();
        return thread;
    }

    /** Its id is not told before the test ends, whoever interrupts. */
    private ScriptingSession session() {
        return (ScriptingSession) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ScriptingSession.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("isValid")) {
                        return true;
                    }
                    while (end.getCount() > 0) {
                        Thread.onSpinWait();
                    }
                    return "id";
                });
    }
}
