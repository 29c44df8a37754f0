// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.payara;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalLong;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/** How long the tasks of pools of threads wait, by what the pools tell of them. */
final class TaskWaits {
    /**
     * When each task was queued that waits, by {@link System#nanoTime}. Of some it is never told that they were taken: a pool
     * whose number of threads is fixed may tell of the queueing when the task has ended, and one that is replaced hands over its
     * tasks without a word.
     */
    private final Map<Object, Long> queued = Collections.synchronizedMap(new WeakHashMap<>());

    /** How long the task of each thread has waited. */
    private final Map<Object, Long> waited = new ConcurrentHashMap<>();

    /** A task waits from now on, or has done so. */
    void queued(Object task) {
        queued.put(task, System.nanoTime());
    }

    /** This thread goes on with the task. */
    void taken(Object task) {
        Long since = queued.remove(task);
        waited.put(Thread.currentThread(), since == null ? 0 : System.nanoTime() - since);
    }

    /** A thread has ended. */
    void ended(Object thread) {
        waited.remove(thread);
    }

    /** Of this thread's task, in nanoseconds; empty when nothing was told of it. */
    OptionalLong nanos() {
        Long known = waited.get(Thread.currentThread());
        return known == null ? OptionalLong.empty() : OptionalLong.of(known);
    }
}
