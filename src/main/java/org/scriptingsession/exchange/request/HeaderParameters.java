// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange.request;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Parameters of a header's value (RFC 9110, 5.6.6), such as {@code form-data; name="a"}: character for character, since browsers
 * decode nothing there but a quote (HTML, 4.10.21.8), and libraries for mail decode more. What is malformed is skipped.
 */
final class HeaderParameters {
    private static final String QUOTE = "\"";
    private static final String ESCAPED_QUOTE = "\\\"";

    private HeaderParameters() {}

    /** The parameters by name in lower case, the first of each. */
    static Map<String, String> of(String value) {
        Map<String, String> parameters = new HashMap<>();
        int end;
        for (int from = end(value, 0); from < value.length(); from = end) {
            end = end(value, from + 1);
            String parameter = value.substring(from + 1, end);
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                parameters.putIfAbsent(
                        parameter.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        unquoted(parameter.substring(equals + 1).strip()));
            }
        }
        return parameters;
    }

    /** The index of the next semicolon that is not between quotes; the value's length when there is none. */
    private static int end(String value, int from) {
        boolean quoted = false;
        for (int i = from; i < value.length(); i++) {
            if (quoted && value.startsWith(ESCAPED_QUOTE, i)) {
                i++;
            } else if (value.startsWith(QUOTE, i)) {
                quoted = !quoted;
            } else if (!quoted && value.charAt(i) == ';') {
                return i;
            }
        }
        return value.length();
    }

    private static String unquoted(String text) {
        boolean quotes = text.length() > 1 && text.startsWith(QUOTE) && text.endsWith(QUOTE);
        return quotes ? text.substring(1, text.length() - 1).replace(ESCAPED_QUOTE, QUOTE) : text;
    }
}
