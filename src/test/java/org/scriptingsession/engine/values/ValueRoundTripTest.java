// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.values;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.graalvm.polyglot.Value;
import org.scriptingsession.value.JsonText;
import org.scriptingsession.value.StoredValue;

/** Any value that scripts may store comes back as it was, through the session and through serialization. */
class ValueRoundTripTest {
    private static final long LAST_MILLI = 8_640_000_000_000_000L;

    private static ValueContext context;

    @BeforeContainer
    static void open() {
        context = new ValueContext(Map.of(
                "scripting.session.attribute.max-bytes", "1 MiB", "scripting.session.attribute.max-values", "100000"));
    }

    @AfterContainer
    static void close() {
        context.close();
    }

    @Property(tries = 500, shrinking = ShrinkingMode.BOUNDED)
    void whatWasStoredComesBack(@ForAll("values") String expression) {
        Value original = context.eval("(" + expression + ")");

        StoredValue stored = context.pack(original);

        if (stored == null) {
            assertTrue(original.isNull());
            return;
        }
        assertTrue(context.isSame(original, context.unpack(stored.value())), expression);
        Object back = ValueContext.serialized(stored.value());
        assertEquals(stored.value(), back);
        assertTrue(context.isSame(original, context.unpack(back)), expression);
    }

    @Property(tries = 500, shrinking = ShrinkingMode.BOUNDED)
    void itsTextIsTheJsonOfTheEngine(@ForAll("containers") String expression) {
        Value original = context.eval("(" + expression + ")");
        // parsed again: both are JSON, and need not escape the same characters
        Value canonical = context.eval("text => JSON.stringify(JSON.parse(text))");

        String ours = JsonText.of(context.pack(original).value());

        String theirs = context.eval("JSON.stringify").execute(original).asString();
        assertEquals(
                canonical.execute(theirs).asString(), canonical.execute(ours).asString());
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(1, scalars()), net.jqwik.api.Tuple.of(3, nested(scalars(), 3)));
    }

    @Provide
    Arbitrary<String> containers() {
        return nested(scalars(), 3);
    }

    private static Arbitrary<String> nested(Arbitrary<String> leaves, int depth) {
        Arbitrary<String> members = depth == 0 ? leaves : Arbitraries.oneOf(leaves, nested(leaves, depth - 1));
        return Arbitraries.oneOf(arrays(members), objects(members));
    }

    private static Arbitrary<String> arrays(Arbitrary<String> members) {
        return members.list().ofMaxSize(6).map(list -> "[" + String.join(",", list) + "]");
    }

    private static Arbitrary<String> objects(Arbitrary<String> members) {
        Arbitrary<String> keys = Arbitraries.oneOf(
                Arbitraries.of("", "__proto__", "constructor", "toJSON", "0", "10", "9", "length", "-1", "a b"),
                texts());
        return Combinators.combine(keys, members)
                .as((key, value) -> "[" + literal(key) + "]:" + value)
                .list()
                .ofMaxSize(6)
                .map(list -> "{" + String.join(",", list) + "}");
    }

    private static Arbitrary<String> scalars() {
        return Arbitraries.oneOf(
                texts().map(ValueRoundTripTest::literal),
                Arbitraries.integers().map(String::valueOf),
                Arbitraries.longs().map(number -> "Number('" + number + "')"),
                Arbitraries.doubles().map(number -> "Number('" + number + "')"),
                Arbitraries.of(
                        "-0", "0", "5e-324", "1.7976931348623157e308", "2 ** 53 - 1", "-(2 ** 53)", "1e21", "0.1"),
                Arbitraries.of("true", "false", "null"),
                Arbitraries.longs().between(-LAST_MILLI, LAST_MILLI).map(millis -> "new Date(" + millis + ")"));
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(12),
                Arbitraries.of(List.of("\uD800", "\uDC00\uD800", "\u0000", "\u2028", "日本", "\uD83D\uDE00", "\"\\\n")));
    }

    /** Every character escaped, so that the source is ASCII. */
    private static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.chars().forEach(c -> literal.append("\\u%04x".formatted(c)));
        return literal.append('"').toString();
    }
}
