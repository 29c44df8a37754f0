// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.cases.ScriptCase;
import org.scriptingsession.module.ModuleGraph;
import org.scriptingsession.sdk.HttpCall;

/** Nothing stays in a context: every attempt to leave something, in one and the same context, and a walk of all its objects. */
@Timeout(300)
class HardenedContextIT {
    private static final int RUNS = 10_000;
    private static final Logger SCRIPTS = Logger.getLogger("org.scriptingsession.script");

    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private final Handler ear = new Ear();
    private TestContexts contexts;
    private PooledContext context;

    @BeforeEach
    void open() {
        contexts = new TestContexts(Map.of("scripting.timeout", "PT2M"));
        enter();
        SCRIPTS.addHandler(ear);
        SCRIPTS.setUseParentHandlers(false);
    }

    @AfterEach
    void close() {
        SCRIPTS.removeHandler(ear);
        SCRIPTS.setUseParentHandlers(true);
        context.close();
        contexts.close();
    }

    @Test
    void everyFeatureOfTheLanguageWorks() {
        List<String> failed = new ArrayList<>();
        for (ScriptCase feature : ScriptCase.features()) {
            String outcome = run(contexts.graph("feature", feature.then()));
            if (!outcome.isEmpty()) {
                failed.add(feature + ": " + outcome);
            }
        }
        assertEquals(List.of(), failed);
    }

    @Test
    void noAttemptToLeaveSomethingIsSeenInTheSameContext() {
        List<String> failed = new ArrayList<>();
        for (ScriptCase leak : ScriptCase.leaks()) {
            said.clear();
            run(contexts.graph("first", leak.first()));
            System.gc();
            boolean leaked = said.contains("leak");
            said.clear();
            String outcome = run(contexts.graph("then", leak.then()));
            if (leaked || !outcome.isEmpty() || !said.isEmpty()) {
                failed.add(leak + ": " + outcome + " " + said);
            }
        }
        assertEquals(List.of(), failed);
    }

    @Test
    void nothingMutableIsReachable() {
        Value walk = TestContexts.walker(context).invokeMember("print");
        assertEquals(List.of(), strings(walk.getMember("holes")));
        // a plain context has some 710: hardening removes globals, and hides the accessors that it makes
        assertTrue(walk.getMember("objects").asInt() > 600, "the walk ended early");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Math.planted",
                "Intl.Segmenter.prototype.planted",
                "Array.prototype.at.planted",
                "Object.getPrototypeOf(function* () {}).prototype.planted",
                "globalThis.console.planted"
            })
    void theWalkFindsOneObjectThatIsNotFrozen(String object) {
        try (Context planted = contexts.plain()) {
            List<String> holes =
                    strings(TestContexts.plantedWalker(planted, object).invokeMember("holes"));
            assertTrue(holes.stream().anyMatch(hole -> hole.endsWith(".planted: extensible")), holes::toString);
        }
    }

    @Test
    void theDifferenceOfTwoWalksShowsAChange() {
        try (Context plain = contexts.plain()) {
            Value walker = plain.eval("js", ScriptCase.text("walk.js")).execute();
            Value before = walker.invokeMember("print");
            plain.eval("js", "Array.prototype.changed = 1");
            List<String> changes = strings(walker.invokeMember("differ", before, walker.invokeMember("print")));
            assertTrue(changes.stream().allMatch(change -> change.endsWith(".changed")), changes::toString);
            assertEquals(1, changes.size());
        }
    }

    @Test
    void nothingHasChangedAfterTenThousandRuns() {
        Value walker = TestContexts.walker(context);
        Value before = walker.invokeMember("print");
        PooledContext walked = context;
        List<ModuleGraph> graphs = graphsThatKeepTheContext();
        Random random = new Random(3);
        for (int i = 0; i < RUNS; i++) {
            run(graphs.get(random.nextInt(graphs.size())));
        }
        assertEquals(walked, context);
        Value after = walker.invokeMember("print");
        assertEquals(List.of(), strings(after.getMember("holes")));
        assertEquals(List.of(), strings(walker.invokeMember("differ", before, after)));
    }

    @Test
    void contextsOfOneEngineDoNotSeeEachOther() {
        PooledContext other = contexts.create();
        for (ScriptCase leak : ScriptCase.leaks()) {
            run(contexts.graph("first", leak.first()));
            assertEquals("", run(other, contexts.graph("then", leak.then())), leak::name);
        }
        other.close();
    }

    private List<ModuleGraph> graphsThatKeepTheContext() {
        List<ModuleGraph> graphs = new ArrayList<>();
        ScriptCase.features().forEach(feature -> graphs.add(contexts.graph("feature", feature.then())));
        for (ScriptCase leak : ScriptCase.leaks()) {
            graphs.add(contexts.graph("first", leak.first()));
            graphs.add(contexts.graph("then", leak.then()));
        }
        PooledContext walked = context;
        graphs.removeIf(graph -> {
            boolean kept = keeps(graph);
            context = walked;
            return !kept;
        });
        return graphs;
    }

    private boolean keeps(ModuleGraph graph) {
        context = contexts.create();
        PooledContext tried = context;
        run(graph);
        boolean kept = context == tried;
        context.close();
        return kept;
    }

    /** Runs as the product does: a context in doubt is replaced. */
    private String run(ModuleGraph graph) {
        return run(context, graph);
    }

    private String run(PooledContext used, ModuleGraph graph) {
        String outcome = "";
        Lease lease = contexts.lease(used);
        try {
            lease.run(graph, null, HttpCall.none(graph.entry().path()));
        } catch (ScriptingException e) {
            outcome = e + " " + e.getCause();
        }
        if (lease.doubt() == null) {
            used.forget();
        } else {
            replace(used);
        }
        return outcome;
    }

    private void replace(PooledContext used) {
        if (used == context) {
            used.close();
            enter();
        }
    }

    private void enter() {
        context = contexts.create();
    }

    private static List<String> strings(Value array) {
        List<String> strings = new ArrayList<>();
        for (long i = 0; i < array.getArraySize(); i++) {
            strings.add(array.getArrayElement(i).asString());
        }
        return strings;
    }

    private final class Ear extends Handler {
        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel() == Level.WARNING) {
                said.add(entry.getMessage());
            }
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
