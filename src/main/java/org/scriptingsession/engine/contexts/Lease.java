// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import org.graalvm.polyglot.PolyglotException;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.engine.modules.Program;
import org.scriptingsession.error.ScriptingMessages;

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

    /** When the run is stopped, as {@link System#nanoTime} counts. */
    public long deadlineNanos() {
        return watched.deadlineNanos();
    }

    /**
     * Runs a script; returns when its evaluation, promises included, has ended.
     *
     * @param call what the host's functions are given as their call
     * @throws org.scriptingsession.error.ScriptTimeoutException when the script was stopped at its deadline
     * @throws org.scriptingsession.error.ScriptFailedException when the script threw, was stopped because it used too much, or
     *     has a top-level await that never settles
     */
    public void run(Program program, Object call) {
        String script = program.entry().name();
        // until the run has ended well or by the script's own error
        doubt = DiscardReason.HOST_ERROR;
        long start = System.nanoTime();
        try {
            if (!context.run(program, call)) {
                doubt = DiscardReason.PENDING;
                throw ScriptingMessages.neverSettled(script);
            }
            doubt = null;
        } catch (PolyglotException e) {
            doubt = DiscardReason.of(e);
            throw failure(e, script);
        } finally {
            pool.ran(script, System.nanoTime() - start);
        }
    }

    private ScriptingException failure(PolyglotException e, String script) {
        if (watched.stopped() == DiscardReason.DEADLINE) {
            return pool.deadlinePassed(script, e);
        }
        boolean greedy = watched.stopped() == DiscardReason.RESOURCES;
        return GuestFailure.of(e, script, greedy ? "the heap was nearly full" : null);
    }

    /** Why the context may not be lent again; null when it may. */
    DiscardReason doubt() {
        return watched.stopped() == null ? doubt : watched.stopped();
    }

    @Override
    public void close() {
        watched.end();
        pool.takeBack(context, doubt());
    }
}
