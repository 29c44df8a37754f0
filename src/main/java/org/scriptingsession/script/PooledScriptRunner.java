// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.script;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Predicate;
import org.scriptingsession.api.ScriptRunner;
import org.scriptingsession.engine.contexts.ContextPool;
import org.scriptingsession.engine.contexts.Lease;
import org.scriptingsession.error.LogText;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.module.ModuleGraph;
import org.scriptingsession.sdk.HttpCall;

/** Runs scripts, each in a clean context of the pool and within its limits. */
@ApplicationScoped
public class PooledScriptRunner implements ScriptRunner {
    private static final System.Logger LOGGER = System.getLogger(ScriptRunner.class.getName());

    @Inject
    private ScriptRepository repository;

    @Inject
    private ContextPool contexts;

    @Override
    public void run(String path) {
        String absolute = path.startsWith("/") ? path : "/" + path;
        ModuleGraph graph = repository.graph(absolute).orElseThrow(Mistake.NO_SCRIPT::with);
        run(graph, HttpCall.none(absolute), () -> {}, roles -> true);
    }

    /**
     * Runs the script of an HTTP call if the gate lets it; a script that restricts nobody passes by itself.
     *
     * @param cut lets the client go, should the script not end when it is stopped; called by another thread
     * @param gate asked before anything of the script runs, with the roles that the very files name that would be run
     * @return whether the script was run
     * @throws org.scriptingsession.api.ScriptingException when the script fails, is stopped, or no context becomes free
     */
    public boolean run(ModuleGraph graph, HttpCall call, Runnable cut, Predicate<List<String>> gate) {
        if (!graph.access().map(gate::test).orElse(true)) {
            return false;
        }
        LOGGER.log(Level.DEBUG, () -> "running " + LogText.oneLine(graph.entry().path()));
        try (Lease lease = contexts.lease(graph.entry().name(), cut)) {
            lease.run(graph, call.until(lease.deadlineNanos()));
        }
        return true;
    }
}
