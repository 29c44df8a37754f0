// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No script takes more than its share; after each that tries, the next requests are served and no context is lost. */
@ExtendWith(ArquillianExtension.class)
@Timeout(180)
class LimitsIT {
    private static final int CONTEXTS = 2;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final ScriptClient client = new ScriptClient();

    @Deployment(testable = false)
    static WebArchive application() {
        return PoolFigures.addTo(Deployments.war(
                "limits",
                Map.of(
                        // a slow machine is to be done in it with what fails by itself
                        "scripting.timeout", "PT2S",
                        "scripting.contexts", String.valueOf(CONTEXTS),
                        "scripting.contexts.wait", "PT0.3S",
                        // a call that has lasted a second keeps its context here
                        "scripting.contexts.slow-percent", "100",
                        "scripting.request.max-bytes", "1 KiB")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "loop",
                "catches",
                "generator",
                "awaits",
                "spinsInAJobAfterError",
                "thens",
                "regexp",
                "replace",
                "compare",
                "sort",
                "parse",
                "doubling",
                "evals",
                "indirect",
                "logs"
            })
    void aScriptIsStoppedAtItsDeadline(String name) {
        PoolFigures before = PoolFigures.idle();
        long start = System.nanoTime();

        HttpResponse<String> answer = run(name);

        assertEquals(503, answer.statusCode(), answer::body);
        assertTrue(System.nanoTime() - start < LONGEST.toNanos(), "stopped too late");
        PoolFigures after = allIsWell(before);
        assertEquals(before.discarded("DEADLINE") + 1, after.discarded("DEADLINE"));
        assertEquals(before.timeouts() + 1, after.timeouts());
    }

    @Test
    void aTopLevelLoopOfAwaitsIsStopped() {
        PoolFigures before = PoolFigures.idle();
        assertEquals(503, client.get("js/it/awaits.mjs").statusCode());
        assertEquals(before.discarded("DEADLINE") + 1, allIsWell(before).discarded("DEADLINE"));
    }

    @Test
    void anAwaitThatNeverSettlesFailsAtOnce() {
        PoolFigures before = PoolFigures.idle();
        assertEquals(500, client.get("js/it/never.mjs").statusCode());
        allIsWell(before);
    }

    @Test
    void recursionEndsInARangeErrorThatTheScriptCanCatch() {
        PoolFigures before = PoolFigures.idle();
        HttpResponse<String> answer = run("caught");
        assertEquals("200 RangeError", answer.statusCode() + " " + answer.body());
        assertEquals(before.discarded(), allIsWell(before).discarded());
    }

    @ParameterizedTest
    @ValueSource(strings = {"recursion", "deepParse", "getter", "proxy", "awaitsAfterError"})
    void anErrorOfTheScriptHoldsNoContextWhateverItLeaves(String name) {
        PoolFigures before = PoolFigures.idle();
        assertEquals(500, run(name).statusCode());
        allIsWell(before);
    }

    @Test
    void aRequestThatIsTooLargeIsRefused() {
        PoolFigures before = PoolFigures.idle();
        assertEquals(
                "1024", client.post("js/it/limits.mjs/reads", "x".repeat(1024)).body());
        assertEquals(
                413, client.post("js/it/limits.mjs/reads", "x".repeat(1025)).statusCode());
        assertEquals(before.discarded(), allIsWell(before).discarded());
    }

    @Test
    void withoutAFreeContextTheClientIsAskedToTryAgain() throws IOException {
        PoolFigures before = PoolFigures.idle();
        try (RawExchange first = beginBody();
                RawExchange second = beginBody()) {
            PoolFigures.await(figures -> figures.inUse() == CONTEXTS);
            HttpResponse<String> answer = run("works");
            assertEquals(503, answer.statusCode());
            assertTrue(answer.headers().firstValue("Retry-After").isPresent());
            assertEquals(before.refused() + 1, PoolFigures.now().refused());
            first.send("x".repeat(1000));
            second.send("x".repeat(1000));
            first.readUntil("\r\n\r\n");
            second.readUntil("\r\n\r\n");
        }
        allIsWell(before);
    }

    @Test
    void aClientThatDoesNotSendDoesNotKeepOthersFromBeingStopped() throws IOException {
        PoolFigures before = PoolFigures.idle();
        try (RawExchange silent = beginBody()) {
            PoolFigures.await(figures -> figures.inUse() == 1);
            for (int i = 0; i < 3; i++) {
                long start = System.nanoTime();
                assertEquals(503, run("loop").statusCode());
                assertTrue(System.nanoTime() - start < LONGEST.toNanos(), "stopped too late");
            }
            silent.send("x".repeat(1000));
        }
        allIsWell(before);
    }

    @Test
    void aClientThatDoesNotReadHoldsNoContextBeyondTheDeadline() throws IOException {
        PoolFigures before = PoolFigures.idle();
        String target = Deployments.base().getPath() + "js/it/limits.mjs/floods";
        try (RawExchange deaf = RawExchange.begin("GET " + target)) {
            deaf.readUntil("xxx");
            PoolFigures after = PoolFigures.await(figures -> figures.inUse() == 0);
            assertEquals(0, after.inUse(), "the context is still held");
            assertEquals(503, run("loop").statusCode());
        }
        allIsWell(before);
    }

    @Test
    void anEndlessUpdateHoldsTheSessionUntilItsDeadlineAndNoLonger() {
        PoolFigures before = PoolFigures.idle();
        assertEquals("1", run("update").body());
        CompletableFuture<Integer> endless =
                CompletableFuture.supplyAsync(() -> run("endlessUpdate").statusCode());
        PoolFigures.await(figures -> figures.inUse() == 1 || endless.isDone());

        String waiting = run("update").body();

        assertEquals(503, endless.join());
        // it waits no longer than its own deadline allows, and is told in time to answer
        assertTrue(Set.of("2", "LOCK_TIMEOUT").contains(waiting), waiting);
        assertEquals(waiting.equals("2") ? "3" : "2", run("update").body());
        allIsWell(before);
    }

    /** Nothing is in use, as many requests as there are contexts are served, and each context closed has been replaced. */
    private PoolFigures allIsWell(PoolFigures before) {
        PoolFigures idle = PoolFigures.idle();
        assertEquals(0, idle.inUse());
        for (int i = 0; i < 2 * CONTEXTS; i++) {
            assertEquals("499500", run("works").body());
        }
        PoolFigures after = PoolFigures.idle();
        assertEquals(after.discarded(), idle.discarded());
        int made = after.created() - before.created();
        int closed = after.discarded() - before.discarded();
        assertTrue(made <= closed + CONTEXTS && after.created() - after.discarded() <= CONTEXTS, after::toString);
        return after;
    }

    private HttpResponse<String> run(String name) {
        return client.get("js/it/limits.mjs/" + name);
    }

    private static RawExchange beginBody() throws IOException {
        String target = Deployments.base().getPath() + "js/it/limits.mjs/reads";
        // a body of GET is not waited for before the script runs
        return RawExchange.begin("GET " + target, "Content-Type: text/plain", "Content-Length: 1000");
    }
}
