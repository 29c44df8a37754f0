// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;
import org.graalvm.polyglot.PolyglotException;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.engine.modules.Program;
import org.scriptingsession.engine.values.ExportCall;
import org.scriptingsession.error.Mistake;

/** A clean context for the length of one run, in one thread. */
public final class Lease implements AutoCloseable {
    /**
     * A run that is stopped ends within microseconds, unless the engine is in an operation that does not look. In looks of the
     * watch, which make half a second: by the clock a run would take too long that a collection of garbage let go on no more
     * than the watch.
     */
    private static final int LONGEST_STOP_LOOKS = 10;

    private final ContextPool pool;
    private final PooledContext context;
    private final String script;
    private final Client client;
    private final Place place;
    private volatile long deadlineNanos;

    /** Whether the run waits for its client, which is not its own time. */
    private volatile boolean paused;

    private final long allocatedBefore;
    private final Thread thread = Thread.currentThread();
    private DiscardReason doubt;
    private DiscardReason stopped;
    private int looksSinceStop;
    private volatile boolean stuck;
    private boolean ended;

    /**
     * @param script the name of the script that is run
     * @param client who waits for the run
     * @param place of the run among those that hold contexts; null where a run that waits for this one has it
     * @param allocatedBefore bytes that this thread has allocated until now
     */
    Lease(
            ContextPool pool,
            PooledContext context,
            String script,
            Client client,
            Place place,
            long deadlineNanos,
            long allocatedBefore) {
        this.pool = pool;
        this.context = context;
        this.script = script;
        this.client = client;
        this.place = place;
        this.deadlineNanos = deadlineNanos;
        this.allocatedBefore = allocatedBefore;
    }

    /** When the run is stopped, as {@link System#nanoTime} counts. */
    public long deadlineNanos() {
        return deadlineNanos;
    }

    /** Stops the clock; what is returned lets it go on. Both are called by the thread of the run. */
    public Runnable pause() {
        long since = System.nanoTime();
        paused = true;
        return () -> {
            deadlineNanos += System.nanoTime() - since;
            paused = false;
        };
    }

    /** Whether the run's script stands at a breakpoint. */
    boolean isInspected() {
        return Inspector.holds(thread);
    }

    /** Gives the run as much more time. Called by the watch, while the run stands still. */
    void standStill(long nanos) {
        deadlineNanos += nanos;
        if (place != null) {
            place.standStill(nanos);
        }
    }

    /** Null where a run in the same thread, which is of no use to others meanwhile, waits for this one. */
    Place place() {
        return place;
    }

    /**
     * Runs a script; returns when its evaluation, promises included, has ended.
     *
     * @param export a function of the script that is called then, and what it promises awaited; null for none
     * @param call what the host's functions are given as their call
     * @throws org.scriptingsession.api.ScriptingException when the script was stopped at its deadline
     * @throws org.scriptingsession.api.ScriptingException when the script threw, was stopped because it used too much, or
     *     has a top-level await that never settles
     */
    public void run(Program program, ExportCall export, Object call) {
        // until the run has ended well or by the script's own error
        doubt = DiscardReason.HOST_ERROR;
        long start = System.nanoTime();
        boolean failed = true;
        try {
            LongSupplier mostOfIt = () -> start + Math.max(0, deadlineNanos - start) * 9 / 10;
            if (!context.run(program, export, mostOfIt, call, client::send)) {
                doubt = DiscardReason.PENDING;
                throw Mistake.NEVER_SETTLED.with(script);
            }
            doubt = null;
            failed = false;
        } catch (PolyglotException e) {
            doubt = DiscardReason.of(e);
            throw failure(e);
        } finally {
            pool.statistics.ran(script, System.nanoTime() - start, failed);
        }
    }

    private synchronized ScriptingException failure(PolyglotException e) {
        return stopped == DiscardReason.DEADLINE
                ? pool.deadlinePassed(script, e)
                : GuestFailure.of(e, script, stopped == null ? null : "the heap was nearly full");
    }

    /**
     * Stops the run if it is too late or has much of a heap that is in danger; else has sent what its client should have by now.
     * Called by the watch, which never waits.
     */
    void check(long nowNanos, HeapGauge heapInDanger, ThreadFactory threads) {
        if (stuck) {
            // the lock may be held while the connection is cut
            return;
        }
        Runnable next = null;
        synchronized (this) {
            if (ended || stuck) {
                return;
            }
            if (stopped == null) {
                stopped = whyToStop(nowNanos, heapInDanger);
                looksSinceStop = 0;
                // waits until the script's thread has left the context
                next = stopped == null ? null : context::close;
                if (stopped == null && client.isToBeSent()) {
                    context.between(thread, client::send);
                }
            } else if (++looksSinceStop > LONGEST_STOP_LOOKS) {
                stuck = true;
                pool.statistics.stuck.add(script);
                // may wait for the network
                next = this::cut;
            }
        }
        if (next != null) {
            start(next, threads);
        }
    }

    /** Without a thread the next look tries again. */
    private void start(Runnable next, ThreadFactory threads) {
        try {
            threads.newThread(next).start();
        } catch (RuntimeException | Error e) {
            synchronized (this) {
                if (stuck) {
                    stuck = false;
                    pool.statistics.stuck.remove(script);
                } else {
                    stopped = null;
                }
            }
            throw e;
        }
    }

    private DiscardReason whyToStop(long nowNanos, HeapGauge heapInDanger) {
        if (!paused && nowNanos - deadlineNanos >= 0) {
            return DiscardReason.DEADLINE;
        }
        return heapInDanger != null && heapInDanger.hasMuchOfIt(thread.getId(), allocatedBefore)
                ? DiscardReason.RESOURCES
                : null;
    }

    /** Under the lock, so that the connection does not serve another request by now. */
    private synchronized void cut() {
        if (!ended) {
            client.cut();
        }
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
            if (stuck) {
                pool.statistics.stuck.remove(script);
            }
        }
        pool.takeBack(this, context, doubt());
    }
}
