// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.beans;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.atomic.AtomicInteger;
import org.scriptingsession.api.Export;
import org.scriptingsession.api.ScriptModule;

/** Has no scope of its own: one of each run. */
@ScriptModule("it/bench")
public class Bench {
    private static final AtomicInteger DESTROYED = new AtomicInteger();

    private int used;

    @Export
    public int use() {
        return ++used;
    }

    @Export
    public int destroyed() {
        return DESTROYED.get();
    }

    @PreDestroy
    void destroy() {
        DESTROYED.incrementAndGet();
    }
}
