// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.beans;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.scriptingsession.api.Export;
import org.scriptingsession.api.ScriptModule;

/** What takes its time. */
@ApplicationScoped
@ScriptModule("it/prices")
public class Prices {
    private final Queue<CompletableFuture<String>> held = new ConcurrentLinkedQueue<>();

    @Export
    public CompletionStage<Shop.Line> after(String name, long millis) {
        return CompletableFuture.supplyAsync(
                () -> new Shop.Line(name, java.math.BigDecimal.ONE, 1),
                CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS));
    }

    @Export
    public CompletionStage<String> soon() {
        return CompletableFuture.supplyAsync(
                () -> "soon", CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS));
    }

    @Export
    public CompletionStage<String> ready(String value) {
        return CompletableFuture.completedFuture(value);
    }

    @Export
    public CompletionStage<Void> failing() {
        return CompletableFuture.failedFuture(new IllegalArgumentException("no such price"));
    }

    @Export
    public CompletionStage<Object> unlike() {
        return CompletableFuture.supplyAsync(Thread::currentThread);
    }

    @Export
    public CompletionStage<String> never() {
        CompletableFuture<String> stage = new CompletableFuture<>();
        held.add(stage);
        return stage;
    }

    /** Completes what was never to complete; says how many. */
    @Export
    public int release(String value) {
        List<CompletableFuture<String>> all = List.copyOf(held);
        held.clear();
        all.forEach(stage -> stage.complete(value));
        return all.size();
    }

    @Export
    public CompletionStage<String> absent() {
        return null;
    }
}
