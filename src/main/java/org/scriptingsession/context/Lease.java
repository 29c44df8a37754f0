// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.context;

import org.graalvm.polyglot.PolyglotException;
import org.scriptingsession.error.Mistake;
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
        try {
            if (!context.run(graph, call.until(watched.deadlineNanos()))) {
                doubt = DiscardReason.PENDING;
                throw Mistake.NEVER_SETTLED.with(call.scriptPath());
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
}
