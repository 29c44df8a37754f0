// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptingsession.error.Failure;

/** An error that hardening causes says what to do. */
class GuestFailureTest {
    private static final String TO_DO = "Keep the value in a variable of the module and export it";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "globalThis.registry = {}",
                "globalThis.registry ??= {}",
                "globalThis.Array = 1",
                "Object.assign(globalThis, { a: 1 })",
                "(0, eval)('var a = 1')"
            })
    void aWriteToTheGlobalObjectSaysWhereToKeepTheValue(String script) {
        String message = messageOf(script);
        assertTrue(message.contains(TO_DO), message);
    }

    @Test
    void aWriteToAnotherBuiltInSaysThatRequestsShareIt() {
        String message = messageOf("Math.extra = 1");
        assertTrue(message.contains("requests share built-in objects"), message);
        assertFalse(message.contains(TO_DO), message);
    }

    /** The server logs what reaches it, such as the error of an included script, as it is. */
    @Test
    void noLineOfTheExceptionIsTheScripts() {
        StringWriter log = new StringWriter();
        failureOf("(function () { throw new Error('a\\n2026 forged\\u2028\\u202e', { cause: 'b\\r2026' }); })()")
                .printStackTrace(new PrintWriter(log));

        assertTrue(log.toString().contains("forged"), log::toString);
        assertFalse(log.toString().matches("(?s).*(\\R2026|\\u202e).*"), log::toString);
    }

    private static String messageOf(String script) {
        return failureOf(script).getMessage();
    }

    private static Failure failureOf(String script) {
        try (Context context = Context.newBuilder("js")
                .option("engine.WarnInterpreterOnly", "false")
                .build()) {
            context.eval("js", "Object.freeze(Math); Object.freeze(globalThis)");
            PolyglotException thrown =
                    assertThrows(PolyglotException.class, () -> context.eval("js", "'use strict'; " + script));
            return GuestFailure.of(thrown, "a.mjs", null);
        }
    }
}
