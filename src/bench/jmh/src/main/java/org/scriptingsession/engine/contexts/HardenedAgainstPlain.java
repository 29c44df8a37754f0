// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.scriptingsession.bean.BeanModules;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.config.ScriptingConfigReader;
import org.scriptingsession.engine.modules.ModuleParser;
import org.scriptingsession.engine.modules.ScriptModule;
import org.scriptingsession.module.ModuleGraph;
import org.scriptingsession.module.ProductModules;
import org.scriptingsession.sdk.HttpCall;
import org.scriptingsession.sdk.SdkPreludeProducer;
import org.scriptingsession.value.AttributeValues;
import org.scriptingsession.watch.Tracing;

/** Scripts that compute, in the product's contexts and in those of GraalJS as it is, in turns in one JVM. */
public final class HardenedAgainstPlain {
    private static final int CONTEXTS = 4;
    private static final int WARM = 30;
    private static final long SLICE_NANOS = 50_000_000;

    private static final String TEXT = "'ab 12-xy cd 3-z'";

    private static final Map<String, String> WORK = new LinkedHashMap<>();

    static {
        WORK.put("RegExp test", times(1000, "n += /(\\d+)-(\\w+)/.test(" + TEXT + ")"));
        WORK.put("RegExp exec", times(1000, "n += /(\\d+)-(\\w+)/.exec(" + TEXT + ").index"));
        WORK.put("replace, one", times(1000, "n += " + TEXT + ".replace(/(\\d+)-(\\w+)/, '$2-$1').length"));
        WORK.put("replace, all", times(300, "n += " + TEXT + ".replace(/\\d+/g, 'n').length"));
        WORK.put("replace by a function", times(300, "n += " + TEXT + ".replace(/\\d+/g, (m) => m + 1).length"));
        WORK.put("match, all", times(300, "n += " + TEXT + ".match(/\\w+/g).length"));
        WORK.put("matchAll", times(300, "for (const m of " + TEXT + ".matchAll(/\\w+/g)) n += m.index"));
        WORK.put("split", times(300, "n += 'a, b,c ,d'.split(/\\s*,\\s*/).length"));
        WORK.put("array push", "const a = []; " + times(1000, "a.push(i)"));
        WORK.put("filter, map, reduce", "const a = Array.from({ length: 300 }, (_, i) => i); "
                + "a.filter((x) => x % 2).map((x) => x * 2).reduce((x, y) => x + y, 0);");
        WORK.put("sort", "const a = Array.from({ length: 300 }, (_, i) => (i * 7919) % 1009); a.sort((x, y) => x - y);");
        WORK.put("Map", "const m = new Map(); " + times(500, "m.set(i, i)") + times(500, "n += m.get(i)"));
        WORK.put("Set", "const m = new Set(); " + times(500, "m.add(i % 50)") + times(500, "n += m.has(i)"));
        WORK.put("JSON", "const o = Array.from({ length: 100 }, (_, i) => ({ id: i, name: 'item ' + i, tags: ['a'] })); "
                + "JSON.parse(JSON.stringify(o));");
        WORK.put("string building", "let s = ''; " + times(1000, "s += 'x' + i") + "s.toUpperCase();");
        WORK.put("join and split", "Array.from({ length: 500 }, (_, i) => 'x' + i).join(',').split(',');");
        WORK.put("objects spread", times(300, "n += Object.keys({ ...{ a: i, b: 2 }, c: 3 }).length"));
        WORK.put("classes", "class A { constructor(x) { this.x = x; } get() { return this.x; } } " + times(500, "n += new A(i).get()"));
        WORK.put("Date", times(300, "n += new Date(i).getTime()"));
        WORK.put("await", "for (let i = 0; i < 100; i++) await null;");
    }

    private final List<PooledContext> hardened = new ArrayList<>();
    private final Context plain;
    private final ContextFactory factory;
    private int turn;

    private HardenedAgainstPlain() {
        Config defaults = (Config) java.lang.reflect.Proxy.newProxyInstance(
                Config.class.getClassLoader(), new Class<?>[] {Config.class}, (proxy, method, args) -> Optional.empty());
        ScriptingConfig config = ScriptingConfigReader.read(defaults);
        factory = new ContextFactory(config, SdkPreludeProducer.prelude(
                config, BeanModules.NONE, ProductModules.SDK, new AttributeValues(config), Tracing.NONE));
        for (int i = 0; i < CONTEXTS; i++) {
            hardened.add(factory.create(0));
        }
        SharedEngine engine = new SharedEngine();
        for (int i = 1; i < CONTEXTS; i++) {
            // the engine's code is shared there, too
            plain(engine).eval("js", "1");
        }
        plain = plain(engine);
    }

    private static Context plain(SharedEngine engine) {
        return Context.newBuilder("js").engine(engine.polyglot())
                .allowExperimentalOptions(true)
                .option("js.ecmascript-version", "16")
                .build();
    }

    private static String times(int count, String work) {
        return "{ let n = 0; for (let i = 0; i < " + count + "; i++) { " + work + "; } } ";
    }

    /** Nanoseconds of a run. */
    private double ofHardened(ModuleGraph graph) {
        HttpCall call = HttpCall.none("/work.mjs");
        return nanosOf(() -> {
            PooledContext context = hardened.get(turn++ % CONTEXTS);
            context.run(graph, null, System::nanoTime, call, () -> {});
            context.forget();
        });
    }

    private double ofPlain(Source source) {
        return nanosOf(() -> plain.eval(source));
    }

    private static double nanosOf(Runnable run) {
        long begin = System.nanoTime();
        long count = 0;
        do {
            run.run();
            count++;
        } while (System.nanoTime() - begin < SLICE_NANOS);
        return (double) (System.nanoTime() - begin) / count;
    }

    /** Prints a table; the argument is the number of rounds. */
    public static void main(String[] arguments) {
        int rounds = arguments.length == 0 ? WARM : Integer.parseInt(arguments[0]);
        HardenedAgainstPlain bench = new HardenedAgainstPlain();
        System.out.println("| Work | plain GraalJS, us | hardened / plain |\n|---|---|---|");
        WORK.forEach((name, text) -> {
            ModuleGraph graph = ModuleGraph.of(
                    ModuleParser.parse("/work.mjs", text), ProductModules.SDK, path -> Optional.empty());
            Source source = ScriptModule.sourceOf("/plain.mjs", text);
            List<Double> ratios = new ArrayList<>();
            List<Double> times = new ArrayList<>();
            for (int round = -WARM; round < rounds; round++) {
                double first = round % 2 == 0 ? bench.ofHardened(graph) : bench.ofPlain(source);
                double second = round % 2 == 0 ? bench.ofPlain(source) : bench.ofHardened(graph);
                if (round >= 0) {
                    ratios.add(round % 2 == 0 ? first / second : second / first);
                    times.add(round % 2 == 0 ? second : first);
                }
            }
            System.out.printf("| %s | %.0f | %.2f |%n", name, median(times) / 1000, median(ratios));
        });
        bench.hardened.forEach(PooledContext::close);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
