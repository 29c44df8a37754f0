// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.context;

import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.scriptingsession.error.ScriptingMessages;
import org.scriptingsession.module.HttpCall;
import org.scriptingsession.module.ModuleGraph;

/** A context of its own for one run, closed after it: right for every script. */
final class FreshLease implements Lease {
    private final ScriptContext context;
    private final ModuleGraph graph;
    private final DeadlineWatch.Watched watched;
    private final Runnable onClose;

    FreshLease(ScriptContext context, ModuleGraph graph, DeadlineWatch.Watched watched, Runnable onClose) {
        this.context = context;
        this.graph = graph;
        this.watched = watched;
        this.onClose = onClose;
    }

    @Override
    public void run(HttpCall call) {
        context.files()
                .serve(path ->
                        graph.at(path).map(module -> module.text().toString()).orElse(null));
        context.bridge().serve(call);
        Outcome outcome = new Outcome();
        context.importer().executeVoid(graph.entry().path(), outcome.fulfilled, outcome.rejected);
        outcome.check(graph.entry().path());
    }

    @Override
    public boolean isOverdue() {
        return watched.isOverdue();
    }

    @Override
    public void close() {
        try {
            watched.end();
            context.polyglot().close(true);
        } finally {
            onClose.run();
        }
    }

    /** How the promise of {@code import()} settled: at the latest when no script code is left to run. */
    private static final class Outcome {
        private boolean settled;
        private Value error;
        private final ProxyExecutable fulfilled = arguments -> {
            settled = true;
            return null;
        };
        private final ProxyExecutable rejected = arguments -> {
            settled = true;
            error = arguments[0];
            return null;
        };

        void check(String path) {
            if (!settled) {
                throw ScriptingMessages.neverSettled(path.substring(1));
            }
            if (error != null) {
                throw error.throwException();
            }
        }
    }
}
