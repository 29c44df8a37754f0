// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptingsession.error.ErrorCode;
import org.scriptingsession.error.ScriptingException;

/** Values enter the session as JDK types and leave it as text. */
class AttributeValueTest {
    private static Engine engine;
    private static Context context;

    @BeforeAll
    static void openContext() {
        engine = Engine.newBuilder("js")
                .option("engine.WarnInterpreterOnly", "false")
                .build();
        context = Context.newBuilder("js").engine(engine).build();
    }

    @AfterAll
    static void closeContext() {
        context.close();
        engine.close();
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
        "5.0, java.lang.Integer"
    })
    void aScriptsValueIsStoredAsTheTypeJavaWouldUse(String code, String type) {
        String source = code.equals("text") ? "'text'" : code;

        assertEquals(
                type, AttributeValue.fromGuest("a", guest(source)).getClass().getName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "undefined"})
    void nothingIsNull(String code) {
        assertNull(AttributeValue.fromGuest("a", guest(code)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "Infinity",
                "-Infinity",
                "5n",
                "2n ** 70n",
                "Symbol('s')",
                "() => 1",
                "(class {})",
                "new Proxy({}, {})"
            })
    void whatIsNoValueIsRefusedByName(String code) {
        ScriptingException refused =
                assertThrows(ScriptingException.class, () -> AttributeValue.fromGuest("cart", guest(code)));

        assertEquals(ErrorCode.INVALID_VALUE, refused.code());
        assertEquals("SCRIPTING-0602", refused.id());
        assertTrue(refused.getMessage().contains("cart"), refused.getMessage());
    }

    @Test
    void javasNumbersAreBroughtToTheSameTypes() {
        assertEquals(7, AttributeValue.fromHost("a", (short) 7));
        assertEquals(7, AttributeValue.fromHost("a", (byte) 7));
        assertEquals(7L, AttributeValue.fromHost("a", 7L));
        assertEquals(0.5, AttributeValue.fromHost("a", 0.5f));
    }

    @Test
    void whatAScriptCouldNotStoreJavaCannotEither() {
        for (Object value : List.of(Double.NaN, Float.POSITIVE_INFINITY, new ArrayList<>(), 'c')) {
            ScriptingException refused =
                    assertThrows(ScriptingException.class, () -> AttributeValue.fromHost("a", value));
            assertEquals(ErrorCode.INVALID_VALUE, refused.code());
        }
    }

    @Test
    void textIsWhatGetAttributeGives() {
        assertEquals("x", AttributeValue.text("x"));
        assertEquals("0.1", AttributeValue.text(0.1));
        assertEquals("0", AttributeValue.text(-0.0));
        assertEquals("7", AttributeValue.text(7));
        assertEquals("false", AttributeValue.text(false));
        assertEquals("1970-01-01T00:00:00.001Z", AttributeValue.text(new Date(1)));
        assertEquals("[1]", AttributeValue.text(List.of(1)));
        assertNull(AttributeValue.text(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "é", "日本", "\uD83D\uDE00", "a\u0000b", "mixed é日\uD83D\uDE00"})
    void textCountsItsBytesInUtf8(String text) {
        assertEquals(text.getBytes(StandardCharsets.UTF_8).length, AttributeValue.bytes(text));
    }

    @Test
    void numbersAndFlagsCountEightBytesAndOthersNone() {
        assertEquals(8, AttributeValue.bytes(1.5));
        assertEquals(8, AttributeValue.bytes(true));
        assertEquals(0, AttributeValue.bytes(null));
        assertEquals(0, AttributeValue.bytes(new Object()));
    }

    private static Value guest(String code) {
        return context.eval("js", "(" + code + ")");
    }
}
