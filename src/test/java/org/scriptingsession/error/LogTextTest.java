// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.error;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What a script logs is one line, whatever it contains. */
class LogTextTest {
    @Test
    void lineBreaksAndControlCharactersAreShownAndNotWritten() {
        assertEquals(
                "a\\nb\\r\\nc\td\\u0000e\\u001b[31mf\\u2028g\\u0085h",
                LogText.oneLine("a\nb\r\nc\td\u0000e\u001b[31mf\u2028g\u0085h"));
    }

    @Test
    void otherCharactersStayAsTheyAre() {
        assertEquals("žluť 日本 \uD83D\uDE00 \\n {0} %s", LogText.oneLine("žluť 日本 \uD83D\uDE00 \\n {0} %s"));
    }

    @Test
    void aVeryLongMessageIsCut() {
        assertEquals(
                16 * 1024 + "...".length(), LogText.oneLine("x".repeat(20_000)).length());
    }
}
