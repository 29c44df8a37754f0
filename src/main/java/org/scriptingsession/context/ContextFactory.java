// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.context;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.EnvironmentAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.ResourceLimits;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.module.HostBridge;
import org.scriptingsession.module.ModuleFileSystem;
import org.scriptingsession.module.ScriptModule;
import org.scriptingsession.module.SdkModules;

/** Makes contexts: no host classes, files, threads, processes, environment or network, and the globals the API promises. */
@ApplicationScoped
class ContextFactory {
    private static final String HOST = "host";

    private static final Map<String, String> OPTIONS = Map.ofEntries(
            Map.entry("js.ecmascript-version", "16"),
            Map.entry("js.text-encoding", "true"),
            Map.entry("js.graal-builtin", "false"),
            Map.entry("js.polyglot-builtin", "false"),
            Map.entry("js.java-package-globals", "false"),
            Map.entry("js.global-arguments", "false"),
            Map.entry("js.load", "false"),
            Map.entry("js.print", "false"),
            Map.entry("js.console", "false"),
            Map.entry("js.shell", "false"),
            Map.entry("js.agent-can-block", "false"),
            Map.entry("js.regexp-static-result", "false"),
            Map.entry("js.esm-eval-returns-exports", "true"),
            // an async function that fails and that nobody awaits is an error of the script, not silence
            Map.entry("js.unhandled-rejections", "throw"));

    private static final Source BOOT = Source.newBuilder("js", SdkModules.text("boot.js"), "boot.js")
            .cached(true)
            .buildLiteral();
    private static final Source SDK = ScriptModule.sourceOf("/sdk:/all", "import 'sdk/http';");
    private static final Source IMPORTER = Source.newBuilder(
                    "js", "(path, fulfilled, rejected) => { import(path).then(fulfilled, rejected); }", "importer.js")
            .buildLiteral();

    private final Engine engine;
    private final ScriptingConfig config;

    /** For the client proxy alone. */
    ContextFactory() {
        this(null, null);
    }

    @Inject
    ContextFactory(Engine engine, ScriptingConfig config) {
        this.engine = engine;
        this.config = config;
    }

    ScriptContext create() {
        ModuleFileSystem files = new ModuleFileSystem();
        HostBridge bridge = new HostBridge();
        Context context = builder(files).build();
        Value bindings = context.getBindings("js");
        bindings.putMember(HOST, bridge);
        bridge.throwWith(context.eval(BOOT).execute(bridge));
        context.eval(SDK);
        bindings.removeMember(HOST);
        return new ScriptContext(context, bridge, files, context.eval(IMPORTER));
    }

    private Context.Builder builder(ModuleFileSystem files) {
        Context.Builder builder = Context.newBuilder("js")
                .engine(engine)
                .allowHostAccess(HostAccessPolicy.EXPLICIT)
                .allowHostClassLookup(name -> false)
                .allowHostClassLoading(false)
                .allowNativeAccess(false)
                .allowCreateThread(false)
                .allowCreateProcess(false)
                .allowEnvironmentAccess(EnvironmentAccess.NONE)
                .allowPolyglotAccess(PolyglotAccess.NONE)
                .allowIO(IOAccess.newBuilder().fileSystem(files).build())
                .allowExperimentalOptions(true)
                .options(OPTIONS)
                .in(InputStream.nullInputStream())
                .out(OutputStream.nullOutputStream())
                .err(OutputStream.nullOutputStream());
        config.statementsLimit()
                .ifPresent(limit -> builder.resourceLimits(
                        ResourceLimits.newBuilder().statementLimit(limit, null).build()));
        return builder;
    }
}
