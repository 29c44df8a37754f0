// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.context;

import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.scriptingsession.error.ScriptingMessages;
import org.scriptingsession.module.HttpCall;
import org.scriptingsession.module.ModuleGraph;

/** A clean context for the length of one run, in one thread. */
public final class Lease implements AutoCloseable {
    private final ContextPool pool;
    private final ScriptContext context;
    private final RunWatch.Watched watched;
    private DiscardReason doubt;

    Lease(ContextPool pool, ScriptContext context, RunWatch.Watched watched) {
        this.pool = pool;
        this.context = context;
        this.watched = watched;
    }

    /**
     * Runs a script; returns when its evaluation, promises included, has ended.
     *
     * @throws PolyglotException what the script threw, or how it was stopped
     * @throws org.scriptingsession.error.ScriptFailedException when a top-level await never settles
     */
    public void run(ModuleGraph graph, HttpCall call) {
        // until the run has ended well or by the script's own error
        doubt = DiscardReason.HOST_ERROR;
        long start = System.nanoTime();
        context.files().serve(graph);
        context.bridge().serve(call);
        try {
            if (graph.mayPend()) {
                runAsPromise(graph);
            } else {
                context.polyglot().eval(graph.entry().source());
            }
            doubt = null;
        } catch (PolyglotException e) {
            doubt = DiscardReason.of(e);
            throw e;
        } finally {
            pool.ran(call.scriptPath(), System.nanoTime() - start);
        }
    }

    /** Whether the run was stopped at its deadline. */
    public boolean isOverdue() {
        return watched.stopped() == DiscardReason.DEADLINE;
    }

    /** Whether the run was stopped because it filled the heap. */
    public boolean isGreedy() {
        return watched.stopped() == DiscardReason.RESOURCES;
    }

    @Override
    public void close() {
        watched.end();
        pool.takeBack(context, watched.stopped() == null ? doubt : watched.stopped());
    }

    /**
     * {@code import()} gives the one promise that tells whether evaluation has ended. When it returns no script code is left
     * that could settle it.
     */
    private void runAsPromise(ModuleGraph graph) {
        Outcome outcome = new Outcome();
        context.importer().executeVoid(graph.entry().path(), outcome.fulfilled, outcome.rejected);
        if (!outcome.settled) {
            throw ScriptingMessages.neverSettled(graph.entry().path().substring(1));
        }
        if (outcome.error != null) {
            throw outcome.error.throwException();
        }
    }

    private static final class Outcome {
        private boolean settled;
        private Value error;
        private final ProxyExecutable fulfilled = arguments -> {
            settled = true;
            return null;
        };
        private final ProxyExecutable rejected = arguments -> {
            settled = true;
            error = arguments[0];
            return null;
        };
    }
}
