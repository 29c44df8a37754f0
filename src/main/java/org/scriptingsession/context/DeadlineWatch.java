// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.context;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.graalvm.polyglot.Context;
import org.scriptingsession.config.ScriptingConfig;

/**
 * Stops scripts at their deadline. One task of the container's scheduler looks at all running contexts every
 * {@value #INTERVAL_MILLIS} ms: a timer for each request would cost more than most scripts.
 */
@ApplicationScoped
class DeadlineWatch {
    static final long INTERVAL_MILLIS = 50;

    private final Set<Watched> running = ConcurrentHashMap.newKeySet();

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Inject
    private ScriptingConfig config;

    private volatile Future<?> task;

    /** Watches a context from now until {@link Watched#end}. */
    Watched begin(Context context) {
        if (task == null) {
            start();
        }
        Watched watched =
                new Watched(context, System.nanoTime() + config.timeout().toNanos());
        running.add(watched);
        return watched;
    }

    /** At the first run and not at deployment: Payara refuses the tasks of an application that is still starting. */
    private synchronized void start() {
        if (task == null) {
            task = scheduler.scheduleAtFixedRate(
                    this::stopOverdue, INTERVAL_MILLIS, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void stopOverdue() {
        long now = System.nanoTime();
        for (Watched watched : running) {
            watched.stopIfOverdue(now);
        }
    }

    @PreDestroy
    void stop() {
        if (task != null) {
            task.cancel(true);
        }
    }

    /** One running context and its deadline. */
    final class Watched {
        private final Context context;
        private final long deadlineNanos;
        private boolean overdue;
        private boolean ended;

        private Watched(Context context, long deadlineNanos) {
            this.context = context;
            this.deadlineNanos = deadlineNanos;
        }

        /**
         * After this the context is not stopped any more.
         *
         * @return false when it already was, however its run ended: it may not be used again
         */
        synchronized boolean end() {
            ended = true;
            running.remove(this);
            return !overdue;
        }

        synchronized boolean isOverdue() {
            return overdue;
        }

        private void stopIfOverdue(long now) {
            if (now - deadlineNanos >= 0 && markOverdue()) {
                // waits until the script's thread has left the context, so never under this object's lock
                context.close(true);
            }
        }

        private synchronized boolean markOverdue() {
            boolean stop = !ended && !overdue;
            overdue |= stop;
            return stop;
        }
    }
}
