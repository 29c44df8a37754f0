// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange.request;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One part of a multipart body (RFC 7578).
 *
 * @param name of the form's field
 * @param fileName as the client sent it, without folders; null for a part that is no file
 * @param contentType null when the client sent none
 * @param headers by name in lower case; values of one name with commas between
 */
public record RequestPart(
        String name, String fileName, String contentType, Map<String, String> headers, SpooledBytes content) {
    /** What is known of it without its content: name, fileName, contentType, size (bytes) and headers. */
    public Map<String, Object> description() {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("name", name);
        description.put("fileName", fileName);
        description.put("contentType", contentType);
        description.put("size", content.size());
        description.put("headers", headers);
        return description;
    }

    /** The content. */
    public byte[] getBytes() {
        try {
            return content.toArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a file of a request cannot be read", e);
        }
    }

    /** The content as text in the part's own charset, UTF-8 when it names none. */
    public String getText() {
        String charset = new ContentType(contentType).charsetName();
        return EncodedText.of(getBytes(), ContentType.charset(charset)).text();
    }
}
