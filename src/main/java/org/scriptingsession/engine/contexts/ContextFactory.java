// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import com.oracle.truffle.js.lang.JavaScriptLanguage;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.EnvironmentAccess;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.ResourceLimits;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.engine.modules.EngineInternals;
import org.scriptingsession.engine.modules.ModuleEvaluator;
import org.scriptingsession.engine.modules.ModuleLoader;
import org.scriptingsession.engine.modules.ProductSource;
import org.scriptingsession.engine.modules.Program;
import org.scriptingsession.engine.values.ConstantFunction;
import org.scriptingsession.engine.values.GuestFunction;
import org.scriptingsession.engine.values.HostBridge;

/** Makes contexts: no host classes, files, threads, processes, environment or network, and nothing that can be changed. */
@Dependent
class ContextFactory {
    private static final Map<String, String> OPTIONS = Map.ofEntries(
            // ECMAScript 2025
            Map.entry("js.ecmascript-version", "16"),
            Map.entry("js.import-attributes", "true"),
            Map.entry("js.text-encoding", "true"),
            Map.entry("js.graal-builtin", "false"),
            Map.entry("js.polyglot-builtin", "false"),
            Map.entry("js.java-package-globals", "false"),
            Map.entry("js.global-arguments", "false"),
            Map.entry("js.load", "false"),
            Map.entry("js.print", "false"),
            Map.entry("js.console", "false"),
            Map.entry("js.shell", "false"),
            // its memory is not in the heap, so no limit would meet it
            Map.entry("js.shared-array-buffer", "false"),
            // Atomics.wait would hold a thread of the server
            Map.entry("js.agent-can-block", "false"),
            // RegExp.$1 would tell one request what another matched
            Map.entry("js.regexp-static-result", "false"),
            // the prototypes that the engine gives host values could not be frozen
            Map.entry("js.foreign-object-prototype", "false"),
            Map.entry("js.esm-eval-returns-exports", "true"),
            // an async function that fails and that nobody awaits is an error of the script, not silence
            Map.entry("js.unhandled-rejections", "throw"));

    private static final Source BOOT = ProductSource.script("engine/contexts/boot.js");
    private static final Source INSPECT = ProductSource.script("engine/contexts/inspect.js");
    private static final Source CONSOLE = ProductSource.script("engine/contexts/console.js");
    private static final Source BOUND = ProductSource.script("engine/contexts/bound.js");
    private static final Source HARDEN = ProductSource.script("engine/contexts/harden.js");

    /** Guests get functions, strings, numbers, booleans, and the bytes of a body: of the host's objects nothing. */
    private static final HostAccess EXPLICIT =
            HostAccess.newBuilder(HostAccess.EXPLICIT).allowBufferAccess(true).build();

    private final Prelude prelude;
    private final ScriptingConfig config;
    private final ResourceLimits limits;
    private volatile SharedEngine engine;

    @Inject
    ContextFactory(ScriptingConfig config, Prelude prelude) {
        this.prelude = prelude;
        this.config = config;
        config.inspectPort().ifPresent(Inspector::requirePort);
        this.engine = new SharedEngine(config.inspectPort());
        // the engine demands one object for all its contexts
        this.limits = config.statementsLimit().isEmpty()
                ? null
                : ResourceLimits.newBuilder()
                        // the scripts' own code counts, code from strings included
                        .statementLimit(config.statementsLimit().getAsLong(), source -> !ProductSource.isOne(source))
                        .build();
    }

    /** @param heapAlarms how often the heap had been nearly full */
    PooledContext create(int heapAlarms) {
        return create(join(), heapAlarms);
    }

    private PooledContext create(SharedEngine shared, int heapAlarms) {
        HostBridge bridge = new HostBridge(prelude.functions(), prelude.noCall(), config);
        Context context = builder(shared.polyglot()).build();
        context.enter();
        try {
            return prepare(shared, context, bridge, heapAlarms);
        } catch (RuntimeException | Error e) {
            context.close(true);
            shared.leave();
            throw e;
        } finally {
            context.leave();
        }
    }

    /** From now on contexts are made of a new engine: one grows with what it has parsed, and keeps it. */
    void renewEngine() {
        SharedEngine former = engine;
        engine = new SharedEngine(config.inspectPort());
        former.retire();
    }

    /** @param stuck whether a run goes on though it was stopped: the engine's end would wait for it */
    void close(boolean stuck) {
        if (stuck) {
            engine.retire();
        } else {
            engine.close();
        }
    }

    private SharedEngine join() {
        SharedEngine current = engine;
        while (!current.join()) {
            current = engine;
        }
        return current;
    }

    /**
     * Goes once through all that scripts can reach, so that no class is left to be initialized. The engine has met arguments of
     * every type then, and would expect them from now on: it is not used again.
     */
    void walk() {
        SharedEngine own = new SharedEngine();
        own.join();
        own.retire();
        PooledContext context = create(own, 0);
        try {
            run(context, prelude.walk());
        } finally {
            context.close();
        }
    }

    /** Goes once through what most runs go through. */
    void warm(PooledContext context) {
        run(context, prelude.warmUp());
    }

    private void run(PooledContext context, Program program) {
        context.run(program, null, System::nanoTime, prelude.standIn().get(), () -> {});
        context.forget();
    }

    private PooledContext prepare(SharedEngine shared, Context context, HostBridge bridge, int heapAlarms) {
        Program modules = prelude.modules();
        ModuleLoader loader = ModuleLoader.in(context, modules);
        bridge.connect(context.eval(BOOT));
        Value host = context.getBindings("js").getMember("host");
        Value inspect = context.eval(INSPECT).execute(host.getMember("inspect"));
        context.eval(CONSOLE).executeVoid(host.getMember("console"), inspect);
        context.eval(BOUND).executeVoid(host);
        Value exports = context.eval(modules.entry().source());
        List<Object> roots =
                exports.getMemberKeys().stream().<Object>map(exports::getMember).toList();
        SymbolRegistry symbols = new SymbolRegistry();
        Object filled = GuestFunction.of(JavaScriptLanguage.getCurrentJSRealm(), "filled", frame -> symbols.fill());
        Object constantOf = ConstantFunction.maker(JavaScriptLanguage.getCurrentJSRealm());
        symbols.emptyWith(context.eval(HARDEN).execute(ProxyArray.fromList(roots), filled, constantOf));
        EngineInternals.keepRegExpsFast(JavaScriptLanguage.getCurrentJSRealm());
        loader.keep();
        return new PooledContext(
                shared, context, bridge, new ModuleEvaluator(context, loader, bridge::stages), symbols, heapAlarms);
    }

    /**
     * No class lookup is allowed by not naming it: a filter, even one that refuses every class, makes the engine offer the
     * global {@code Java}.
     */
    private Context.Builder builder(Engine shared) {
        Context.Builder builder = Context.newBuilder("js")
                .engine(shared)
                .allowHostAccess(EXPLICIT)
                .allowHostClassLoading(false)
                .allowNativeAccess(false)
                .allowCreateThread(false)
                .allowCreateProcess(false)
                .allowEnvironmentAccess(EnvironmentAccess.NONE)
                .allowPolyglotAccess(PolyglotAccess.NONE)
                .allowIO(IOAccess.NONE)
                .allowExperimentalOptions(true)
                .options(OPTIONS)
                .in(InputStream.nullInputStream())
                .out(OutputStream.nullOutputStream())
                .err(OutputStream.nullOutputStream());
        if (limits != null) {
            builder.resourceLimits(limits);
        }
        return builder;
    }
}
