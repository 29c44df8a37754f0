// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange.response;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptingsession.api.ErrorCode;
import org.scriptingsession.api.ScriptingException;

/** Text and bytes of a response become one body. */
class ResponseBodyTest {
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private long announced = -1;
    private final ResponseBody body = new ResponseBody(() -> sent, () -> announced);

    @ParameterizedTest
    @ValueSource(
            strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-32", "GB18030", "ISO-8859-1", "ISO-2022-JP", "Shift_JIS"})
    void textInPartsIsTextInOne(String name) throws IOException {
        Charset charset = Charset.forName(name);
        String text = "a\u00e4\u65e5\ud83d\ude00z";

        for (char part : text.toCharArray()) {
            body.print(String.valueOf(part), charset);
        }
        close();

        assertArrayEquals(text.getBytes(charset), sent.toByteArray());
    }

    @ParameterizedTest
    @CsvSource({
        "a\ud83d, a\ufffd",
        "\ude00b, \ufffdb",
        "a\ude00\ud83db, a\ufffd\ufffdb",
        "\ud83d\ud83d\ude00, \ufffd\ud83d\ude00"
    })
    void aSurrogateWithoutItsOtherHalfIsReplaced(String text, String expected) throws IOException {
        for (String name : new String[] {"UTF-8", "UTF-16LE", "GB18030"}) {
            Charset charset = Charset.forName(name);
            body.print(text, charset);
            close();

            assertEquals(expected, sent.toString(charset), name);
            sent.reset();
        }
    }

    @Test
    void aCharsetWithoutTheReplacementHasItsOwn() throws IOException {
        body.print("a\ud83d\ud83d\ude00\u65e5", ISO_8859_1);
        close();

        assertEquals("a???", sent.toString(ISO_8859_1));
    }

    @Test
    void aPairMaySpanWhatIsSent() throws IOException {
        body.print("a\ud83d", UTF_8);
        body.send();
        assertEquals("a", sent.toString(UTF_8));

        body.print("\ude00", UTF_8);
        close();
        assertEquals("a\ud83d\ude00", sent.toString(UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"a, 1", "abcdefghij, 7", "\u00e4, 1", "\u65e5\u672c, 5", "\ud83d\ude00, 1"})
    void shortTextsAreHeldUpTo8192BytesAndNoFurther(String text, int times) throws IOException {
        String part = text.repeat(times);
        int bytes = part.getBytes(UTF_8).length;
        int printed = 0;
        for (; printed + bytes <= 8192; printed += bytes) {
            body.print(part, UTF_8);
            assertEquals(0, sent.size(), () -> "sent too early");
        }

        body.print(part, UTF_8);

        assertEquals(printed + bytes, sent.size());
    }

    @Test
    void textsAndBytesKeepTheirOrder() throws IOException {
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            String text = "line " + i + " \u65e5".repeat(i % 60) + "\n";
            if (i % 7 == 0) {
                body.write(text.getBytes(UTF_8));
            } else {
                body.print(text, UTF_8);
            }
            if (i % 501 == 0) {
                body.send();
            }
            expected.append(text);
        }
        close();

        assertEquals(expected.toString(), sent.toString(UTF_8));
    }

    @Test
    void whatIsDroppedIsNotSentThoughItWasNotEncodedYet() throws IOException {
        body.print("dropped", UTF_8);
        body.clear();
        body.print("sent", UTF_8);
        close();

        assertEquals("sent", sent.toString(UTF_8));
    }

    @Test
    void aLengthAnnouncedAfterTheTextHoldsForTheText() throws IOException {
        body.print("abc", UTF_8);
        announced = 2;
        assertThrows(ScriptingException.class, () -> body.print("d", UTF_8));
        announced = 3;
        close();

        assertEquals("abc", sent.toString(UTF_8));
    }

    @Test
    void aPairMayNotSpanBytes() throws IOException {
        body.print("\ud83d", UTF_8);
        body.write(new byte[] {'x'});
        body.print("\ude00", UTF_8);
        close();

        assertEquals("\ufffdx\ufffd", sent.toString(UTF_8));
    }

    @Test
    void aByteOrderMarkComesOnce() throws IOException {
        body.print("", UTF_16);
        body.print("a", UTF_16);
        body.write(new byte[] {0, 'b'});
        body.send();
        body.print("c", UTF_16);
        close();

        assertArrayEquals("abc".getBytes(UTF_16), sent.toByteArray());
    }

    @Test
    void whatIsClearedIsForgotten() throws IOException {
        body.print("a\ud83d", UTF_16);
        body.clear();
        body.print("\ude00b", UTF_16);
        close();

        assertArrayEquals("\ufffdb".getBytes(UTF_16), sent.toByteArray());
    }

    @Test
    void aReplacedHalfComesAfterTheByteOrderMark() throws IOException {
        body.print("\ud83d", UTF_16);
        body.write(new byte[] {0, 'b'});
        body.print("c", UTF_16);
        close();

        assertArrayEquals("\ufffdbc".getBytes(UTF_16), sent.toByteArray());
    }

    @Test
    void aHalfAloneIsReplacedInTheCharacterSetThatIsShiftedIn() throws IOException {
        Charset charset = Charset.forName("ISO-2022-JP");
        body.print("\u65e5\ud83d\u65e5", charset);
        close();

        assertEquals("\u65e5\uff1f\u65e5", sent.toString(charset));
    }

    @Test
    void eightKibibytesAreHeld() throws IOException {
        body.print("a".repeat(8000), UTF_8);
        body.write(new byte[192]);
        assertEquals(0, sent.size());

        body.print("b", UTF_8);
        assertEquals(8193, sent.size());
    }

    @ParameterizedTest
    @CsvSource({"9, UTF-8", "17, UTF-16", "3, US-ASCII", "0, UTF-8"})
    void theWriteThatExceedsTheLengthIsRefused(long length, String charset) throws IOException {
        announced = length;

        assertWrong(() -> body.print("\u017elu\u0165ou\u010dk\u00fd", Charset.forName(charset)));
        assertWrong(() -> body.write(new byte[(int) length + 1]));
        body.write(new byte[(int) length]);
        assertWrong(() -> body.write(new byte[1]));
        close();

        assertEquals(length, sent.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "ISO-8859-1"})
    void aLineWhoseEndHasNoRoomIsRefusedAsAWhole(String name) throws IOException {
        Charset charset = Charset.forName(name);
        announced = "abc\n".getBytes(charset).length;
        body.print("a", charset);

        assertWrong(() -> body.print("bcd", "\n", charset));
        body.print("bc", "\n", charset);
        close();

        assertEquals("abc\n", sent.toString(charset));
    }

    @Test
    void theEndOfALineIsHeldAndSentWithIt() throws IOException {
        body.print("a".repeat(8190), "\n", UTF_8);
        assertEquals(0, sent.size(), "8,191 bytes fit");

        body.print("b", "\n", UTF_8);

        assertEquals("a".repeat(8190) + "\nb\n", sent.toString(UTF_8));
    }

    @Test
    void halfAPairBeforeTheEndOfALineIsReplaced() throws IOException {
        body.print("\ud83d", "\n", UTF_8);
        body.print("\ude00", "\n", UTF_8);
        close();

        assertEquals("\ufffd\n\ufffd\n", sent.toString(UTF_8));
    }

    @Test
    void textThatWasRefusedLeavesNothingBehind() throws IOException {
        announced = 6;
        assertWrong(() -> body.print("abc\ud83d", UTF_16));

        body.print("ab", UTF_16);
        close();

        assertArrayEquals("ab".getBytes(UTF_16), sent.toByteArray());
    }

    @Test
    void aBodyThatFallsShortIsNotSent() throws IOException {
        announced = 3;
        body.print("ab", UTF_8);

        assertWrong(() -> body.end(false));
        assertWrong(() -> body.end(true));
        assertEquals(0, sent.size());

        body.print("c", UTF_8);
        close();
        assertEquals("abc", sent.toString(UTF_8));
    }

    @Test
    void aLengthMayComeAfterTheBodyAndWithoutOne() throws IOException {
        body.end(true);
        body.print("abc", UTF_8);
        announced = 2;
        assertWrong(body::send);
        assertWrong(() -> body.end(true));

        announced = 0;
        body.clear();
        body.end(false);
        announced = 9;
        body.end(true);
    }

    @Test
    void aReplacedHalfCounts() throws IOException {
        announced = 2;
        body.print("\ud83d", UTF_8);

        assertWrong(() -> body.end(false));
    }

    @Test
    void whatIsPastTheBufferIsFlushedOnce() throws IOException {
        AtomicInteger flushes = new AtomicInteger();
        OutputStream stream = new OutputStream() {
            @Override
            public void write(int octet) {}

            @Override
            public void flush() {
                flushes.incrementAndGet();
            }
        };
        ResponseBody large = new ResponseBody(() -> stream, () -> announced);

        large.write(new byte[8192]);
        assertEquals(0, flushes.get());
        for (int i = 0; i < 3; i++) {
            large.write(new byte[8192]);
        }
        assertEquals(1, flushes.get());
    }

    private void close() throws IOException {
        body.end(false);
        body.send();
    }

    private static void assertWrong(Executable work) {
        assertEquals(
                ErrorCode.INVALID_VALUE,
                assertThrows(ScriptingException.class, work).code());
    }
}
