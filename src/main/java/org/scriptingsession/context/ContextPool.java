// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.context;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.graalvm.polyglot.PolyglotException;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.module.ScriptModule;

/**
 * Lends out clean contexts, at most {@code scripting.contexts} at once. A context in which anything went wrong but a
 * script's own error is closed and replaced, never lent again.
 */
@ApplicationScoped
public class ContextPool {
    static final int MOST_RUNS = 100_000;

    private static final System.Logger LOGGER = System.getLogger(ContextPool.class.getName());

    /** The last one used first. */
    private final Deque<ScriptContext> idle = new ConcurrentLinkedDeque<>();

    private final ContextFactory factory;
    private final RunWatch watch;
    private final ScriptingConfig config;
    private final PoolStatistics statistics;
    private final Semaphore permits;

    /** For the client proxy alone. */
    ContextPool() {
        this.factory = null;
        this.watch = null;
        this.config = null;
        this.statistics = null;
        this.permits = null;
    }

    @Inject
    ContextPool(ContextFactory factory, RunWatch watch, ScriptingConfig config, PoolStatistics statistics) {
        this.factory = factory;
        this.watch = watch;
        this.config = config;
        this.statistics = statistics;
        // fair: a request that waits is not overtaken until its time is up
        this.permits = new Semaphore(config.contexts(), true);
    }

    /**
     * Makes all contexts, so that no request waits for it.
     *
     * @param contextPath of the application, for JMX
     */
    public void warm(String contextPath) {
        statistics.register(contextPath);
        List<ScriptContext> made = new ArrayList<>(idle);
        while (made.size() < config.contexts()) {
            made.add(create());
        }
        made.forEach(ScriptContext::warm);
        idle.clear();
        idle.addAll(made);
    }

    /**
     * Lets the engine parse a module: it finds what the parser alone does not, such as a wrong regular expression.
     *
     * @throws PolyglotException for a syntax error
     */
    public void parse(ScriptModule module) {
        ScriptContext context = idle.isEmpty() ? create() : idle.pollFirst();
        try {
            context.polyglot().parse(module.source());
        } finally {
            idle.addFirst(context);
        }
    }

    /**
     * Lends a context in which no other request has left anything; close the lease in the same thread.
     *
     * @throws org.scriptingsession.api.ScriptingException when none becomes free in time
     */
    public Lease lease() {
        acquire();
        try {
            ScriptContext context = takeIdle();
            if (context == null) {
                context = create();
            }
            statistics.lent();
            if (config.statementsLimit().isPresent()) {
                context.polyglot().resetLimits();
            }
            return new Lease(this, context, watch.begin(context.polyglot()));
        } catch (RuntimeException | Error e) {
            permits.release();
            throw e;
        }
    }

    /** The one this thread used last, if it can be had: the engine enters it faster. */
    private ScriptContext takeIdle() {
        long thread = Thread.currentThread().getId();
        for (ScriptContext context : idle) {
            if (context.lastThread() == thread && idle.removeFirstOccurrence(context)) {
                return context;
            }
        }
        return idle.pollFirst();
    }

    /** @param doubt why the context may not be lent again; null when it may */
    void takeBack(ScriptContext context, DiscardReason doubt) {
        try {
            DiscardReason reason = doubt == null ? clean(context) : doubt;
            if (reason == null) {
                idle.addFirst(context);
            } else {
                discard(context, reason);
            }
        } finally {
            statistics.returned();
            permits.release();
        }
    }

    void ran(String script, long nanos) {
        statistics.ran(script, nanos);
    }

    private DiscardReason clean(ScriptContext context) {
        try {
            context.forget();
            if (context.heapAlarms() != watch.heapAlarms()) {
                return DiscardReason.HEAP;
            }
            return context.runs() < MOST_RUNS ? null : DiscardReason.AGE;
        } catch (PolyglotException e) {
            LOGGER.log(Level.WARNING, "a context could not be cleaned and is closed", e);
            return DiscardReason.NOT_CLEAN;
        }
    }

    /** Its place is taken by the next request that finds none idle. */
    private void discard(ScriptContext context, DiscardReason reason) {
        statistics.discarded(reason);
        context.close();
    }

    private ScriptContext create() {
        ScriptContext context = factory.create(watch.heapAlarms());
        statistics.created();
        return context;
    }

    private void acquire() {
        if (permits.tryAcquire()) {
            return;
        }
        statistics.waited();
        try {
            if (permits.tryAcquire(config.contextsWait().toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        statistics.refused();
        throw Mistake.NO_FREE_CONTEXT.with(config.contexts(), config.contextsWait());
    }

    @PreDestroy
    void close() {
        statistics.unregister();
        for (ScriptContext context = idle.pollFirst(); context != null; context = idle.pollFirst()) {
            context.close();
        }
    }
}
