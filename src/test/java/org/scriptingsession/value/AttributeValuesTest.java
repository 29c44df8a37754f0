// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scriptingsession.api.ErrorCode;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.config.FixedConfig;
import org.scriptingsession.config.ScriptingConfigReader;
import org.scriptingsession.error.Failures;
import org.scriptingsession.error.Mistake;

/** Java components store what scripts could, and records and beans besides, and read them as their types. */
class AttributeValuesTest {
    private final AttributeValues values = new AttributeValues(
            ScriptingConfigReader.read(new FixedConfig(Map.of("scripting.session.attribute.max-values", "50"))));

    @AfterEach
    void close() {
        values.close();
    }

    @Test
    void scalarsAreBroughtToTheTypesOfScripts() {
        assertEquals(7, stored((short) 7));
        assertEquals(7, stored((byte) 7));
        assertEquals(7, stored(7L));
        assertEquals(1L << 40, stored(1L << 40));
        assertEquals(Long.MAX_VALUE, stored(Long.MAX_VALUE));
        assertEquals(0.5, stored(0.5f));
        assertEquals(0.1, stored(0.1f));
        assertEquals(19.99, stored(new BigDecimal("19.99")));
        assertEquals(7, stored(BigInteger.valueOf(7)));
        assertEquals(new Date(5), stored(Instant.ofEpochMilli(5)));
        assertTrue(values.store("a", null).isEmpty());
    }

    @Test
    void listsAndMapsAreCopied() {
        List<Object> list = new ArrayList<>(Arrays.asList(1, null, "x"));
        Object stored = stored(Map.of("list", list));
        list.clear();

        assertEquals(Map.of("list", Arrays.asList(1, null, "x")), stored);
        assertThrows(UnsupportedOperationException.class, () -> ((Map<?, ?>) stored).clear());
    }

    @Test
    void whatFailsWhileItIsCopiedIsRefused() {
        List<Object> lazy = new AbstractList<>() {
            @Override
            public Object get(int index) {
                throw new IllegalStateException("no database session");
            }

            @Override
            public int size() {
                return 1;
            }
        };

        for (Object failing : List.of(Instant.MAX, lazy, Map.of("lazy", lazy))) {
            Failures.of(Mistake.FOREIGN_VALUE_FAILED, () -> values.store("cart", failing));
        }
    }

    @Test
    void aDateIsCopiedToo() {
        Date date = new Date(5);
        Object stored = stored(date);
        date.setTime(6);

        assertEquals(new Date(5), stored);
    }

    @Test
    void recordsAndBeansAreStoredAsMapsAndReadBack() {
        Line line = new Line("tea", 2, List.of("hot"), Instant.ofEpochMilli(1500));

        Object stored = stored(line);

        Map<?, ?> map = (Map<?, ?>) stored;
        assertEquals("tea", map.get("item"));
        assertEquals(2, map.get("count"));
        assertEquals(List.of("hot"), map.get("notes"));
        assertEquals(line, values.read("a", stored, Line.class));
    }

    @Test
    void jsonIsStoredAsItsLike() {
        assertEquals(
                Map.of("a", Arrays.asList(1, 0.5, null, true, "x")),
                stored(Json.createObjectBuilder()
                        .add(
                                "a",
                                Json.createArrayBuilder()
                                        .add(1)
                                        .add(0.5)
                                        .addNull()
                                        .add(true)
                                        .add("x"))
                        .build()));
    }

    @Test
    void aValueIsReadAsATypeThatFits() {
        assertEquals("x", values.read("a", "x", String.class));
        assertEquals(7L, values.read("a", 7, Long.class));
        assertEquals(7.0, values.read("a", 7, Double.class));
        assertEquals(new BigDecimal("19.99"), values.read("a", 19.99, BigDecimal.class));
        assertEquals(Instant.ofEpochMilli(5), values.read("a", new Date(5), Instant.class));
    }

    @Test
    void aTypeThatDoesNotFitIsRefused() {
        ScriptingException refused =
                assertThrows(ScriptingException.class, () -> values.read("visits", "many", Integer.class));

        assertEquals("SCRIPTING-0604", refused.id());
        assertTrue(refused.getMessage().contains("visits"), refused.getMessage());
    }

    @Test
    void whatAScriptCouldNotStoreJavaCannotEither() {
        List<Object> self = new ArrayList<>();
        self.add(self);
        List<Object> refusedOnes = List.of(
                Double.NaN,
                Float.POSITIVE_INFINITY,
                new BigDecimal("0.12345678901234567890"),
                new BigInteger("123456789012345678901234567890"),
                Map.of(1, "x"),
                List.of(Map.of("a", Double.NaN)),
                self);
        for (Object value : refusedOnes) {
            ScriptingException refused =
                    assertThrows(ScriptingException.class, () -> values.store("a", value), value.getClass()::getName);
            assertEquals(ErrorCode.INVALID_VALUE, refused.code());
        }
    }

    @Test
    void thePlaceIsNamed() {
        ScriptingException refused = assertThrows(
                ScriptingException.class, () -> values.store("cart", Map.of("items", List.of(1, Double.NaN))));

        assertTrue(refused.getMessage().startsWith("cart.items[1]: a value of type NaN"), refused.getMessage());
    }

    @Test
    void limitsHoldForJavaToo() {
        assertEquals(
                ErrorCode.LIMIT_EXCEEDED,
                assertThrows(ScriptingException.class, () -> values.store("a", listOf(50)))
                        .code());
        assertEquals(50, values.store("a", listOf(49)).orElseThrow().bytes() / 8);
        assertThrows(ScriptingException.class, () -> values.store("a", "x".repeat(65_537)));
    }

    private static List<Integer> listOf(int size) {
        return java.util.Collections.nCopies(size, 0);
    }

    private Object stored(Object value) {
        return values.store("a", value).orElseThrow().value();
    }

    /** A line of a cart. */
    public record Line(String item, int count, List<String> notes, Instant added) {}
}
