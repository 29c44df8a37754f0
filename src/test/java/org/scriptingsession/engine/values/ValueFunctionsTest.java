// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.values;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.ConcurrentModificationException;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.graalvm.polyglot.PolyglotException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a script's values is stored, as which types of the JDK, and what is refused, naming the place. */
class ValueFunctionsTest {
    private static ValueContext context;

    @BeforeAll
    static void open() {
        context = new ValueContext(Map.of(
                "scripting.session.attribute.max-bytes", "1000", "scripting.session.attribute.max-values", "50"));
    }

    @AfterAll
    static void close() {
        context.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'text', java.lang.String",
        "true, java.lang.Boolean",
        "42, java.lang.Integer",
        "-(2 ** 31), java.lang.Integer",
        "2 ** 31, java.lang.Long",
        "2 ** 53 - 1, java.lang.Long",
        "2 ** 53, java.lang.Double",
        "0.5, java.lang.Double",
        "-0, java.lang.Double",
        "5.0, java.lang.Integer",
        "new Date(0), java.util.Date",
        "[1], java.util.Collections$UnmodifiableRandomAccessList",
        "({}), java.util.Collections$UnmodifiableMap",
        "Object.create(null), java.util.Collections$UnmodifiableMap"
    })
    void aScriptsValueIsStoredAsTheTypeJavaWouldUse(String code, String type) {
        String source = code.equals("text") ? "'text'" : code;

        assertEquals(type, context.pack(context.eval(source)).value().getClass().getName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "undefined"})
    void nothingIsNull(String code) {
        assertNull(context.pack(context.eval(code)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NaN | cart: a value of type NaN",
                "-Infinity | cart: a value of type -Infinity",
                "5n | cart: a value of type bigint",
                "Symbol('s') | cart: a value of type symbol",
                "() => 1 | cart: a value of type function",
                "(class {}) | cart: a value of type function",
                "new Proxy({}, {}) | cart: a value of type Proxy",
                "new Proxy([], {}) | cart: a value of type Proxy",
                "({ items: [1, 2, { fn() {} }] }) | cart.items[2].fn: a value of type function",
                "({ 'a b': { c: 1n } }) | cart[\"a b\"].c: a value of type bigint",
                "({ '': undefined }) | cart[\"\"]: a value of type undefined",
                "[0, , 2] | cart[1]: a value of type undefined",
                "[new Map()] | cart[0]: a value of type Map",
                "new Set() | cart: a value of type Set",
                "/x/ | cart: a value of type RegExp",
                "new Error('x') | cart: a value of type Error",
                "Promise.resolve() | cart: a value of type Promise",
                "new Uint8Array(2) | cart: a value of type Uint8Array",
                "new String('x') | cart: a value of type String",
                "new (class Point { x = 1 })() | cart: a value of type Point",
                "new (class List extends Array {})() | cart: a value of type List",
                "new (class Day extends Date {})() | cart: a value of type Day",
                "Object.create({ inherited: 1 }) | cart: a value of type Object",
                "new Date(NaN) | cart: a value of type Invalid Date",
                "({ [Symbol('s')]: 1 }) | cart[\"Symbol(s)\"]: a value of type symbol as a key",
                "Object.assign([1], { extra: 1 }) | cart.extra: a value of type property of an array",
                "Object.assign([1], { [Symbol.iterator]: 1 }) | property of an array",
                "{ const a = { b: [] }; a.b.push(a); a } | cart.b[0]: a value of type cycle",
                "{ const a = []; a.push(a); a } | cart[0]: a value of type cycle",
                "globalThis | cart: a value of type",
                "(function () { return arguments; })(1) | cart: a value of type",
            })
    void whatCannotBeStoredIsRefusedWithItsPlace(String code, String message) {
        PolyglotException refused = assertThrows(PolyglotException.class, () -> context.pack(context.eval(code)));

        assertTrue(refused.getMessage().startsWith("TypeError: "), refused.getMessage());
        assertTrue(refused.getMessage().contains(message), refused.getMessage());
        assertEquals("INVALID_VALUE", code(refused));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'x'.repeat(1001) | scripting.session.attribute.max-bytes",
                "'é'.repeat(501) | scripting.session.attribute.max-bytes",
                "['x'.repeat(600), 'x'.repeat(600)] | scripting.session.attribute.max-bytes",
                "({ ['x'.repeat(1001)]: 1 }) | scripting.session.attribute.max-bytes",
                "Array(50).fill(0) | scripting.session.attribute.max-values",
                "Array(2 ** 32 - 1) | scripting.session.attribute.max-values",
                "Array.from({ length: 7 }, () => Array(7).fill('')) | scripting.session.attribute.max-values",
                "Object.fromEntries(Array.from({ length: 50 }, (_, i) => [i, 0])) | scripting.session.attribute.max-values",
            })
    void whatIsTooMuchIsRefused(String code, String setting) {
        PolyglotException refused = assertThrows(PolyglotException.class, () -> context.pack(context.eval(code)));

        assertTrue(refused.getMessage().contains(setting), refused.getMessage());
        assertEquals("LIMIT_EXCEEDED", code(refused));
    }

    @Test
    void aValueMayFillItsLimits() {
        assertEquals(1000, context.pack(context.eval("'x'.repeat(1000)")).bytes());
        assertEquals(50 * 8, context.pack(context.eval("Array(49).fill(0)")).bytes());
        assertEquals(8 + 3 + 8, context.pack(context.eval("({ key: null })")).bytes());
    }

    @Test
    void sharedPartsAreNoCycle() {
        assertEquals(
                List.of(Map.of(), Map.of()),
                context.pack(context.eval("{ const o = {}; [o, o] }")).value());
    }

    @ParameterizedTest
    @CsvSource({"64, true", "65, false"})
    void nestingEndsAt64(int levels, boolean stored) {
        String nest = "Array(%d).fill().reduce((inner) => [inner], 0)".formatted(levels);
        boolean taken = true;
        try (ValueContext wide = new ValueContext(Map.of())) {
            wide.pack(wide.eval(nest));
        } catch (PolyglotException refused) {
            taken = false;
            assertTrue(refused.getMessage().contains("deeper than 64"), refused.getMessage());
        }
        assertEquals(stored, taken);
    }

    @Test
    void gettersAreReadAndTheirErrorsPass() {
        assertEquals(
                Map.of("a", 1),
                context.pack(context.eval("({ get a() { return 1; } })")).value());
        PolyglotException own = assertThrows(
                PolyglotException.class,
                () -> context.pack(context.eval("({ get a() { throw new RangeError('mine'); } })")));
        assertEquals("RangeError: mine", own.getMessage());
    }

    @Test
    void trapsOfTheValueAreNotCalled() {
        assertEquals(
                Map.of("constructor", 1, "__proto__", 2),
                context.pack(context.eval("({ constructor: 1, ['__proto__']: 2 })"))
                        .value());
        for (String name : List.of("toJSON", "valueOf", "toString")) {
            PolyglotException refused = assertThrows(
                    PolyglotException.class,
                    () -> context.pack(context.eval("({ %s() { return 'trapped'; } })".formatted(name))));
            assertTrue(refused.getMessage().contains("cart." + name), refused.getMessage());
        }
    }

    @Test
    void aCopyDoesNotPolluteAPrototype() {
        context.unpack(Map.of("__proto__", Map.of("polluted", true)));

        assertTrue(context.eval("({}).polluted === undefined").asBoolean());
    }

    @Test
    void whatUpdateForgetsToReturnIsRefused() {
        PolyglotException nothing =
                assertThrows(PolyglotException.class, () -> context.packResult(context.eval("undefined")));
        assertTrue(nothing.getMessage().contains("returned undefined"), nothing.getMessage());
        PolyglotException promise =
                assertThrows(PolyglotException.class, () -> context.packResult(context.eval("(async () => 1)()")));
        assertTrue(promise.getMessage().contains("returned a promise"), promise.getMessage());
        assertTrue(context.packResult(context.eval("null")).isNull());
    }

    @Test
    void javasValuesAreSeenAsTheirLike() {
        assertSeen("1", (short) 1);
        assertSeen("1099511627776", 1L << 40);
        assertSeen("0.1", 0.1f);
        assertSeen("19.99", new BigDecimal("19.99"));
        assertSeen("7", BigInteger.valueOf(7));
        assertSeen("7", new AtomicInteger(7));
        assertSeen("new Date(5)", new java.sql.Timestamp(5));
        assertSeen("new Date(5)", Instant.ofEpochMilli(5));
        assertSeen("[1, null, [2]]", new ArrayList<>(Arrays.asList(1, null, List.of(2))));
        assertSeen("({ a: 'x' })", new HashMap<>(Map.of("a", "x")));
        assertTrue(context.eval("undefined").isNull() && context.unpack(null).isNull());
    }

    @Test
    void whatScriptsHaveNoLikeOfIsRefusedByGet() {
        List<Object> self = new ArrayList<>();
        self.add(self);
        List<Object> strangers = List.of(
                new Object(),
                'c',
                Long.MAX_VALUE,
                new BigDecimal("0.12345678901234567890"),
                new BigInteger("123456789012345678901234567890"),
                new Date(Long.MAX_VALUE),
                List.of(Thread.currentThread()),
                Map.of(1, "x"),
                self);
        for (Object stranger : strangers) {
            PolyglotException refused =
                    assertThrows(PolyglotException.class, () -> context.unpack(stranger), stranger.getClass()::getName);
            assertEquals("INVALID_VALUE", code(refused));
        }
    }

    @Test
    void whatFailsInAnotherComponentsCodeIsAnErrorOfTheScript() {
        List<Object> changing = new ArrayList<>(List.of(1)) {
            private static final long serialVersionUID = 1L;

            @Override
            public <T> T[] toArray(T[] to) {
                throw new ConcurrentModificationException();
            }
        };
        Map<String, Object> lazy = new AbstractMap<>() {
            @Override
            public Set<Entry<String, Object>> entrySet() {
                throw new NoClassDefFoundError("proxy");
            }
        };
        for (Object failing : List.of(Instant.MAX, Instant.MIN, changing, List.of(changing), lazy, Map.of("a", lazy))) {
            PolyglotException refused = assertThrows(PolyglotException.class, () -> context.unpack(failing));

            assertTrue(refused.getMessage().startsWith("TypeError: cart: "), refused.getMessage());
            assertEquals("INVALID_VALUE", code(refused));
        }
        assertSeen("[1]", List.of(1));
    }

    private static void assertSeen(String expected, Object held) {
        assertTrue(context.isSame(context.eval(expected), context.unpack(held)), () -> expected + " of " + held);
    }

    private static String code(PolyglotException e) {
        return e.getGuestObject().getMember("code").asString();
    }
}
