// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.testkit.cases;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import java.util.concurrent.Callable;
import org.scriptingsession.api.Export;
import org.scriptingsession.api.ScriptModule;

/** Needs what no test has. */
@ApplicationScoped
@Counted
@ScriptModule("kit/warehouse")
public class Warehouse {
    private final Callable<String> database;

    Warehouse() {
        this(null);
    }

    @Inject
    Warehouse(Callable<String> database) {
        this.database = database;
    }

    @PostConstruct
    void open() throws Exception {
        database.call();
    }

    @Export
    public int left(String product, @Max(99) int least) {
        throw new IllegalStateException("no database");
    }
}
