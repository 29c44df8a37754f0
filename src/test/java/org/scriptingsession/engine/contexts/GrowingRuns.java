// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import java.util.LinkedHashMap;
import java.util.Map;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.module.ModuleGraph;

/** Runs scripts of which each run has something of its own, and says how many bytes of the heap a run leaves. */
final class GrowingRuns {
    private static final int RUNS = 40_000;
    private static final Map<String, String> SCRIPTS = new LinkedHashMap<>();

    static {
        SCRIPTS.put("errors", "throw Object.assign(new Error(own), { attached: [own.repeat(50)] });");
        SCRIPTS.put("rejections", "Promise.reject({ own: [own.repeat(50)] }); await 0; throw own;");
        SCRIPTS.put("expressions", "new RegExp(`${own}(b|c)+`).exec(own);");
        SCRIPTS.put("functions", "new Function(`return '${own}'`)();");
        SCRIPTS.put("evaluated", "(0, eval)(`'${own}'`);");
        SCRIPTS.put(
                "properties", "const object = {}; object[own] = { [`${own}a`]: 1 }; JSON.parse(`{\"b${own}\": 1}`);");
        SCRIPTS.put("symbols", "Symbol(own); Symbol.for(own); ({ [Symbol(own)]: 1 });");
        SCRIPTS.put("imports", "await import(`./${own}.mjs`).catch(String);");
    }

    private GrowingRuns() {}

    public static void main(String[] arguments) {
        SCRIPTS.forEach(GrowingRuns::measure);
        try (TestContexts contexts = new TestContexts(Map.of("scripting.contexts", "1"), new CalmGauge())) {
            long before = used();
            for (int run = 0; run < RUNS; run++) {
                contexts.statistics().ran("script" + run, 1);
            }
            tell("statistics", before);
        }
    }

    private static void measure(String name, String script) {
        try (TestContexts contexts = new TestContexts(Map.of("scripting.contexts", "1"), new CalmGauge())) {
            ModuleGraph graph = contexts.graph(name, "const own = `a${Math.random()}`; " + script);
            run(contexts, graph, RUNS / 4);
            long before = used();
            run(contexts, graph, RUNS);
            tell(name, before);
        }
    }

    private static void tell(String name, long before) {
        System.out.println(name + " " + Math.max(0, used() - before) / RUNS);
    }

    private static void run(TestContexts contexts, ModuleGraph graph, int runs) {
        for (int run = 0; run < runs; run++) {
            try {
                contexts.run(graph);
            } catch (ScriptingException failed) {
                // as the script wants
            }
        }
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
