// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.context;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.error.ScriptingMessages;
import org.scriptingsession.module.ModuleGraph;

/** Makes a new context for each run. */
@ApplicationScoped
class FreshContexts implements Contexts {
    private final ContextFactory factory;
    private final DeadlineWatch deadlines;
    private final ScriptingConfig config;
    private final Semaphore permits;

    /** For the client proxy alone. */
    FreshContexts() {
        this.factory = null;
        this.deadlines = null;
        this.config = null;
        this.permits = null;
    }

    @Inject
    FreshContexts(ContextFactory factory, DeadlineWatch deadlines, ScriptingConfig config) {
        this.factory = factory;
        this.deadlines = deadlines;
        this.config = config;
        this.permits = new Semaphore(config.contexts(), true);
    }

    @Override
    public Lease lease(ModuleGraph graph) {
        acquire();
        try {
            ScriptContext context = factory.create();
            return new FreshLease(context, graph, deadlines.begin(context.polyglot()), permits::release);
        } catch (RuntimeException | Error e) {
            permits.release();
            throw e;
        }
    }

    private void acquire() {
        try {
            if (permits.tryAcquire(config.contextsWait().toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw ScriptingMessages.noFreeContext(config.contexts(), config.contextsWait());
    }
}
