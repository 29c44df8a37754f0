// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.testkit.cases;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.scriptingsession.api.Export;
import org.scriptingsession.api.ScriptModule;
import org.scriptingsession.api.ScriptRunner;

/** A bean that runs as it is, with what is injected. */
@RequestScoped
@ScriptModule("kit/prices")
public class Prices {
    @Inject
    private Tax tax;

    @Inject
    private Visits visits;

    @Inject
    private ScriptRunner scripts;

    @Inject
    private HttpServletRequest request;

    @Resource
    private ManagedExecutorService executor;

    @Export
    public int price(int net) {
        return scripts.call(Integer.class, "_sum.mjs", "sum", net, tax.of(net));
    }

    @Export
    public CompletionStage<String> later() {
        return CompletableFuture.supplyAsync(() -> "later", executor);
    }

    @Export
    public int visits() {
        return visits.next();
    }

    @Export
    public String running() {
        return request.getMethod();
    }
}
