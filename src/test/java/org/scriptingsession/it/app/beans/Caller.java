// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.beans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.scriptingsession.api.Export;
import org.scriptingsession.api.ScriptModule;
import org.scriptingsession.api.ScriptRunner;

/** Calls scripts, by a script's order. */
@ApplicationScoped
@ScriptModule("it/caller")
public class Caller {
    @Inject
    private ScriptRunner runner;

    @Export
    public Object call(String export, List<Object> arguments) {
        return runner.call("it/_called.mjs", export, arguments.toArray());
    }

    /** Calls a script that calls this. */
    @Export
    public int deeper(int depth, int most) {
        return runner.call(Integer.class, "it/_called.mjs", "deeper", depth, most);
    }
}
