// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptingsession.error.Failure;
import org.scriptingsession.error.Failures;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.sdk.HttpCall;

/** Which error a run ends with, and what it leaves. */
class ScriptErrorTest {
    private static final String ENDLESS = "(async () => { for (;;) await 0; })(); ";

    private TestContexts contexts;
    private PooledContext context;

    @BeforeEach
    void open() {
        contexts = new TestContexts(Map.of("scripting.timeout", "PT10S"));
        context = contexts.create();
        context.polyglot().enter();
    }

    @AfterEach
    void close() {
        context.polyglot().leave();
        context.close();
        contexts.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "throw new Error('first');",
                ENDLESS + "throw new Error('first');",
                ENDLESS + "await 0; throw new Error('first');",
                ENDLESS + "await Promise.reject(new Error('first'));",
                "Promise.reject(new Error('second')); throw new Error('first');",
                "Promise.reject(new Error('second')); Promise.reject(new Error('third')); throw new Error('first');",
                "Promise.reject(new Error('second')); await 0; throw new Error('first');",
                "Promise.reject(new Error('first'));",
                ENDLESS + "await import('./none.mjs').catch(() => { throw new Error('first'); });",
            })
    void theErrorOfTheScriptEndsIt(String script) {
        Failure error = Failures.of(Mistake.SCRIPT_FAILED, () -> run(script));
        assertEquals("Error: first", error.getCause().getMessage());
        context.forget();
        assertDoesNotThrow(() -> run("await 0; 1;"));
    }

    @Test
    void whatAnErrorLeavesIsNotRunLater() {
        String leaves =
                "let left = 0; (async () => { for (;;) { await 0; if (left++ > 9) throw new Error('late'); } })();";
        Failures.of(Mistake.SCRIPT_FAILED, () -> run(leaves + "throw new Error('first');"));
        context.forget();
        assertDoesNotThrow(() -> run("for (let i = 0; i < 100; i++) await 0;"));
    }

    @Test
    void aFunctionsNameWritesNoLineOfItsOwn() {
        String name = "x\\nforged\\u2028forged";
        Failure error = Failures.of(
                Mistake.SCRIPT_FAILED,
                () -> run("const o = { '" + name + "'() { throw new Error('first'); } }; o['" + name + "']();"));

        List<String> lines = error.stack().orElseThrow().lines().skip(1).toList();
        assertEquals(2, lines.size(), lines::toString);
        assertTrue(lines.get(0).startsWith("    at x\\nforged\\u2028forged ("), lines::toString);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`\n\n  throw { code: 1 };`, 3:3",
                "`\nfunction f() { throw 7; }\nf();`, 2:16",
                "`\n throw new Error();`, 2:8",
                "`\n null.a;`, 2:2",
                // a name that code from a string has given itself is nobody's place
                "`\n (0, eval)('throw new Error()\\n//# sourceURL=/it/other.mjs');`, 2:2",
                "`\n new Function('throw new Error()\\n//# sourceURL=script:/it/other.mjs')();`, 2:2",
            })
    void theErrorTellsWhereItWasThrown(String script, String place) {
        Failure error = Failures.of(Mistake.SCRIPT_FAILED, () -> run(script));
        assertTrue(error.getMessage().startsWith("it/error.mjs:" + place + ": "), error.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"boot.js", "/sdk:/engine/contexts/boot.js", "script:/sdk%3A/engine/contexts/boot.js"})
    @Timeout(60)
    void codeThatNamesItselfTheProductsIsCounted(String name) {
        try (TestContexts limited = new TestContexts(Map.of("scripting.statements.limit", "1000"))) {
            String endless = "'for (;;);\\n//# sourceURL=%s'".formatted(name);
            for (String script : List.of("new Function(" + endless + ")();", "(0, eval)(" + endless + ");")) {
                Failures.of(Mistake.RESOURCE_EXHAUSTED, () -> limited.run(limited.graph("named", script)));
            }
        }
    }

    private void run(String script) {
        contexts.lease(context).run(contexts.graph("error", script), null, HttpCall.none("it/error.mjs"));
    }
}
