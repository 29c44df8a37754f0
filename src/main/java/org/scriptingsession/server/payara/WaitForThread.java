// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.payara;

import jakarta.servlet.ServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.scriptingsession.server.ServerMembers;

/**
 * How long requests wait for one of Grizzly's threads, of which each listener has a pool. A pool tells its probes of each task
 * that it queues, and, by the thread that goes on with it, of each that it takes from its queue.
 */
final class WaitForThread {
    private final PayaraMembers members;
    private final Object probe;
    private final Set<Object> pools = ConcurrentHashMap.newKeySet();

    /** When each task was queued that waits, by {@link System#nanoTime}. */
    private final Map<Object, Long> queued = new ConcurrentHashMap<>();

    /** How long the task of each thread has waited. */
    private final Map<Object, Long> waited = new ConcurrentHashMap<>();

    WaitForThread(PayaraMembers members) {
        this.members = members;
        probe = ServerMembers.proxy(
                members.probe,
                Map.of(
                        "onTaskQueueEvent", event -> queued.put(event[1], System.nanoTime()),
                        "onTaskDequeueEvent", event -> taken(event[1]),
                        // of a task that was taken before its queueing was told
                        "onTaskCompleteEvent", event -> queued.remove(event[1]),
                        "onTaskCancelEvent", event -> queued.remove(event[1]),
                        "onThreadReleaseEvent", event -> waited.remove(event[1]),
                        "onThreadAllocateEvent", event -> null,
                        "onThreadPoolStartEvent", event -> null,
                        "onThreadPoolStopEvent", event -> null,
                        "onMaxNumberOfThreadsEvent", event -> null,
                        "onTaskQueueOverflowEvent", event -> null));
    }

    /** Of this thread's request, in nanoseconds; 0 for the first one of a pool. */
    long nanos(ServletRequest request) {
        Long known = waited.get(Thread.currentThread());
        if (known == null) {
            watch(members.threads(request));
            return 0;
        }
        return known;
    }

    private void watch(Object pool) {
        if (pool != null && pools.add(pool)) {
            members.addProbes.on(members.monitoring.on(pool), (Object) new Object[] {probe});
        }
    }

    private Object taken(Object task) {
        Long since = queued.remove(task);
        return waited.put(Thread.currentThread(), since == null ? 0 : System.nanoTime() - since);
    }

    /** The pools outlive the application. */
    void close() {
        pools.forEach(pool -> members.removeProbes.on(members.monitoring.on(pool), (Object) new Object[] {probe}));
    }
}
