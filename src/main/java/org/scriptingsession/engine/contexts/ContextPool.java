// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.graalvm.polyglot.PolyglotException;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.engine.modules.ScriptModule;
import org.scriptingsession.error.LogText;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.watch.Watched;

/**
 * Lends out clean contexts, at most {@code scripting.contexts} at once. A context in which anything went wrong but a
 * script's own error is closed and replaced, never lent again.
 */
@ApplicationScoped
public class ContextPool {
    static final int MOST_RUNS = 100_000;

    /** Contexts that a deployment waits for: as many as can work at once, but a tenth of a second each. */
    private static final int MOST_AT_ONCE = 4;

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private static final System.Logger LOGGER = System.getLogger(ContextPool.class.getName());

    /** A stack: the context that came back last is lent first. */
    private final Deque<PooledContext> idle = new ConcurrentLinkedDeque<>();

    /** Idle and in use: more than the settings say while runs wait for inner ones. */
    private final AtomicInteger contexts = new AtomicInteger();

    private ContextFactory factory;
    private RunWatch watch;
    private ScriptingConfig config;
    PoolStatistics statistics;
    private ContextQueue queue;
    private Thread filler;
    private volatile boolean closed;
    private volatile boolean filled;

    /** For the client proxy. */
    ContextPool() {}

    @Inject
    ContextPool(ContextFactory factory, RunWatch watch, ScriptingConfig config, PoolStatistics statistics) {
        this.factory = factory;
        this.watch = watch;
        this.config = config;
        this.statistics = statistics;
        this.queue = new ContextQueue(config.contexts(), statistics);
    }

    /**
     * Initializes whatever scripts can reach and makes the first contexts; the others follow beside the first requests, which
     * wait for these rather than make some of their own, all at once in a JVM that is cold.
     *
     * @param contextPath of the application, for JMX
     */
    public void warm(String contextPath) {
        statistics.register(contextPath);
        factory.walk();
        // those that have parsed; taken out, since a timer of the application may run a script already
        List<PooledContext> first = new ArrayList<>();
        for (PooledContext made = idle.pollFirst(); made != null; made = idle.pollFirst()) {
            first.add(made);
        }
        int atOnce = Math.min(config.contexts().most(), Math.min(MOST_AT_ONCE, PROCESSORS));
        while (first.size() < atOnce) {
            first.add(create());
        }
        first.forEach(context -> idle.addFirst(warmed(context)));
        int missing = config.contexts().most() - first.size();
        queue.add(-missing);
        watch.watch(this);
        filler = watch.aside(() -> fill(missing));
    }

    private void fill(int contexts) {
        int missing = contexts;
        try {
            for (; missing > 0 && !closed; missing--) {
                idle.addLast(warmed(create()));
                queue.add(1);
            }
        } catch (RuntimeException | Error e) {
            LOGGER.log(
                    Level.WARNING, "not all contexts could be made at start; requests make them", LogText.harmless(e));
        } finally {
            queue.add(missing);
            filled = true;
        }
    }

    private PooledContext warmed(PooledContext context) {
        try {
            factory.warm(context);
            return context;
        } catch (RuntimeException | Error e) {
            close(context);
            throw e;
        }
    }

    /**
     * Lets the engine parse a module: the engine finds what the parser alone does not, such as a wrong
     * regular expression.
     *
     * @throws org.scriptingsession.api.ScriptingException for a syntax error
     */
    public void parse(ScriptModule module) {
        PooledContext context = idle.isEmpty() ? create() : idle.pollFirst();
        try {
            context.polyglot().parse(module.source());
        } catch (PolyglotException e) {
            throw GuestFailure.of(e, module.name(), null);
        } finally {
            idle.addFirst(context);
        }
    }

    /**
     * Lends a context in which no other request has left anything; close the lease in the same thread.
     *
     * @param client who waits for the run
     * @param outer of a run in this thread that waits for the new one, which then waits for nobody; null for none
     * @throws org.scriptingsession.api.ScriptingException when none becomes free in time, or runs of the script are stuck
     */
    public Lease lease(Caller caller, Client client, Lease outer) {
        statistics.stuck.check(caller.script());
        Place place = outer == null ? enter(caller) : null;
        PooledContext context = null;
        try {
            context = takeIdle();
            if (context == null) {
                context = create();
            }
            if (config.statementsLimit().isPresent()) {
                context.polyglot().resetLimits();
            }
            Lease lease = watch.begin(this, context, caller.script(), client, place, outer);
            statistics.lent.increment();
            return lease;
        } catch (RuntimeException | Error e) {
            if (context != null) {
                idle.addFirst(context);
            }
            if (place != null) {
                queue.leave(place);
            }
            throw e;
        }
    }

    /** Whether a call that has waited so long for a thread would wait no longer than it may; it may still be refused. */
    public boolean hasRoom(long waitedNanos) {
        return queue.hasRoom(waitedNanos);
    }

    /** What a call is told for which there is no room, and which is counted as refused. */
    public ScriptingException refusal() {
        return queue.refusal();
    }

    /** The context that this thread used last, if it is idle: the engine enters it faster. */
    private PooledContext takeIdle() {
        long thread = Thread.currentThread().getId();
        for (PooledContext context : idle) {
            if (context.lastThread() == thread && idle.removeFirstOccurrence(context)) {
                return context;
            }
        }
        return idle.pollFirst();
    }

    /** @param doubt why the context may not be lent again; null when it may */
    void takeBack(Lease lease, PooledContext context, DiscardReason doubt) {
        watch.end(lease);
        try {
            DiscardReason reason = doubt == null ? clean(context) : doubt;
            if (reason == null && contexts.get() > queue.contexts()) {
                close(context);
            } else if (reason == null) {
                idle.addFirst(context);
            } else {
                discard(context, reason);
            }
        } finally {
            statistics.returned.increment();
            if (lease.place() != null) {
                queue.leave(lease.place());
            }
        }
    }

    /**
     * Closes the contexts that are not in use, since the heap is nearly full; the others follow when they come back.
     *
     * @param again whether that was done a moment ago, and has not helped: then the engine goes with them
     */
    void heapAlarm(boolean again) {
        if (again) {
            factory.renewEngine();
        }
        for (PooledContext context : idle) {
            if (context.wear(watch.heapAlarms()) != null && idle.removeFirstOccurrence(context)) {
                discard(context, DiscardReason.HEAP);
            }
        }
    }

    ScriptingException deadlinePassed(String script, PolyglotException cause) {
        // a server logs what reaches it as it is, and functions have the names that a script gave them
        return Mistake.DEADLINE_PASSED.because(LogText.harmless(cause), script, config.timeout());
    }

    private DiscardReason clean(PooledContext context) {
        try {
            context.forget();
            return context.wear(watch.heapAlarms());
        } catch (RuntimeException | Error e) {
            LOGGER.log(Level.WARNING, "a context could not be cleaned and is closed", LogText.harmless(e));
            return DiscardReason.NOT_CLEAN;
        }
    }

    /** The next request that finds no idle context makes another. */
    private void discard(PooledContext context, DiscardReason reason) {
        statistics.discarded(reason);
        close(context);
    }

    private void close(PooledContext context) {
        contexts.decrementAndGet();
        context.close();
    }

    private PooledContext create() {
        PooledContext context = factory.create(watch.heapAlarms());
        statistics.created.increment();
        contexts.incrementAndGet();
        return context;
    }

    private Place enter(Caller caller) {
        try {
            return queue.enter(caller);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Mistake.NO_FREE_CONTEXT.because(
                    e, config.contexts().most(), config.contexts().patience());
        }
    }

    /** What operators see. */
    public Watched watched() {
        return new WatchedPool(statistics, config.contexts(), () -> filled && !closed);
    }

    /** What JMX tells of the pool, and how long all scripts' runs took. */
    public PoolStatistics statistics() {
        return statistics;
    }

    /** To be called now and then while scripts run. */
    void look(long nowNanos) {
        queue.look(nowNanos);
    }

    @PreDestroy
    void close() {
        statistics.unregister();
        closed = true;
        awaitFiller();
        for (PooledContext context = idle.pollFirst(); context != null; context = idle.pollFirst()) {
            context.close();
        }
        factory.close(statistics.stuck.count() > 0);
    }

    /** What it is just making would be closed by nobody. */
    private void awaitFiller() {
        try {
            if (filler != null) {
                filler.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
