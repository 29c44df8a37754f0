// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.DoubleAccumulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptingsession.error.Failure;
import org.scriptingsession.error.Failures;
import org.scriptingsession.error.Mistake;

/** What a held value's text and size are. */
class AttributeValueTest {
    @Test
    void textIsWhatGetAttributeGives() {
        assertEquals("x", AttributeValue.text("x"));
        assertEquals("0.1", AttributeValue.text(0.1));
        assertEquals("0.1", AttributeValue.text(0.1f));
        assertEquals("0", AttributeValue.text(-0.0));
        assertEquals("7", AttributeValue.text(7));
        assertEquals("false", AttributeValue.text(false));
        assertNull(AttributeValue.text(null));
    }

    @Test
    void anyNumberIsPrintedAsEcmaScriptDoes() {
        assertEquals("1000", AttributeValue.text(new BigDecimal("1E3")));
        assertEquals("2.5", AttributeValue.text(new BigDecimal("2.50")));
        assertEquals("5", AttributeValue.text(new AtomicInteger(5)));
        assertEquals("NaN", AttributeValue.text(new DoubleAccumulator(Math::max, Double.NaN)));
        assertEquals("12345678901234567890.5", AttributeValue.text(new BigDecimal("12345678901234567890.5")));
    }

    @Test
    void whatFailsInAnotherComponentsCodeIsNamed() {
        Object failing = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("secret");
            }
        };

        Failure failure = Failures.of(Mistake.FOREIGN_VALUE_FAILED, () -> AttributeValue.text("cart", failing));
        assertTrue(failure.getMessage().startsWith("cart: "), failure.getMessage());
        assertFalse(failure.getMessage().contains("secret"), failure.getMessage());
        Failures.of(Mistake.FOREIGN_VALUE_FAILED, () -> AttributeValue.text("cart", Map.of("a", failing)));
    }

    @Test
    void aValueThatCannotBeMeasuredCountsNothing() {
        List<Object> inner = new ArrayList<>();
        List<Object> endless = Collections.unmodifiableList(inner);
        inner.addAll(List.of(endless, endless));
        Map<Object, Object> failing = Collections.unmodifiableMap(new AbstractMap<>() {
            @Override
            public Set<Entry<Object, Object>> entrySet() {
                throw new IllegalStateException();
            }
        });

        assertEquals(0, AttributeValue.bytes(endless));
        assertEquals(0, AttributeValue.bytes(failing));
    }

    @Test
    void listsAndMapsAreJson() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("b", Arrays.asList(1, null, -0.0, 1e21, "\"é\n"));
        map.put("a", new Date(0));
        map.put("", Map.of());

        assertEquals(
                "{\"b\":[1,null,0,1E+21,\"\\\"é\\n\"],\"a\":\"1970-01-01T00:00:00.000Z\",\"\":{}}",
                AttributeValue.text(map));
    }

    @Test
    void aListThatHoldsItselfHasTextToo() {
        List<Object> self = new ArrayList<>();
        self.add(self);

        assertEquals("[".repeat(64) + "\"...\"" + "]".repeat(64), AttributeValue.text(self));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1970-01-01T00:00:00.000Z",
        "-62167219200000, 0000-01-01T00:00:00.000Z",
        "-62167219200001, -000001-12-31T23:59:59.999Z",
        "253402300799999, 9999-12-31T23:59:59.999Z",
        "253402300800000, +010000-01-01T00:00:00.000Z",
        "8640000000000000, +275760-09-13T00:00:00.000Z",
    })
    void datesArePrintedAsEcmaScriptDoes(long millis, String text) {
        assertEquals(text, AttributeValue.text(new Date(millis)));
        assertEquals('"' + text + '"', JsonText.of(new Date(millis)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "é", "日本", "\uD83D\uDE00", "a\u0000b", "mixed é日\uD83D\uDE00"})
    void textCountsItsBytesInUtf8(String text) {
        assertEquals(text.getBytes(StandardCharsets.UTF_8).length, AttributeValue.bytes(text));
    }

    @Test
    void everythingElseCountsEightBytesAndAnotherComponentsObjectsNone() {
        assertEquals(8, AttributeValue.bytes(1.5));
        assertEquals(8, AttributeValue.bytes(true));
        assertEquals(8, AttributeValue.bytes(new Date()));
        assertEquals(0, AttributeValue.bytes(null));
        assertEquals(0, AttributeValue.bytes(new Object()));
        assertEquals(0, AttributeValue.bytes(new ArrayList<>(List.of("xxx"))));
    }

    @Test
    void storedListsAndMapsCountTheirMembersAndKeys() {
        List<Object> list = Collections.unmodifiableList(new ArrayList<>(Arrays.asList("abc", null, 1)));
        Map<String, Object> map = Collections.unmodifiableMap(new LinkedHashMap<>(Map.of("key", list)));

        assertEquals(8 + 3 + 8 + 8, AttributeValue.bytes(list));
        assertEquals(8 + 3 + 27, AttributeValue.bytes(map));
    }
}
