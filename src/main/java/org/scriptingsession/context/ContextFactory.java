// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.context;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.EnvironmentAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.ResourceLimits;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.module.HostBridge;
import org.scriptingsession.module.ModuleEvaluator;
import org.scriptingsession.module.ModuleLoader;
import org.scriptingsession.module.ScriptModule;
import org.scriptingsession.module.SdkModules;

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

    private static final Source BOOT = script("boot.js");
    private static final Source BOUND = script("bound.js");
    private static final Source HARDEN = script("harden.js");
    private static final Source SDK = ScriptModule.sourceOf(
            "/sdk:/all",
            "export { session, request, response } from 'sdk/http'; export { sessions } from 'sdk/http/sessions';");
    private static final Set<String> OWN_SCRIPTS = Set.of(BOOT.getName(), BOUND.getName(), HARDEN.getName());

    private final Engine engine;
    private final ScriptingConfig config;
    private final ResourceLimits limits;

    @Inject
    ContextFactory(Engine engine, ScriptingConfig config) {
        this.engine = engine;
        this.config = config;
        // one object for all contexts of the engine, as it demands
        this.limits = config.statementsLimit().isEmpty()
                ? null
                : ResourceLimits.newBuilder()
                        .statementLimit(config.statementsLimit().getAsLong(), ContextFactory::isOfScript)
                        .build();
    }

    /** @param heapAlarms how often the heap had been nearly full */
    ScriptContext create(int heapAlarms) {
        HostBridge bridge = new HostBridge(config);
        Context context = builder().build();
        context.enter();
        try {
            return prepare(context, bridge, heapAlarms);
        } catch (RuntimeException | Error e) {
            context.close(true);
            throw e;
        } finally {
            context.leave();
        }
    }

    private static ScriptContext prepare(Context context, HostBridge bridge, int heapAlarms) {
        ModuleLoader loader = ModuleLoader.in(context);
        bridge.throwWith(context.eval(BOOT).execute((ProxyExecutable) bridge::offer));
        context.eval(BOUND).executeVoid(context.getBindings("js").getMember("host"));
        Value sdk = context.eval(SDK);
        List<Object> roots = Stream.of("session", "request", "response", "sessions")
                .<Object>map(sdk::getMember)
                .toList();
        SymbolRegistry symbols = new SymbolRegistry();
        symbols.emptyWith(context.eval(HARDEN).execute(ProxyArray.fromList(roots), symbols));
        loader.keep();
        return new ScriptContext(context, bridge, loader, new ModuleEvaluator(context, loader), symbols, heapAlarms);
    }

    /**
     * No class lookup is allowed by not naming it: a filter, even one that refuses every class, makes the engine offer the
     * global {@code Java}.
     */
    private Context.Builder builder() {
        Context.Builder builder = Context.newBuilder("js")
                .engine(engine)
                .allowHostAccess(HostAccessPolicy.EXPLICIT)
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

    /** What counts for the limit: the script's own code, that from strings included. */
    private static boolean isOfScript(Source source) {
        String path = ScriptModule.pathOf(source);
        return path == null ? !OWN_SCRIPTS.contains(source.getName()) : !path.startsWith("/sdk:");
    }

    private static Source script(String file) {
        return Source.newBuilder("js", SdkModules.text(file), file).buildLiteral();
    }
}
