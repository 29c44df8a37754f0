// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.beans;

import jakarta.enterprise.context.ApplicationScoped;
import org.scriptingsession.api.Export;
import org.scriptingsession.api.ScriptModule;

/** An interceptor sees its calls. */
@ApplicationScoped
@ScriptModule("it/watched")
public class Watched {
    @Counted
    @Export
    public int calls() {
        return CountingInterceptor.CALLS.get();
    }
}
