// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.graalvm.polyglot.Context;
import org.scriptingsession.engine.modules.ModuleEvaluator;
import org.scriptingsession.engine.modules.Program;
import org.scriptingsession.engine.values.ExportCall;
import org.scriptingsession.engine.values.HostBridge;

/** A hardened polyglot context: what can be changed in it is gone when {@link #forget} returns. */
final class PooledContext {
    private final SharedEngine engine;
    private final Context polyglot;
    private final HostBridge bridge;
    private final ModuleEvaluator evaluator;
    private final SymbolRegistry symbols;
    private final int heapAlarms;
    private long lastThread;
    private int runs;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** @param heapAlarms how often the heap had been nearly full when the context was made */
    PooledContext(
            SharedEngine engine,
            Context polyglot,
            HostBridge bridge,
            ModuleEvaluator evaluator,
            SymbolRegistry symbols,
            int heapAlarms) {
        this.engine = engine;
        this.polyglot = polyglot;
        this.bridge = bridge;
        this.evaluator = evaluator;
        this.symbols = symbols;
        this.heapAlarms = heapAlarms;
    }

    Context polyglot() {
        return polyglot;
    }

    /**
     * Why the context is to be replaced though its last run left nothing; null when it is not.
     *
     * @param heapAlarmsNow how often the heap has been nearly full
     */
    DiscardReason wear(int heapAlarmsNow) {
        if (heapAlarms != heapAlarmsNow) {
            return DiscardReason.HEAP;
        }
        return runs < ContextPool.MOST_RUNS ? null : DiscardReason.AGE;
    }

    /** The id of the thread of the last run. */
    long lastThread() {
        return lastThread;
    }

    /**
     * Evaluates a program and all jobs it leaves; {@link #forget} it before the next one.
     *
     * @param export called at the end; null for none
     * @param lastNanos until when a run that has settled waits for callbacks
     * @param beforeWaiting done whenever the run is about to wait for the host
     * @return false when a promise that is waited for never settles
     */
    boolean run(Program program, ExportCall export, LongSupplier lastNanos, Object call, Runnable beforeWaiting) {
        lastThread = Thread.currentThread().getId();
        bridge.serve(call);
        return evaluator.evaluate(program, export, lastNanos, beforeWaiting);
    }

    /** As {@link HostBridge#between}. Called by another thread than the run's, while the run has not ended. */
    void between(Thread thread, Runnable work) {
        bridge.between(thread, work);
    }

    /** Drops what the run before has left: imported modules, registered symbols, and the way to its session. */
    void forget() {
        runs++;
        bridge.serveNone();
        evaluator.forget();
        symbols.empty();
    }

    /** Waits for a script that runs in it. */
    void close() {
        try {
            polyglot.close(true);
        } finally {
            if (closed.compareAndSet(false, true)) {
                engine.leave();
            }
        }
    }
}
