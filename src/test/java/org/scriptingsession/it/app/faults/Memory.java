// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.faults;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.scriptingsession.api.Export;
import org.scriptingsession.api.ScriptModule;

/** Asks for more memory than there is. */
@ApplicationScoped
@ScriptModule("it/memory")
public class Memory {
    /** More than any JVM has in one array, so that the heap is not really full. */
    @Export
    public int array() {
        return new byte[Integer.MAX_VALUE].length;
    }

    @Export
    public CompletionStage<Integer> arrayLater() {
        return CompletableFuture.supplyAsync(this::array);
    }

    @Export
    public CompletionStage<Integer> recursionLater() {
        return CompletableFuture.supplyAsync(this::recursion);
    }

    private int recursion() {
        return recursion() + 1;
    }
}
