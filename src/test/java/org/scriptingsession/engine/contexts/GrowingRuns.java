// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.api.ScriptingSession;
import org.scriptingsession.config.FixedConfig;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.config.ScriptingConfigReader;
import org.scriptingsession.exchange.request.ScriptingRequest;
import org.scriptingsession.module.ModuleGraph;
import org.scriptingsession.sdk.HttpCall;
import org.scriptingsession.server.StandIn;
import org.scriptingsession.session.StandInSession;
import org.scriptingsession.value.AttributeNames;

/** Runs scripts of which each run has something of its own, and says how many bytes of the heap a run leaves. */
final class GrowingRuns {
    static final int RUNS = Integer.getInteger("growth.runs", 20_000);
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
        measureRequests();
        try (TestContexts contexts = new TestContexts(Map.of("scripting.contexts", "1"), new CalmGauge())) {
            long before = used();
            for (int run = 0; run < RUNS; run++) {
                contexts.statistics().ran("script" + run, 1, false);
            }
            tell("statistics", before);
        }
    }

    /** Names that clients choose: of parameters, headers, cookies, paths, and of attributes that a script makes of them. */
    private static void measureRequests() {
        ScriptingConfig config = ScriptingConfigReader.read(new FixedConfig(Map.of()));
        AttributeNames names = new AttributeNames(config);
        try (TestContexts contexts = new TestContexts(Map.of("scripting.contexts", "1"), new CalmGauge())) {
            ModuleGraph graph = contexts.graph(
                    "requests",
                    "import { request, session } from 'sdk/http'; const own = request.getResourcePath();"
                            + "[request.getParameters(), request.getCookies(), request.getHeaderNames(), request.getPathInfo()];"
                            + "session.set(own, own).get(own); session.delete(own); request.setAttribute(own, own);");
            long before = 0;
            for (int run = -RUNS / 4; run < RUNS; run++) {
                before = run == 0 ? used() : before;
                HttpServletRequest request = request("own" + run);
                ScriptingRequest read =
                        new ScriptingRequest(request, "/a.mjs/own" + run, "own" + run, names, config.request());
                ScriptingSession session = StandInSession.of(StandIn.request(), config);
                contexts.run(graph, new HttpCall("/it/requests.mjs", session, read, null, null, null), () -> {});
            }
            tell("requests", before);
        }
    }

    private static HttpServletRequest request(String own) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                GrowingRuns.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getQueryString" -> own + "=1&a=2";
                    case "getMethod" -> "GET";
                    case "getHeaders" ->
                        Collections.enumeration(arguments[0].equals("Cookie") ? List.of(own + "=1") : List.of());
                    case "getHeaderNames" -> Collections.enumeration(List.of(own));
                    case "getContentLengthLong" -> 0L;
                    default -> null;
                });
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
