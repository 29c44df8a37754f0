// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.injection;

import jakarta.enterprise.concurrent.Asynchronous;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import org.scriptingsession.api.ScriptingSession;

/** A bean with an asynchronous method of Jakarta Concurrency. */
@ApplicationScoped
public class AsynchronousProbe {
    @Inject
    private ScriptingSession session;

    /** In a thread of the executor. */
    @Asynchronous
    public CompletableFuture<String> askLater() {
        return Asynchronous.Result.complete(Probe.ask(session));
    }
}
