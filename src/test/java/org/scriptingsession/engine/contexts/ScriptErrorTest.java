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
import org.junit.jupiter.params.ParameterizedTest;
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

    private void run(String script) {
        contexts.lease(context).run(contexts.graph("error", script), HttpCall.none("it/error.mjs"));
    }
}
