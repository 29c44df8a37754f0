// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange.request;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.scriptingsession.exchange.HeaderSyntax;

/** Text of a request's head that is not ASCII. Containers read its bytes as ISO 8859-1; clients send UTF-8. */
public final class ClientText {
    private ClientText() {}

    /** The text read as UTF-8; as it is when it was read as UTF-8 already, or is not UTF-8; null for null. */
    public static String utf8(String text) {
        if (text == null || HeaderSyntax.isAscii(text) || text.chars().anyMatch(c -> c > 0xff)) {
            return text;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return text;
        }
    }
}
