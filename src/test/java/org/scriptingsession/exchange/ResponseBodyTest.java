// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text and bytes of a response become one body. */
class ResponseBodyTest {
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final ResponseBody body = new ResponseBody(() -> sent);

    @ParameterizedTest
    @ValueSource(
            strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-32", "GB18030", "ISO-8859-1", "ISO-2022-JP", "Shift_JIS"})
    void textInPartsIsTextInOne(String name) throws IOException {
        Charset charset = Charset.forName(name);
        String text = "a\u00e4\u65e5\ud83d\ude00z";

        for (char part : text.toCharArray()) {
            body.print(String.valueOf(part), charset);
        }
        body.close();

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
            body.close();

            assertEquals(expected, sent.toString(charset), name);
            sent.reset();
        }
    }

    @Test
    void aCharsetWithoutTheReplacementHasItsOwn() throws IOException {
        body.print("a\ud83d\ud83d\ude00\u65e5", ISO_8859_1);
        body.close();

        assertEquals("a???", sent.toString(ISO_8859_1));
    }

    @Test
    void aPairMaySpanWhatIsSent() throws IOException {
        body.print("a\ud83d", UTF_8);
        body.send();
        assertEquals("a", sent.toString(UTF_8));

        body.print("\ude00", UTF_8);
        body.close();
        assertEquals("a\ud83d\ude00", sent.toString(UTF_8));
    }

    @Test
    void aPairMayNotSpanBytes() throws IOException {
        body.print("\ud83d", UTF_8);
        body.write(new byte[] {'x'});
        body.print("\ude00", UTF_8);
        body.close();

        assertEquals("\ufffdx\ufffd", sent.toString(UTF_8));
    }

    @Test
    void aByteOrderMarkComesOnce() throws IOException {
        body.print("", UTF_16);
        body.print("a", UTF_16);
        body.write(new byte[] {0, 'b'});
        body.send();
        body.print("c", UTF_16);
        body.close();

        assertArrayEquals("abc".getBytes(UTF_16), sent.toByteArray());
    }

    @Test
    void whatIsClearedIsForgotten() throws IOException {
        body.print("a\ud83d", UTF_16);
        body.clear();
        body.print("\ude00b", UTF_16);
        body.close();

        assertArrayEquals("\ufffdb".getBytes(UTF_16), sent.toByteArray());
    }

    @Test
    void theEncodingMayChange() throws IOException {
        body.print("\u65e5", Charset.forName("ISO-2022-JP"));
        body.print("\u00e4\ud83d", UTF_8);
        body.print("\u00e4", ISO_8859_1);
        body.close();

        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        expected.writeBytes("\u65e5".getBytes(Charset.forName("ISO-2022-JP")));
        expected.writeBytes("\u00e4\ufffd".getBytes(UTF_8));
        expected.writeBytes("\u00e4".getBytes(ISO_8859_1));
        assertArrayEquals(expected.toByteArray(), sent.toByteArray());
    }

    @Test
    void eightKibibytesAreHeld() throws IOException {
        body.print("a".repeat(8000), UTF_8);
        body.write(new byte[192]);
        assertEquals(0, sent.size());

        body.print("b", UTF_8);
        assertEquals(8193, sent.size());
    }
}
