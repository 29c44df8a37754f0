// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.exchange.BlockingStream;
import org.scriptingsession.exchange.response.ScriptingResponse;
import org.scriptingsession.sdk.HttpCall;
import org.scriptingsession.server.StandIn;

/** What scripts print reaches the response of their own call, as text. */
class PrintTest {
    private static final String IMPORT = "import { response } from 'sdk/http'; ";

    private TestContexts contexts;

    @BeforeEach
    void open() {
        contexts = new TestContexts(Map.of());
    }

    @AfterEach
    void close() {
        contexts.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'a' | a",
                "1.5 | 1.5",
                "-0 | 0",
                "2n ** 70n | 1180591620717411303424",
                "true | true",
                "null | null",
                "undefined | ``",
                "Symbol('s') | Symbol(s)",
                "[1, [2, null]] | 1,2,",
                "({}) | [object Object]",
                "({ toString: () => 'own' }) | own",
                "({ toString: null, valueOf: () => 7 }) | 7",
                "({ [Symbol.toPrimitive]: (hint) => hint }) | string",
                "new String('boxed') | boxed",
                "((a, b) => a) | (a, b) => a",
                "'a' + 'b'.repeat(40) + 'c' | abbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbc",
            })
    void aValueOfAnyTypeIsPrintedAsItsText(String value, String expected) {
        assertEquals(
                expected + expected + "\n",
                printed("response.print(%s); response.println(%s);".formatted(value, value)));
    }

    @Test
    void withoutAValueTheTextIsEmpty() {
        assertEquals("\n", printed("response.print(); response.println();"));
    }

    @Test
    void whatAValueDoesToBecomeTextComesFirst() {
        assertEquals(
                "inner\nouter\n",
                printed("response.println({ toString() { response.println('inner'); return 'outer'; } });"));
    }

    @Test
    void theErrorOfAValueIsTheScriptsOwn() {
        assertEquals(
                "ac",
                printed(
                        """
                        const mine = new Error("mine");
                        response.print("a");
                        try {
                          response.print({ toString() { throw mine; } });
                        } catch (error) {
                          if (error === mine) response.print("c");
                        }
                        """));
    }

    @Test
    void anErrorOfTheHostCanBeCaughtAndNamesItsPlace() {
        assertEquals(
                "TypeError INVALID_VALUE true",
                printed(
                        """
                        response.setContentLength(28);
                        let caught;
                        try {
                          response.println("x".repeat(28));
                        } catch (error) {
                          caught = error;
                        }
                        response.print(`${caught.name} ${caught.code} ${caught.stack.includes("it/print.mjs:5")}`);
                        """));
    }

    @Test
    void theyAreFunctionsLikeAnyOther() {
        assertEquals(
                "ab\nc print 1 println 1 false TypeError TypeError",
                printed(
                        """
                        const { print } = response;
                        ["a"].forEach(print);
                        Reflect.apply(response.println, null, ["b"]);
                        print.call(undefined, "c", "d");
                        const thrown = (work) => { try { work(); } catch (error) { return error.name; } };
                        print(` ${print.name} ${print.length} ${response.println.name} ${response.println.length}`);
                        print(` ${Object.isExtensible(print)} ${thrown(() => new print("d"))} ${thrown(() => { print.own = 1; })}`);
                        """));
    }

    @Test
    void aRecursionThatIsTooDeepToPrintIsARangeError() {
        String text = printed(
                """
                const deeper = () => { response.print({ toString: deeper }); };
                try { deeper(); } catch (error) { response.print(error.name); }
                """);

        assertEquals("RangeError", text);
    }

    /** More than the engine remembers of one place, which is as good as if it remembered none. */
    @Test
    void eachContextOfAnEnginePrintsToItsOwnCall() {
        List<PooledContext> pool = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            pool.add(contexts.create());
        }
        for (int round = 0; round < 3; round++) {
            for (PooledContext context : pool) {
                String mine = pool.indexOf(context) + " of " + round;
                assertEquals(mine + "\n", printed(context, "response.println('" + mine + "');"));
                context.forget();
            }
        }
        pool.forEach(PooledContext::close);
    }

    @Test
    void withoutACallOrAfterItThereIsNothingToPrintTo() {
        PooledContext context = contexts.create();
        assertEquals("a", printed(context, "response.print('a');"));
        context.forget();

        ScriptingException refused = assertThrows(ScriptingException.class, () -> {
            try (Lease lease = contexts.lease(context)) {
                lease.run(contexts.graph("none", IMPORT + "response.print('b');"), null, HttpCall.none("/it/none.mjs"));
            }
        });

        assertTrue(refused.getCause().getMessage().contains("HTTP"), refused::toString);
        context.close();
    }

    private String printed(String script) {
        PooledContext context = contexts.create();
        try {
            return printed(context, script);
        } finally {
            context.close();
        }
    }

    private String printed(PooledContext context, String script) {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        ScriptingResponse response = new ScriptingResponse(container(sent), StandIn.request(), () -> {});
        Lease lease = contexts.lease(context);
        lease.run(contexts.graph("print", IMPORT + "\n" + script), null, call(response));
        response.close();
        return sent.toString(StandardCharsets.UTF_8);
    }

    private static HttpCall call(ScriptingResponse response) {
        return new HttpCall("/it/print.mjs", null, null, response, null, null);
    }

    private static HttpServletResponse container(ByteArrayOutputStream sent) {
        return (HttpServletResponse) Proxy.newProxyInstance(
                PrintTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getOutputStream" -> new BlockingStream(sent);
                    case "isCommitted" -> false;
                    default -> null;
                });
    }
}
