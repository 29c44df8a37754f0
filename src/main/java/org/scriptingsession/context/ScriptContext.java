// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.context;

import java.util.Optional;
import org.graalvm.polyglot.Context;
import org.scriptingsession.module.HostBridge;
import org.scriptingsession.module.HttpCall;
import org.scriptingsession.module.ModuleEvaluator;
import org.scriptingsession.module.ModuleGraph;
import org.scriptingsession.module.ModuleLoader;
import org.scriptingsession.module.ModuleParser;
import org.scriptingsession.module.SdkModules;

/** A hardened polyglot context: what can be changed in it is gone when {@link #forget} returns. */
final class ScriptContext {
    private static final String WARM_UP = "/sdk:/warm-up.mjs";

    private static final ModuleGraph WARM_UP_GRAPH =
            ModuleGraph.of(ModuleParser.parse(WARM_UP, SdkModules.text("warm-up.mjs")), path -> Optional.empty());

    private final Context polyglot;
    private final HostBridge bridge;
    private final ModuleLoader loader;
    private final ModuleEvaluator evaluator;
    private final SymbolRegistry symbols;
    private final int heapAlarms;
    private long lastThread;
    private int runs;

    /** @param heapAlarms how often the heap had been nearly full when it was made */
    ScriptContext(
            Context polyglot,
            HostBridge bridge,
            ModuleLoader loader,
            ModuleEvaluator evaluator,
            SymbolRegistry symbols,
            int heapAlarms) {
        this.polyglot = polyglot;
        this.bridge = bridge;
        this.loader = loader;
        this.evaluator = evaluator;
        this.symbols = symbols;
        this.heapAlarms = heapAlarms;
    }

    Context polyglot() {
        return polyglot;
    }

    /** How often the heap had been nearly full when it was made. */
    int heapAlarms() {
        return heapAlarms;
    }

    /** How many runs it has served. */
    int runs() {
        return runs;
    }

    /** The id of the thread of the last run: for the same one the engine enters the context faster. */
    long lastThread() {
        return lastThread;
    }

    /**
     * Evaluates a graph and all jobs it leaves; {@link #forget} it before the next one.
     *
     * @return whether the evaluation has ended; not so when a top-level await never settles
     */
    boolean run(ModuleGraph graph, HttpCall call) {
        lastThread = Thread.currentThread().getId();
        loader.serve(graph);
        bridge.serve(call);
        return evaluator.evaluate();
    }

    /** Goes once through all that a run goes through, so that the first one does not pay for it. */
    void warm() {
        run(WARM_UP_GRAPH, HttpCall.none(WARM_UP));
        forget();
    }

    /** Drops what the run before has left: imported modules, registered symbols, and the way to its session. */
    void forget() {
        runs++;
        bridge.serveNone();
        loader.forget();
        symbols.empty();
    }

    void close() {
        polyglot.close(true);
    }
}
