// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange.request;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.exchange.Exchange;

/**
 * Reads {@code application/x-www-form-urlencoded}: a form's body, or a query. Names and values are what browsers mean by them
 * (URL Standard, 5.1), but what is malformed is refused, where that standard would guess. The time is linear.
 */
public final class FormFields {
    private FormFields() {}

    /**
     * Gives each field, in the order they came.
     *
     * @param encoded without a byte order mark
     * @param where what the fields are of, such as {@code form}
     * @param field takes name and value; the value is null where the name has no {@code =}
     * @throws org.scriptingsession.api.ScriptingException when a field has a malformed escape, or bytes that are not valid in the
     *     charset; uncaught it is answered with 400
     */
    public static void read(byte[] encoded, Charset charset, String where, BiConsumer<String, String> field) {
        int end;
        for (int from = 0; from < encoded.length; from = end + 1) {
            end = indexOf('&', encoded, from, encoded.length);
            if (end == from) {
                continue;
            }
            int equals = indexOf('=', encoded, from, end);
            Optional<String> name = decoded(encoded, from, equals, charset);
            Optional<String> value = decoded(encoded, Math.min(equals + 1, end), end, charset);
            if (name.isEmpty() || value.isEmpty()) {
                String asSent = new String(encoded, from, equals - from, StandardCharsets.UTF_8);
                throw Exchange.refused(Mistake.MALFORMED_FIELD.with(asSent, where, charset.name()));
            }
            field.accept(name.get(), equals == end ? null : value.get());
        }
    }

    private static Optional<String> decoded(byte[] encoded, int from, int to, Charset charset) {
        return PercentEncoding.decode(encoded, from, to, true, charset);
    }

    /** The index of the first of that byte; {@code to} when there is none. */
    private static int indexOf(char wanted, byte[] bytes, int from, int to) {
        int index = from;
        while (index < to && bytes[index] != wanted) {
            index++;
        }
        return index;
    }
}
