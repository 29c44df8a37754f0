// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import java.util.concurrent.TimeUnit;

/** The end of a server that a test has started. */
public final class ProcessEnd {
    private static final long PATIENCE_SECONDS = 30;

    private ProcessEnd() {}

    /** Waits for a process that was told to end, and ends it by force when it does not. */
    public static void await(Process process) {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
