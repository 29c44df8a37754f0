// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptingsession.cases.ScriptCase;
import org.scriptingsession.sdk.HttpCall;

/** What scripts write to their console, as the log has it: {@code console.mjs}, all in one context. */
class ConsoleTest {
    private static final Pattern CASE = Pattern.compile("(?m)^// ---- ");
    private static final Pattern MILLIS = Pattern.compile("\\d+\\.\\d{3} ms");
    private static final String EXPECTED = "//> ";

    /** Of one record, with what follows the bound. */
    private static final int MOST = 40_000;

    private final List<String> records = new ArrayList<>();
    private final Logger logger = Logger.getLogger("org.scriptingsession.script.it/script.mjs");
    private final Handler ear = new Handler() {
        @Override
        public void publish(LogRecord line) {
            records.add(line.getLevel() + " " + line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private TestContexts contexts;
    private PooledContext context;

    @BeforeEach
    void open() {
        logger.addHandler(ear);
        logger.setUseParentHandlers(false);
        logger.setLevel(Level.ALL);
        contexts = new TestContexts(Map.of("scripting.timeout", "PT2M"));
        context = contexts.create();
        context.polyglot().enter();
    }

    @AfterEach
    void close() {
        context.polyglot().leave();
        context.close();
        contexts.close();
        logger.removeHandler(ear);
        logger.setLevel(null);
    }

    @Test
    void theLogHasWhatPeopleKnow() {
        List<String> wrong = new ArrayList<>();
        for (String one : CASE.split(ScriptCase.text("console.mjs"))) {
            String script = one.substring(one.indexOf('\n') + 1);
            String expected = script.lines()
                    .filter(line -> line.startsWith(EXPECTED))
                    .map(line -> line.substring(EXPECTED.length()).stripTrailing())
                    .collect(Collectors.joining("\n"));
            String written = written(script);
            if (!one.startsWith("// SPDX") && !expected.equals(written)) {
                wrong.add(one.lines().findFirst().orElseThrow() + ":\n" + expected + "\n but:\n" + written);
            }
        }

        assertEquals("", String.join("\n\n", wrong));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "console.log('x'.repeat(1e7))",
                "console.log({ a: 'x'.repeat(1e7) })",
                "console.log(Array(1e6).fill({ a: 1 }))",
                "console.log(new Uint8Array(1e7))",
                "console.log(Object.fromEntries(Array.from({ length: 1e5 }, (_, i) => ['key' + i, i])))",
                "console.log(...Array(6e4).fill('value'))",
                "console.log('%s'.repeat(6e4), ...Array(6e4).fill('value'))",
                "console.log(new Map(Array.from({ length: 1e5 }, (_, i) => [i, i])))",
                "console.table(Array.from({ length: 1e5 }, (_, i) => ({ a: i, b: 'x'.repeat(1e3) })))",
                "console.table([Object.fromEntries(Array.from({ length: 1e4 }, (_, i) => ['column' + i, i]))])",
                "console.count('x'.repeat(1e7))",
                "console.error(new Error('x'.repeat(1e7)))",
                "const e = new Error('a'); e.stack = 'Error: a' + '\\n    at x'.repeat(1e6); console.error(e)",
                "let e; for (let i = 0; i < 1e4; i++) e = new Error('a', { cause: e }); console.error(e)",
                "let a = []; for (let i = 0; i < 1e4; i++) a = [a]; console.dir(a, { depth: null })",
                "let p = {}; for (let i = 0; i < 1e4; i++) p = new Proxy(p, {}); console.log(p)",
                "let w = {}; for (let i = 0; i < 4; i++) w = Array(100).fill(w); console.log(w)",
                "console.log(Array(4e9), [9n ** 40000n], Symbol('x'.repeat(1e6)))",
                "for (let i = 0; i < 1e6; i++) console.group(); console.log('deep')",
            })
    void aCallIsBounded(String script) {
        written(script);

        assertTrue(records.size() == 1, () -> records.size() + " records");
        assertTrue(records.get(0).length() < MOST, () -> records.get(0).length() + " characters");
    }

    @ParameterizedTest
    @Timeout(60)
    @ValueSource(
            strings = {
                "console.log(new String('x'.repeat(1e8)))",
                "console.table(new String('x'.repeat(1e8)))",
                "console.table(new Uint8Array(1e8))",
                "console.table(Array(100).fill(new Uint8Array(1e7)))",
                "console.log('%O'.repeat(8192), ...Array(8192).fill('x'.repeat(16384)))",
                "const e = new Error('m'.repeat(16000)); e.cause = e; e.errors = [e, e, e, e, e]; console.error(e, e, e, e, e)",
            })
    void aCallIsQuick(String script) {
        written(script);

        assertTrue(records.size() == 1, () -> records.size() + " records");
        assertTrue(records.get(0).length() < MOST, () -> records.get(0).length() + " characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "console.error(Object.assign(new Error('a'), { errors: revoked() }))",
                "console.error(new Error('a', { cause: revoked() }))",
                "console.error(Object.assign(new Error('a'), { errors: deep }))",
                "console.log(deep)",
                "console.table(deep)",
                "console.table([deep])",
                "console.table([{ a: 1 }], revoked())",
                "console.table([{ a: 1 }], new Proxy(['a'], { get: ran }))",
                "console.table([{ a: 1 }], Object.assign(['a'], { slice: ran }))",
                "console.dir({}, deep)",
                "console.dir(deep, { depth: NaN })",
            })
    void aCallNeitherFailsNorRunsCodeOfTheScripts(String script) {
        String written = written("const ran = () => { console.warn('ran'); };"
                + "const revoked = () => { const { proxy, revoke } = Proxy.revocable([], {}); revoke(); return proxy; };"
                + "const traps = new Proxy({}, { get: () => ran });"
                + "let deep = new Proxy({ a: 1 }, traps); for (let i = 0; i < 30; i++) deep = new Proxy(deep, traps);"
                + script);

        assertTrue(records.size() == 1, written);
    }

    @Test
    void countersAndTimersAreBounded() {
        String written = written("for (let i = 0; i < 1500; i++) console.time(i); console.time('one more');"
                + "for (let i = 0; i < 1000; i++) console.count(i); console.count('one more');");

        List<String> lines = Arrays.asList(written.split("\n"));
        assertEquals(1502, lines.size());
        assertEquals("WARNING There is a timer one more already, or too many others", lines.get(500));
        assertEquals("WARNING There are too many counters", lines.get(1501));
    }

    @Test
    void whatIsNotShownIsNotMade() {
        logger.setLevel(Level.WARNING);

        assertEquals("", written("console.log('%j', { toJSON() { throw new Error('made'); } }); console.table([1]);"));
    }

    /** In a run of its own; of times it is not known how long they are. */
    private String written(String script) {
        records.clear();
        try {
            contexts.lease(context).run(contexts.graph("script", script), null, HttpCall.none("/it/script.mjs"));
        } finally {
            context.forget();
        }
        String written = String.join("\n", records).replace(System.lineSeparator(), "\n");
        return MILLIS.matcher(written)
                .replaceAll("N ms")
                .lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"));
    }
}
