// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.load;

import java.time.Duration;

/** What this program and the server take of the processors. */
final class Processors {
    private final ProcessHandle server;
    private final long begun = System.nanoTime();
    private final Duration generatorBefore;
    private final Duration serverBefore;

    Processors(Process server) {
        this.server = server.toHandle();
        generatorBefore = taken(ProcessHandle.current());
        serverBefore = taken(this.server);
    }

    private static Duration taken(ProcessHandle process) {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Of all that this machine has, since this object was made. */
    String shares() {
        double all = (System.nanoTime() - begun) / 1e9 * Runtime.getRuntime().availableProcessors();
        return String.format(
                "%.0f %% / %.0f %%",
                100 * taken(ProcessHandle.current()).minus(generatorBefore).toMillis() / 1e3 / all,
                100 * taken(server).minus(serverBefore).toMillis() / 1e3 / all);
    }
}
