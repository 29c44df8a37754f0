// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.scriptingsession.bean.BeanModules;
import org.scriptingsession.cases.ScriptCase;
import org.scriptingsession.config.FixedConfig;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.config.ScriptingConfigReader;
import org.scriptingsession.engine.modules.ModuleParser;
import org.scriptingsession.engine.modules.ProductSource;
import org.scriptingsession.engine.modules.ScriptModule;
import org.scriptingsession.module.ModuleGraph;
import org.scriptingsession.module.ProductModules;
import org.scriptingsession.module.ScriptPath;
import org.scriptingsession.sdk.SdkPreludeProducer;
import org.scriptingsession.value.AttributeValues;
import org.scriptingsession.watch.Tracing;

/** The product's contexts without a container: one engine, its pool and the modules that cases import. */
final class TestContexts implements AutoCloseable {
    private final SharedEngine engine = new SharedEngine();
    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private final Map<String, ScriptModule> modules = new ConcurrentHashMap<>();
    private final PoolStatistics statistics = new PoolStatistics();
    private final RunWatch watch;
    private final ContextFactory factory;
    private final Prelude prelude;
    private final ContextPool pool;

    TestContexts(Map<String, String> settings) {
        this(settings, new HeapGauge());
    }

    TestContexts(Map<String, String> settings, HeapGauge heap) {
        ScriptingConfig config = ScriptingConfigReader.read(new FixedConfig(settings));
        prelude = SdkPreludeProducer.prelude(
                config, BeanModules.NONE, ProductModules.SDK, new AttributeValues(config), Tracing.NONE);
        factory = new ContextFactory(config, prelude);
        watch = new RunWatch(config, heap);
        threads(work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        });
        pool = new ContextPool(factory, watch, config, statistics);
        ScriptCase.modules().forEach(this::put);
    }

    /** From now on the module {@code /it/<name>} has this text. */
    void put(String name, String text) {
        String path = "/it/" + name;
        texts.put(path, text);
        modules.remove(path);
    }

    PoolStatistics statistics() {
        return statistics;
    }

    PooledContext create() {
        return factory.create(watch.heapAlarms());
    }

    /** A script of its own at {@code /it/<name>.mjs}. */
    ModuleGraph graph(String name, String text) {
        return ModuleGraph.of(ModuleParser.parse("/it/" + name + ".mjs", text), ProductModules.SDK, this::find);
    }

    /** One request through the pool. */
    void run(ModuleGraph graph) {
        try (Lease lease = pool.lease(new Caller(graph.entry().name(), null, 0), () -> {}, null)) {
            lease.run(graph, null, prelude.noCall());
        }
    }

    /** One request through the pool, in a call that no client has sent. */
    void serve(ModuleGraph graph) {
        try (Lease lease = pool.lease(new Caller(graph.entry().name(), null, 0), () -> {}, null)) {
            lease.run(graph, null, prelude.standIn().get());
        }
    }

    /** One request through the pool, in a call of the test's own. */
    void run(ModuleGraph graph, Object call, Client client) {
        try (Lease lease = pool.lease(new Caller(graph.entry().name(), null, 0), client, null)) {
            lease.run(graph, null, call);
        }
    }

    Lease lease(String script) {
        return pool.lease(new Caller(script, null, 0), () -> {}, null);
    }

    /** What the watch does every 50 ms. */
    void lookAt(long nanos) {
        watch.lookAt(nanos);
    }

    /** What a deployment does before the first request. */
    void warm() {
        EngineClasses.initialize();
        pool.warm("/test");
    }

    /** A lease of this context which never goes back to the pool; forget between its runs. */
    Lease lease(PooledContext context) {
        return watch.begin(pool, context, "it/script", () -> {}, null, null);
    }

    /** The walker of the context's object graph; the sdk's objects are roots as well. */
    static Value walker(PooledContext context) {
        String sdk =
                "export { session, request, response } from 'sdk/http'; export const all = [session, request, response];"
                        + "import { session, request, response } from 'sdk/http'; import * as module from 'sdk/http';"
                        + "all.push(module, import.meta);";
        Value roots = context.polyglot()
                .eval(ScriptModule.sourceOf("/sdk:/roots", sdk))
                .getMember("all");
        return context.polyglot().eval("js", ScriptCase.text("walk.js")).execute(roots);
    }

    /** A context hardened by {@code harden.js} with one object that its freezing is made to skip, and the walker of it. */
    static Value plantedWalker(Context context, String object) {
        context.eval("js", "globalThis.console = {}; " + object + " ??= {};");
        String begin = "seen.add(globalThis);";
        String harden = ProductSource.text("engine/contexts/harden.js");
        if (!harden.contains(begin)) {
            throw new IllegalStateException("harden.js no longer says " + begin);
        }
        context.eval("js", harden.replace(begin, begin + " seen.add(" + object + ");"))
                .execute(ProxyArray.fromArray(), null, context.eval("js", "(value) => () => value"));
        return context.eval("js", ScriptCase.text("walk.js")).execute(ProxyArray.fromArray());
    }

    /** A context as the engine makes it, not hardened; it reads files, to import them. */
    Context plain() {
        return Context.newBuilder("js")
                .engine(engine.polyglot())
                .allowIO(IOAccess.newBuilder().allowHostFileAccess(true).build())
                .allowExperimentalOptions(true)
                .option("js.text-encoding", "true")
                .option("js.ecmascript-version", "16")
                .build();
    }

    private Optional<ScriptModule> find(String path) {
        return Optional.ofNullable(texts.get(path))
                .map(text -> modules.computeIfAbsent(
                        path,
                        p -> ScriptPath.isJson(p) ? ModuleParser.parseJson(p, text) : ModuleParser.parse(p, text)));
    }

    /** From now on the watch has its threads from there; returns where it had them from. */
    ThreadFactory threads(ThreadFactory factory) {
        try {
            Field target = RunWatch.class.getDeclaredField("threads");
            target.setAccessible(true);
            ThreadFactory before = (ThreadFactory) target.get(watch);
            target.set(watch, managed(factory));
            return before;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ManagedThreadFactory managed(ThreadFactory plain) {
        return (ManagedThreadFactory) Proxy.newProxyInstance(
                TestContexts.class.getClassLoader(),
                new Class<?>[] {ManagedThreadFactory.class},
                (proxy, method, arguments) -> {
                    try {
                        return method.invoke(plain, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public void close() {
        pool.close();
        watch.close();
        engine.close();
    }
}
