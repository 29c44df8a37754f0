// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.side;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.atomic.AtomicInteger;
import org.scriptingsession.api.Export;
import org.scriptingsession.api.ScriptModule;

/** A bean that every application has, in a class of its own. */
@ApplicationScoped
@ScriptModule("it/own")
public class Own {
    private static final AtomicInteger CALLS = new AtomicInteger();

    @Inject
    private HttpServletRequest request;

    /** The path of the application whose bean this is. */
    @Export
    public String application() {
        return request.getContextPath();
    }

    /** How often this application has called. */
    @Export
    public int calls() {
        return CALLS.incrementAndGet();
    }
}
