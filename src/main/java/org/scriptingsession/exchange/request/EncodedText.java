// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange.request;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes of text. A byte order mark says more of their charset than the client does, and is no part of the text (Encoding
 * Standard, 6, "decode").
 *
 * @param charset as the mark says, else as the client does
 * @param markLength bytes of the mark; 0 for none
 */
record EncodedText(byte[] bytes, Charset charset, int markLength) {
    /** @param named the charset that the client named */
    static EncodedText of(byte[] bytes, Charset named) {
        if (bytes.length > 2 && at(bytes, 0) == 0xef && at(bytes, 1) == 0xbb && at(bytes, 2) == 0xbf) {
            return new EncodedText(bytes, StandardCharsets.UTF_8, 3);
        }
        // UTF-32 begins with the mark of UTF-16, and Java skips its own
        if (bytes.length > 1 && !named.name().startsWith("UTF-32")) {
            int mark = at(bytes, 0) << 8 | at(bytes, 1);
            if (mark == 0xfeff) {
                return new EncodedText(bytes, StandardCharsets.UTF_16BE, 2);
            }
            if (mark == 0xfffe) {
                return new EncodedText(bytes, StandardCharsets.UTF_16LE, 2);
            }
        }
        return new EncodedText(bytes, named, 0);
    }

    /** The text; what is no text in the charset becomes U+FFFD. */
    String text() {
        return new String(bytes, markLength, bytes.length - markLength, charset);
    }

    /** The text in a charset that has ASCII characters as they are: UTF-8 instead of UTF-16 and UTF-32; without a mark. */
    EncodedText overAscii() {
        if (charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32")) {
            return new EncodedText(text().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8, 0);
        }
        byte[] unmarked = markLength == 0 ? bytes : Arrays.copyOfRange(bytes, markLength, bytes.length);
        return new EncodedText(unmarked, charset, 0);
    }

    private static int at(byte[] bytes, int index) {
        return bytes[index] & 0xff;
    }
}
