// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptingsession.value.JsonText;

/** Values as the page shows them and as it gives them back, whoever has put them into the session. */
class ValueJsonTest {
    @Test
    void aTreeHasTypesTextsAndSizes() {
        assertEquals(
                "{\"type\":\"object\",\"size\":1,\"members\":[[\"a\",{\"type\":\"array\",\"size\":2,\"items\":["
                        + "{\"type\":\"number\",\"text\":\"1\",\"length\":1},{\"type\":\"null\",\"text\":\"null\",\"length\":4}],"
                        + "\"more\":0}]],\"more\":0}",
                ValueJson.tree(Map.of("a", new ArrayList<>(Arrays.asList(1, null))))
                        .toString());
        assertEquals("Date 1970-01-01T00:00:00.005Z", type(new Date(5)));
        assertEquals("boolean true", type(true));
        assertEquals("java.lang.StringBuilder text", type(new StringBuilder("text")));
    }

    private static String type(Object value) {
        JsonObject node = (JsonObject) ValueJson.tree(value);
        return node.getString("type") + " " + node.getString("text");
    }

    @Test
    void aTreeOfManyValuesAndALongTextAreCut() {
        JsonObject many = (JsonObject) ValueJson.tree(Collections.nCopies(100_000, "x"));
        JsonObject text = (JsonObject) ValueJson.tree("x".repeat(1_000_000));

        assertEquals(100_000, many.getInt("size"));
        assertTrue(many.getInt("more") > 90_000);
        assertEquals(100_000, text.getString("text").length());
        assertEquals(1_000_000, text.getInt("length"));
    }

    @Test
    void nothingIsCutWithinACharacter() {
        String text = "x" + "\uD83C\uDF75".repeat(60_000);

        assertTrue(ValueJson.preview(text).endsWith("\uDF75…"));
        assertTrue(((JsonObject) ValueJson.tree(text)).getString("text").endsWith("\uDF75"));
    }

    /** Their hash codes and sizes are the same: the page would show no change, and an edit would overwrite it. */
    @Test
    void aMarkTellsValuesOfOneHashCodeApart() {
        assertNotEquals(ValueJson.mark(Map.of("a", 1.5, "b", 2.5)), ValueJson.mark(Map.of("a", 2.5, "b", 1.5)));
        assertNotEquals(ValueJson.mark(List.of(1, 0)), ValueJson.mark(List.of(0, 31)));
        assertNotEquals(ValueJson.mark("Aa"), ValueJson.mark("BB"));
        assertNotEquals(ValueJson.mark(List.of(List.of(1), 2)), ValueJson.mark(List.of(1, List.of(2))));
        assertNotEquals(ValueJson.mark(List.of("null")), ValueJson.mark(Collections.singletonList(null)));
        assertEquals(ValueJson.mark(List.of("a", 1)), ValueJson.mark(new ArrayList<>(List.of("a", 1))));
    }

    @Test
    void aListThatHoldsItselfEnds() {
        List<Object> list = new ArrayList<>();
        list.add(list);

        assertTrue(ValueJson.tree(list).toString().length() < 20_000);
        assertTrue(ValueJson.preview(list).length() < 200);
        assertTrue(ValueJson.mark(list).startsWith("array-"));
        assertTrue(EditedValue.of(list).isEmpty());
    }

    @Test
    void aValueWhoseOwnCodeFailsIsSaidToFail() {
        Object failing = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("closed");
            }

            @Override
            public int hashCode() {
                throw new IllegalStateException("closed");
            }
        };

        assertTrue(ValueJson.tree(failing).toString().contains("(its own code fails)"));
        assertTrue(ValueJson.tree(List.of("a", failing)).toString().contains("(its own code fails)"));
        assertEquals("(its own code fails)", ValueJson.preview(failing));
        assertTrue(ValueJson.mark(failing).contains("ValueJsonTest"));
        assertTrue(ValueJson.mark(List.of(failing)).startsWith("array-"));
    }

    @Test
    void aMarkTellsValuesApart() {
        assertEquals(ValueJson.mark(Map.of("a", List.of(1))), ValueJson.mark(Map.of("a", List.of(1))));
        assertNotEquals(ValueJson.mark(Map.of("a", List.of(1))), ValueJson.mark(Map.of("a", List.of(2))));
        assertNotEquals(ValueJson.mark("1"), ValueJson.mark(1));
        // of the same hash
        assertNotEquals(ValueJson.mark(List.of("Aa", "x")), ValueJson.mark("AaBB"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"text\"]",
                "[1]",
                "[1.5]",
                "[-0.25]",
                "[9007199254740991]",
                "[true,false,null]",
                "[{\"$date\":\"1970-01-01T00:00:00.005Z\"}]",
                "[{\"a\":{\"b\":[{}]}}]",
                "[{\"$date\":5}]",
                "[{\"$date\":\"2026-11-30T05:20:00.000Z\",\"b\":1}]"
            })
    void whatIsEditedComesBackAsItWas(String json) {
        JsonValue given = JsonText.JSON.createReader(new StringReader(json)).readValue();
        Object value = EditedValue.value(given);

        // an object that looks like a date is not offered
        EditedValue.of(value).ifPresent(again -> assertEquals(value, EditedValue.value(again)));
        assertEquals(
                json.contains("\"$date\":5") || json.contains("\"b\":1"),
                EditedValue.of(value).isEmpty());
    }

    @Test
    void whatJsonDoesNotSayCannotBeEdited() {
        assertTrue(EditedValue.of(new StringBuilder()).isEmpty());
        assertTrue(EditedValue.of(List.of(Double.NaN)).isEmpty());
        assertTrue(EditedValue.of(Map.of(1, "a")).isEmpty());
    }
}
