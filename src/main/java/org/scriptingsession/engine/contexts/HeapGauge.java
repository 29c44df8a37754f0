// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * Tells whether the heap is about to be full and which script has much of it.
 *
 * <p>GraalVM Community has no limit of its own. What a thread has allocated is not what it still holds, so it counts only
 * once the heap is in danger: a script that makes much garbage in a healthy heap is left alone.
 */
class HeapGauge {
    /** Collectors keep a healthy heap well below. */
    private static final double DANGER = 0.85;

    private static final double MUCH = 0.25;

    private final ThreadMXBean threads =
            ManagementFactory.getThreadMXBean() instanceof ThreadMXBean hotspot ? hotspot : null;

    boolean isInDanger() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory() > DANGER * runtime.maxMemory();
    }

    /** Bytes the thread has allocated since it was started; on a JVM that does not count them 0. */
    long allocatedBy(long threadId) {
        return threads == null ? 0 : threads.getThreadAllocatedBytes(threadId);
    }

    /** As {@link #allocatedBy} for this thread, at a tenth of the cost. */
    long allocatedHere() {
        return threads == null ? 0 : threads.getCurrentThreadAllocatedBytes();
    }

    boolean hasMuchOfIt(long threadId, long allocatedBefore) {
        return allocatedBy(threadId) - allocatedBefore
                > MUCH * Runtime.getRuntime().maxMemory();
    }
}
