// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
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
    void anExceptionIsShownLineByLine() {
        Exception forging = new IllegalStateException("a\nforged", new Exception("cause\r\nforged"));
        forging.addSuppressed(new Exception("suppressed\u2028forged"));
        forging.setStackTrace(new StackTraceElement[] {new StackTraceElement("<js>", "x\nforged", "a\nforged.mjs", 1)});

        StringWriter shown = new StringWriter();
        LogText.harmless(forging).printStackTrace(new PrintWriter(shown, true));

        assertTrue(shown.toString().startsWith("java.lang.IllegalStateException: a\\nforged"), shown::toString);
        assertTrue(shown.toString().contains("at <js>.x\\nforged(a\\nforged.mjs:1)"), shown::toString);
        assertTrue(shown.toString().contains("suppressed\\u2028forged"), shown::toString);
        assertEquals(
                0,
                shown.toString()
                        .lines()
                        .filter(line -> line.startsWith("forged"))
                        .count());
    }

    @Test
    void aCircleOfCausesEnds() {
        Exception inner = new Exception("a\nb");
        Exception outer = new Exception(inner);
        inner.initCause(outer);

        assertEquals("java.lang.Exception: a\\nb", LogText.harmless(inner).toString());
    }

    @Test
    void anExceptionWithoutForgeriesIsItself() {
        Exception harmless = new Exception("a", new Exception("b"));

        assertSame(harmless, LogText.harmless(harmless));
    }

    @Test
    void aVeryLongMessageIsCut() {
        assertEquals(
                16 * 1024 + "...".length(), LogText.oneLine("x".repeat(20_000)).length());
    }
}
