// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange.request;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.scriptingsession.exchange.HeaderSyntax;

/** Percent-encoded text (RFC 3986, 2.1), decoded strictly: what is malformed is told, never dropped or replaced. */
public final class PercentEncoding {
    private PercentEncoding() {}

    /** Decodes UTF-8; a character that is not encoded means itself. Empty when an escape is malformed, or no UTF-8. */
    public static Optional<String> decode(String text) {
        if (text.indexOf('%') < 0 && HeaderSyntax.isAscii(text)) {
            return Optional.of(text);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return decode(bytes, 0, bytes.length, false, StandardCharsets.UTF_8);
    }

    /**
     * Decodes a part of the bytes.
     *
     * @param plusIsSpace as in forms and queries
     * @return empty when an escape is malformed, or the bytes are not valid in the charset
     */
    static Optional<String> decode(byte[] bytes, int from, int to, boolean plusIsSpace, Charset charset) {
        byte[] decoded = new byte[to - from];
        int length = 0;
        for (int i = from; i < to; i++) {
            byte next = bytes[i];
            if (next == '%') {
                int high = i + 2 < to ? Character.digit(bytes[i + 1], 16) : -1;
                int low = i + 2 < to ? Character.digit(bytes[i + 2], 16) : -1;
                if (high < 0 || low < 0) {
                    return Optional.empty();
                }
                decoded[length++] = (byte) (high << 4 | low);
                i += 2;
            } else {
                decoded[length++] = next == '+' && plusIsSpace ? (byte) ' ' : next;
            }
        }
        return text(ByteBuffer.wrap(decoded, 0, length), charset);
    }

    private static Optional<String> text(ByteBuffer bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException invalid) {
            return Optional.empty();
        }
    }
}
