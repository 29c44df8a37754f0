// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.script;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Predicate;
import org.graalvm.polyglot.PolyglotException;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.context.ContextPool;
import org.scriptingsession.context.Lease;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.module.HttpCall;
import org.scriptingsession.module.ModuleGraph;
import org.scriptingsession.module.ScriptAccess;

/** Runs scripts, each in a clean context and within its limits. */
@ApplicationScoped
public class ScriptRunner {
    private static final System.Logger LOGGER = System.getLogger(ScriptRunner.class.getName());

    private final ScriptRepository repository;
    private final ContextPool contexts;
    private final ScriptingConfig config;

    /** For the client proxy alone. */
    ScriptRunner() {
        this(null, null, null);
    }

    @Inject
    ScriptRunner(ScriptRepository repository, ContextPool contexts, ScriptingConfig config) {
        this.repository = repository;
        this.contexts = contexts;
        this.config = config;
    }

    /**
     * Runs a script outside an HTTP call, such as from a timer: its session, request and response are not valid.
     *
     * @param path the script's path, such as {@code jobs/report.mjs}; a name beginning with _ is allowed here
     * @throws ScriptingException when there is no such script, it fails, or it is stopped
     */
    public void run(String path) {
        String absolute = path.startsWith("/") ? path : "/" + path;
        run(HttpCall.none(absolute));
    }

    /**
     * Runs the script of an HTTP call.
     *
     * @throws ScriptingException when there is no such script, it fails, or it is stopped
     */
    public void run(HttpCall call) {
        run(call, access -> true);
    }

    /**
     * Likewise, if the gate lets it.
     *
     * @param gate asked before anything of the script runs, with what the very files say that would be run
     * @return whether it was run
     */
    public boolean run(HttpCall call, Predicate<ScriptAccess> gate) {
        ModuleGraph graph = repository.graph("/" + call.scriptPath()).orElseThrow(Mistake.NO_SCRIPT::with);
        if (!gate.test(graph.access())) {
            return false;
        }
        LOGGER.log(System.Logger.Level.DEBUG, "running {0}", call.scriptPath());
        try (Lease lease = contexts.lease()) {
            run(lease, graph, call);
        }
        return true;
    }

    private void run(Lease lease, ModuleGraph graph, HttpCall call) {
        try {
            lease.run(graph, call);
        } catch (PolyglotException e) {
            if (lease.isOverdue()) {
                throw Mistake.DEADLINE_PASSED.because(e, call.scriptPath(), config.timeout());
            }
            throw lease.isGreedy()
                    ? Mistake.RESOURCE_EXHAUSTED.because(e, call.scriptPath(), "the heap was nearly full")
                    : GuestFailure.translate(call.scriptPath(), e);
        }
    }
}
