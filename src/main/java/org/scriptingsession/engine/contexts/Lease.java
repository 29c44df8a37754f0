// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import org.graalvm.polyglot.PolyglotException;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.engine.modules.Program;
import org.scriptingsession.error.Mistake;

/** A clean context for the length of one run, in one thread. */
public final class Lease implements AutoCloseable {
    private final ContextPool pool;
    private final PooledContext context;
    private final long deadlineNanos;
    private final long allocatedBefore;
    private final long threadId = Thread.currentThread().getId();
    private DiscardReason doubt;
    private DiscardReason stopped;
    private boolean ended;

    /** @param allocatedBefore bytes that this thread has allocated until now */
    Lease(ContextPool pool, PooledContext context, long deadlineNanos, long allocatedBefore) {
        this.pool = pool;
        this.context = context;
        this.deadlineNanos = deadlineNanos;
        this.allocatedBefore = allocatedBefore;
    }

    /** When the run is stopped, as {@link System#nanoTime} counts. */
    public long deadlineNanos() {
        return deadlineNanos;
    }

    /**
     * Runs a script; returns when its evaluation, promises included, has ended.
     *
     * @param call what the host's functions are given as their call
     * @throws org.scriptingsession.api.ScriptingException when the script was stopped at its deadline
     * @throws org.scriptingsession.api.ScriptingException when the script threw, was stopped because it used too much, or
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
                throw Mistake.NEVER_SETTLED.with(script);
            }
            doubt = null;
        } catch (PolyglotException e) {
            doubt = DiscardReason.of(e);
            throw failure(e, script);
        } finally {
            pool.ran(script, System.nanoTime() - start);
        }
    }

    private synchronized ScriptingException failure(PolyglotException e, String script) {
        return stopped == DiscardReason.DEADLINE
                ? pool.deadlinePassed(script, e)
                : GuestFailure.of(e, script, stopped == null ? null : "the heap was nearly full");
    }

    /** Stops the run if it is too late or has much of a heap that is in danger; called by the watch's thread. */
    void check(long nowNanos, HeapGauge heapInDanger) {
        if (nowNanos - deadlineNanos >= 0) {
            stop(DiscardReason.DEADLINE);
        } else if (heapInDanger != null && heapInDanger.hasMuchOfIt(threadId, allocatedBefore)) {
            stop(DiscardReason.RESOURCES);
        }
    }

    private void stop(DiscardReason reason) {
        synchronized (this) {
            if (ended || stopped != null) {
                return;
            }
            stopped = reason;
        }
        // waits until the script's thread has left the context, so never under this object's lock
        context.close();
    }

    /** Why the context may not be lent again, however its run ended; null when it may. */
    synchronized DiscardReason doubt() {
        return stopped == null ? doubt : stopped;
    }

    @Override
    public void close() {
        synchronized (this) {
            // from here on the context is not stopped any more
            ended = true;
        }
        pool.takeBack(this, context, doubt());
    }
}
