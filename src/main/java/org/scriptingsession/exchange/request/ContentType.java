// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange.request;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.exchange.Exchange;

/** What can be read in a Content-Type as the client sent it, well-formed or not. */
final class ContentType {
    private final String type;
    private final Map<String, String> parameters;

    /** @param sent null for none */
    ContentType(String sent) {
        String text = sent == null ? "" : sent;
        parameters = HeaderParameters.of(text);
        int end = text.indexOf(';');
        type = (end < 0 ? text : text.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /** Whether it is of the type, which is in lower case; parameters do not count. */
    boolean is(String wanted) {
        return type.equals(wanted);
    }

    /** Whether it says anything of a charset, readable or not. */
    boolean hasCharset() {
        return parameters.containsKey("charset");
    }

    /** The charset's name as sent; null for none. */
    String charsetName() {
        String name = parameters.get("charset");
        return name == null || name.isBlank() ? null : name.strip();
    }

    /** What separates the parts of a multipart body; null for none. */
    String boundary() {
        return parameters.get("boundary");
    }

    /**
     * The charset of that name.
     *
     * @param name null for UTF-8
     * @throws org.scriptingsession.api.ScriptingException when the server does not know it; uncaught it is answered with 415
     */
    static Charset charset(String name) {
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            throw Exchange.refused(Mistake.UNKNOWN_CHARSET.because(unknown, name));
        }
    }
}
