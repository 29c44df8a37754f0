// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

/** A heap that is nearly full when a test says so, and that no script has much of. */
final class CalmGauge extends HeapGauge {
    volatile boolean inDanger;

    @Override
    boolean isInDanger() {
        return inDanger;
    }

    @Override
    boolean hasMuchOfIt(long threadId, long allocatedBefore) {
        return false;
    }
}
