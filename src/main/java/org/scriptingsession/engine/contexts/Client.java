// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

/** Who waits for a run. */
@FunctionalInterface
public interface Client {
    /** Lets the client go, should the run not end when it is stopped. Called by another thread. */
    void cut();

    /** Whether output waits that the client should have soon. Asked by another thread. */
    default boolean isToBeSent() {
        return false;
    }

    /** Sends that output, if there still is any; never throws. Called by the run's thread, between two steps of the script. */
    default void send() {}
}
