// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import org.scriptingsession.module.ProductModules;
import org.scriptingsession.bean.BeanModules;
import org.scriptingsession.value.AttributeValues;
import org.scriptingsession.watch.Tracing;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.eclipse.microprofile.config.Config;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.config.ScriptingConfigReader;
import org.scriptingsession.sdk.HttpCall;
import org.scriptingsession.module.ModuleGraph;
import org.scriptingsession.engine.modules.ModuleParser;
import org.scriptingsession.engine.modules.ScriptModule;
import org.scriptingsession.exchange.response.ScriptingResponse;
import org.scriptingsession.session.BenchSessions;
import org.scriptingsession.sdk.SdkPreludeProducer;

/** One script run in a pooled context, cleaning included, over servlet objects that do nothing. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 10, time = 2)
@Measurement(iterations = 5, time = 2)
public class RunBenchmark {
    /** Where {@code NpmPackagesIT} has installed the packages that some of the scripts import. */
    private static final Path PACKAGES = Path.of(System.getProperty("npm.packages", "../../../target/npm"));

    private static final Map<String, String> SCRIPTS = Map.of(
            "/empty.mjs", "export {};",
            "/hello.mjs",
                    "import { session, response } from 'sdk/http'; session.setAttribute('attr1', 'value1');"
                            + " let attr = session.getAttribute('attr1'); response.println('[Attribute]: ' + attr);"
                            + " response.flush(); response.close();",
            "/imports.mjs",
                    "import { response } from 'sdk/http'; import { a } from './one.mjs'; a.set('value1');"
                            + " response.println(a.show()); response.flush(); response.close();",
            "/output.mjs",
                    "import { response } from 'sdk/http'; for (let i = 0; i < 1000; i++)"
                            + " response.println(`line ${i} ${'0123456789'.repeat(9)}`);",
            "/importmap.json",
                    "{ \"imports\": { \"date-fns\": \"./node_modules/date-fns/index.js\","
                            + " \"marked\": \"./node_modules/marked/lib/marked.esm.js\", \"zod\": \"./node_modules/zod/index.js\" } }",
            "/dates.mjs", "import { addDays, format } from 'date-fns'; format(addDays(new Date(2026, 0, 31), 1), 'yyyy-MM-dd');",
            "/marked.mjs", "import { marked } from 'marked'; marked.parse('*a*');",
            "/zod.mjs", "import { z } from 'zod'; z.string().parse('a');",
            "/one.mjs", "import { A } from './two.mjs'; export const a = new A('attr1');",
            "/two.mjs",
                    "import { session } from 'sdk/http'; export class A { constructor(n) { this.n = n; }"
                            + " set(v) { session.setAttribute(this.n, v); } show() { return session.getAttribute(this.n); } }");

    @Param({"/empty.mjs", "/hello.mjs", "/imports.mjs", "/output.mjs"})
    private String script;

    private final Map<String, Optional<ScriptModule>> parsed = new ConcurrentHashMap<>();
    private ContextFactory factory;
    private PooledContext context;
    private ModuleGraph graph;
    private HttpServletRequest request;
    private HttpServletResponse response;
    private BenchSessions sessions;

    @Setup
    public void prepare() {
        // every setting at its default
        ScriptingConfig config = ScriptingConfigReader.read(stub(Config.class, (proxy, method, args) -> Optional.empty()));
        sessions = new BenchSessions(config);
        factory = new ContextFactory(config, SdkPreludeProducer.prelude(
                config, BeanModules.NONE, ProductModules.SDK, new AttributeValues(config), Tracing.NONE));
        context = factory.create(0);
        graph = ModuleGraph.of(module(script).orElseThrow(), ProductModules.SDK, path -> parsed.computeIfAbsent(path, RunBenchmark::module));
        Map<String, Object> attributes = new ConcurrentHashMap<>();
        HttpSession session = stub(HttpSession.class, (proxy, method, args) -> switch (method.getName()) {
            case "setAttribute" -> attributes.put((String) args[0], args[1]);
            case "getAttribute" -> attributes.get(args[0]);
            case "getAttributeNames" -> Collections.enumeration(attributes.keySet());
            case "getCreationTime" -> 0L;
            case "isNew" -> false;
            default -> null;
        });
        request = stub(HttpServletRequest.class, (proxy, method, args) ->
                method.getName().equals("getSession") ? session : null);
        response = stub(HttpServletResponse.class, (proxy, method, args) -> switch (method.getName()) {
            case "getOutputStream" -> new Nowhere();
            case "isCommitted" -> false;
            default -> null;
        });
    }

    private static Optional<ScriptModule> module(String path) {
        try {
            Path file = PACKAGES.resolve(path.substring(1));
            String text = SCRIPTS.get(path);
            if (text == null && Files.isRegularFile(file)) {
                text = Files.readString(file);
            }
            return Optional.ofNullable(text)
                    .map(t -> path.endsWith(".json") ? ModuleParser.parseJson(path, t) : ModuleParser.parse(path, t));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TearDown
    public void close() {
        context.close();
        factory.close(false);
    }

    @Benchmark
    public void run() {
        context.run(graph, null, System::nanoTime, new HttpCall(script, sessions.of(request), null, new ScriptingResponse(response, request, () -> {}), null, null), () -> {});
        context.forget();
    }

    private static <T> T stub(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }

    private static final class Nowhere extends ServletOutputStream {
        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(int b) {
            // nowhere
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            // nowhere
        }
    }
}
