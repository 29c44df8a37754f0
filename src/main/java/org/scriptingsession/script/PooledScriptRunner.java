// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.script;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.scriptingsession.api.ScriptRunner;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.engine.contexts.Caller;
import org.scriptingsession.engine.contexts.Client;
import org.scriptingsession.engine.contexts.ContextPool;
import org.scriptingsession.engine.contexts.Lease;
import org.scriptingsession.engine.values.ExportCall;
import org.scriptingsession.engine.values.ReturnedValue;
import org.scriptingsession.error.LogText;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.exchange.Exchange;
import org.scriptingsession.exchange.request.ScriptingRequest;
import org.scriptingsession.module.ModuleGraph;
import org.scriptingsession.sdk.HttpCall;
import org.scriptingsession.value.AttributeValues;
import org.scriptingsession.watch.Span;
import org.scriptingsession.watch.Step;
import org.scriptingsession.watch.Tracing;

/** Runs scripts, each in a clean context of the pool and within its limits. */
@ApplicationScoped
public class PooledScriptRunner implements ScriptRunner {
    /** How many scripts may wait for each other in one thread. */
    static final int MOST_DEEP = 8;

    private static final System.Logger LOGGER = System.getLogger(ScriptRunner.class.getName());

    /** The innermost run of this thread. */
    private final ThreadLocal<Run> current = new ThreadLocal<>();

    @Inject
    private ScriptRepository repository;

    @Inject
    private ContextPool contexts;

    @Inject
    private HttpCalls calls;

    @Inject
    private AttributeValues values;

    @Inject
    private ScriptingConfig config;

    @Inject
    private Tracing tracing;

    @Override
    public void run(String path) {
        String absolute = absolute(path);
        run(graph(absolute), null, HttpCall.none(absolute), () -> {});
    }

    @Override
    public Object call(String path, String export, Object... arguments) {
        String absolute = absolute(path);
        ModuleGraph graph = graph(absolute);
        graph.requireExport(export);
        List<ReturnedValue> given = new ArrayList<>();
        for (Object argument : arguments) {
            String place = "argument " + (given.size() + 1);
            Object copy = argument == null ? null : values.result(place, argument);
            given.add(new ReturnedValue(place, copy, config.beans()));
        }
        ExportCall called = new ExportCall(export, given, config.beans());
        call(graph, called, absolute);
        return called.result();
    }

    @Override
    public <T> T call(Class<T> type, String path, String export, Object... arguments) {
        Object result = call(path, export, arguments);
        return result == null ? null : type.cast(values.argument(export, result, type));
    }

    private void call(ModuleGraph graph, ExportCall called, String path) {
        Run outer = current.get();
        Optional<Exchange> exchange = Exchange.current();
        if (outer != null) {
            run(graph, called, outer.call.inner(path), () -> {});
        } else if (exchange.isEmpty()) {
            run(graph, called, HttpCall.none(path), () -> {});
        } else {
            ScriptingRequest request = calls.request(exchange.get().request(), path, "");
            try {
                run(graph, called, calls.call(path, request, null), () -> {});
            } finally {
                request.close();
            }
        }
    }

    private ModuleGraph graph(String path) {
        return repository.graph(path).orElseThrow(Mistake.NO_SCRIPT::with);
    }

    private static String absolute(String path) {
        return path.startsWith("/") ? path : "/" + path;
    }

    /**
     * Runs the script of an HTTP call if the gate lets it; a script that restricts nobody passes by itself.
     *
     * @param client who waits for the run
     * @param gate asked before anything of the script runs, with the roles that the very files name that would be run
     * @return whether the script was run
     * @throws org.scriptingsession.api.ScriptingException when the script fails, is stopped, or no context becomes free
     */
    public boolean run(ModuleGraph graph, HttpCall call, Client client, Predicate<List<String>> gate) {
        if (!graph.access().map(gate::test).orElse(true)) {
            return false;
        }
        call.request().awaitBody();
        run(graph, null, call, client);
        return true;
    }

    /** Whether a call would wait no longer for a context than it may; {@link #run} may still refuse it. */
    public boolean hasRoom(Exchange exchange) {
        return contexts.hasRoom(exchange.waitedNanos());
    }

    /** What a call is told for which there is no room, and which is counted as refused. */
    public ScriptingException refusal() {
        return contexts.refusal();
    }

    /** Stops the clock of the script that this thread runs; what is returned lets it go on. */
    public Runnable pause() {
        Run run = current.get();
        return run == null ? () -> {} : run.lease.pause();
    }

    private void run(ModuleGraph graph, ExportCall called, HttpCall call, Client client) {
        LOGGER.log(Level.DEBUG, () -> "running " + LogText.oneLine(graph.entry().path()));
        Run outer = current.get();
        int depth = outer == null ? 1 : outer.depth + 1;
        if (depth > MOST_DEEP) {
            throw Mistake.BEANS_TOO_DEEP.with(MOST_DEEP, graph.entry().name());
        }
        try (Span span = tracing.begin(Step.RUN, graph.entry().name())) {
            try (Lease lease = lease(graph.entry().name(), client, outer)) {
                current.set(new Run(call, lease, depth));
                lease.run(graph, called, call.until(lease::deadlineNanos));
            } catch (RuntimeException | Error e) {
                span.fail(e);
                throw e;
            }
        } finally {
            if (outer == null) {
                current.remove();
            } else {
                current.set(outer);
            }
            call.beans().close();
        }
    }

    private Lease lease(String script, Client client, Run outer) {
        long since = System.nanoTime();
        try {
            return contexts.lease(caller(script), client, outer == null ? null : outer.lease);
        } finally {
            tracing.past(Step.WAIT, script, since);
        }
    }

    private static Caller caller(String script) {
        return Exchange.current()
                .map(exchange -> new Caller(script, exchange.request().getRequestedSessionId(), exchange.waitedNanos()))
                .orElse(new Caller(script, null, 0));
    }

    private record Run(HttpCall call, Lease lease, int depth) {}
}
