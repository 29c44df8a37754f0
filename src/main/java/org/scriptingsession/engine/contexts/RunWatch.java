// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.graalvm.polyglot.Context;
import org.scriptingsession.config.ScriptingConfig;

/**
 * Stops scripts at their deadline, and those that fill the heap. One task of the container's scheduler looks at all running
 * contexts every {@value #INTERVAL_MILLIS} ms: a timer for each request would cost more than most scripts.
 */
@Dependent
class RunWatch {
    static final long INTERVAL_MILLIS = 50;

    /** So that a heap that is always nearly full does not make every run pay for a new context. */
    private static final long BETWEEN_ALARMS_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Set<Watched> running = ConcurrentHashMap.newKeySet();
    private final ScriptingConfig config;
    private final HeapGauge heap;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private volatile Future<?> task;
    private volatile int heapAlarms;
    private long lastAlarmNanos = System.nanoTime() - BETWEEN_ALARMS_NANOS;

    @Inject
    RunWatch(ScriptingConfig config) {
        this(config, new HeapGauge());
    }

    RunWatch(ScriptingConfig config, HeapGauge heap) {
        this.config = config;
        this.heap = heap;
    }

    /** Watches what this thread runs in a context from now until {@link Watched#end}. */
    Watched begin(Context context) {
        if (task == null) {
            start();
        }
        Watched watched =
                new Watched(context, System.nanoTime() + config.timeout().toNanos());
        running.add(watched);
        return watched;
    }

    /** How often the heap was nearly full; contexts made before the last time are worth closing. */
    int heapAlarms() {
        return heapAlarms;
    }

    /** At the first run and not at deployment: Payara refuses the tasks of an application that is still starting. */
    private synchronized void start() {
        if (task == null) {
            task = scheduler.scheduleAtFixedRate(this::look, INTERVAL_MILLIS, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        long now = System.nanoTime();
        boolean heapInDanger = heap.isInDanger();
        if (heapInDanger && now - lastAlarmNanos > BETWEEN_ALARMS_NANOS) {
            lastAlarmNanos = now;
            heapAlarms++;
        }
        for (Watched watched : running) {
            if (now - watched.deadlineNanos >= 0) {
                watched.stop(DiscardReason.DEADLINE);
            } else if (heapInDanger && heap.hasMuchOfIt(watched.threadId, watched.allocatedBefore)) {
                watched.stop(DiscardReason.RESOURCES);
            }
        }
    }

    @PreDestroy
    void close() {
        if (task != null) {
            task.cancel(true);
        }
    }

    /** One running context. */
    final class Watched {
        private final Context context;
        private final long deadlineNanos;
        private final long threadId = Thread.currentThread().getId();
        private final long allocatedBefore = heap.allocatedBy(threadId);
        private DiscardReason stopped;
        private boolean ended;

        private Watched(Context context, long deadlineNanos) {
            this.context = context;
            this.deadlineNanos = deadlineNanos;
        }

        /** When the run is stopped, as {@link System#nanoTime} counts. */
        long deadlineNanos() {
            return deadlineNanos;
        }

        /** After this the context is not stopped any more. */
        synchronized void end() {
            ended = true;
            running.remove(this);
        }

        /** Why the run was stopped: then its context may not be used again, however the run ended; null when it was not. */
        synchronized DiscardReason stopped() {
            return stopped;
        }

        private void stop(DiscardReason reason) {
            if (mark(reason)) {
                // waits until the script's thread has left the context, so never under this object's lock
                context.close(true);
            }
        }

        private synchronized boolean mark(DiscardReason reason) {
            boolean first = !ended && stopped == null;
            if (first) {
                stopped = reason;
            }
            return first;
        }
    }
}
