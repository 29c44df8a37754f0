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
import org.scriptingsession.config.ScriptingConfig;

/**
 * Stops scripts at their deadline, and those that fill the heap. One task of the container's scheduler looks at all running
 * contexts every {@value #INTERVAL_MILLIS} ms: a timer for each request would cost more than most scripts.
 */
@Dependent
class RunWatch {
    static final long INTERVAL_MILLIS = 50;

    /** A heap that is always nearly full would make every run pay for a new context: alarms come no faster than this. */
    private static final long BETWEEN_ALARMS_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Set<Lease> running = ConcurrentHashMap.newKeySet();
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

    /** Lends this thread a context, watched from now until {@link #end}. */
    Lease begin(ContextPool pool, PooledContext context) {
        if (task == null) {
            start();
        }
        long allocated = heap.allocatedBy(Thread.currentThread().getId());
        Lease lease =
                new Lease(pool, context, System.nanoTime() + config.timeout().toNanos(), allocated);
        running.add(lease);
        return lease;
    }

    void end(Lease lease) {
        running.remove(lease);
    }

    /** How often the heap was nearly full: a context made before the last time may hold memory that a script has hidden in it. */
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
        for (Lease lease : running) {
            lease.check(now, heapInDanger ? heap : null);
        }
    }

    @PreDestroy
    void close() {
        if (task != null) {
            task.cancel(true);
        }
    }
}
