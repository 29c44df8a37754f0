// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.payara;

import jakarta.servlet.ServletRequest;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.scriptingsession.server.ServerMembers;
import org.scriptingsession.server.ServerMembers.Answer;

/**
 * How long requests wait for one of Grizzly's threads, of which each listener has a pool. A pool tells its probes of each task
 * that it queues, and, by the thread that goes on with it, of each that it takes from its queue.
 */
final class WaitForThread {
    private final PayaraMembers members;
    private final TaskWaits waits = new TaskWaits();
    private final Object probe;
    private final Set<Object> pools = new HashSet<>();
    private boolean closed;

    WaitForThread(PayaraMembers members) {
        this.members = members;
        probe = ServerMembers.proxy(
                members.probe,
                Map.of(
                        "onTaskQueueEvent", of(waits::queued),
                        "onTaskDequeueEvent", of(waits::taken),
                        "onThreadReleaseEvent", of(waits::ended),
                        "onTaskCompleteEvent", event -> null,
                        "onTaskCancelEvent", event -> null,
                        "onThreadAllocateEvent", event -> null,
                        "onThreadPoolStartEvent", event -> null,
                        "onThreadPoolStopEvent", event -> null,
                        "onMaxNumberOfThreadsEvent", event -> null,
                        "onTaskQueueOverflowEvent", event -> null));
    }

    /** What a probe does with the task or thread of an event. */
    private static Answer of(Consumer<Object> told) {
        return event -> {
            told.accept(event[1]);
            return null;
        };
    }

    /** Of this thread's request, in nanoseconds; 0 for the first one of a pool. */
    long nanos(ServletRequest request) {
        OptionalLong known = waits.nanos();
        if (known.isEmpty()) {
            watch(members.threads(request));
        }
        return known.orElse(0);
    }

    /** Servers let in requests while they take the application apart: a pool that got the probe then would keep it for ever. */
    private synchronized void watch(Object pool) {
        if (pool != null && !closed && pools.add(pool)) {
            members.addProbes.on(members.monitoring.on(pool), (Object) new Object[] {probe});
        }
    }

    /** The pools outlive the application. */
    synchronized void close() {
        closed = true;
        pools.forEach(pool -> members.removeProbes.on(members.monitoring.on(pool), (Object) new Object[] {probe}));
    }
}
