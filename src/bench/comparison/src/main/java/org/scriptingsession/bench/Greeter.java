// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.bench;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.scriptingsession.api.Export;
import org.scriptingsession.api.ScriptModule;

/** Called by the Java twin here, and by scripts in the WAR that is measured, into which the benchmark copies the class. */
@ApplicationScoped
@ScriptModule("bench/greeter")
public class Greeter {
    private static final long WAIT_MILLIS = 100;

    @Export
    public String greet(String name) {
        return "Hello " + name;
    }

    @Export
    public CompletionStage<String> later(String name) {
        return CompletableFuture.supplyAsync(
                () -> greet(name), CompletableFuture.delayedExecutor(WAIT_MILLIS, TimeUnit.MILLISECONDS));
    }
}
