// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.watch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.scriptingsession.api.Export;
import org.scriptingsession.api.ScriptModule;

/** What scripts call. */
@ApplicationScoped
@ScriptModule("watch/stock")
public class Stock {
    @Export
    public int count(String item) {
        if (item.isEmpty()) {
            throw new IllegalArgumentException("no item");
        }
        return item.length();
    }

    @Export
    public CompletionStage<Integer> later(String item) {
        return CompletableFuture.supplyAsync(() -> count(item));
    }
}
