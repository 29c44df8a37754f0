// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptingsession.api.ErrorCode;
import org.scriptingsession.api.ScriptingException;

/** Names and values of headers and cookies are those that HTTP allows. */
class HeaderSyntaxTest {
    @ParameterizedTest
    @ValueSource(strings = {"X", "Content-Type", "x_y.z!#$%&'*+^`|~", "0"})
    void aNameIsAToken(String name) {
        assertDoesNotThrow(() -> HeaderSyntax.checkName(name));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {" ", "a b", "a:", "a\r\n", "a\u0000", "é", "\u0130", "a=b", "a;b", "a/b", "a\tb", "(a)", "\u212A"
            })
    void whatIsNoTokenIsNoName(String name) {
        assertEquals(
                ErrorCode.INVALID_NAME,
                assertThrows(ScriptingException.class, () -> HeaderSyntax.checkName(name))
                        .code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a b\tc", "~", "a;b=\"c\""})
    void aValueIsOfVisibleAsciiBlanksAndTabs(String value) {
        assertDoesNotThrow(() -> HeaderSyntax.checkValue("X", value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r",
                "\n",
                "a\r\nb: c",
                "\u0000",
                "\u007f",
                "\u0080",
                "é",
                "\u0100",
                "日",
                "\u560d",
                "\u560a",
                "\u001f"
            })
    void controlAndWideCharactersAreNoValue(String value) {
        assertInvalidValue(() -> HeaderSyntax.checkValue("X", value));
    }

    @Test
    void nullIsNoValue() {
        assertInvalidValue(() -> HeaderSyntax.checkValue("X", null));
        assertInvalidValue(() -> HeaderSyntax.checkCookieValue("c", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "a=b", "a:b/c", "!#$%&'()*+-./", "\"a\""})
    void aCookieValueIsOfCookieOctets(String value) {
        assertDoesNotThrow(() -> HeaderSyntax.checkCookieValue("c", value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a;b", "a,b", "a\"b", "a\\b", "a\r", "é", "\u007f", "\t"})
    void otherCharactersAreNoCookieValue(String value) {
        assertInvalidValue(() -> HeaderSyntax.checkCookieValue("c", value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a; HttpOnly", "a\r\nb", ";"})
    void aCookieAttributeEndsAtASemicolon(String value) {
        assertInvalidValue(() -> HeaderSyntax.checkCookieAttribute("Path", value));
    }

    private static void assertInvalidValue(Executable check) {
        assertEquals(
                ErrorCode.INVALID_VALUE,
                assertThrows(ScriptingException.class, check).code());
    }
}
