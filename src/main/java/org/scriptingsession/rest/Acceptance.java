// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What kind of answer a client would rather have (RFC 9110, 12.5.1). */
final class Acceptance {
    private static final Pattern QUALITY =
            Pattern.compile(";\\s*q\\s*=\\s*(\\d(?:\\.\\d{0,3})?)", Pattern.CASE_INSENSITIVE);

    private Acceptance() {}

    /** Whether a person reads the answer in a browser: HTML is asked for by name, and before JSON. */
    static boolean prefersHtml(HttpServletRequest request) {
        return prefersHtml(String.join(",", Collections.list(request.getHeaders("Accept"))));
    }

    static boolean prefersHtml(String accept) {
        double html = 0;
        double json = 0;
        for (String range : accept.split(",")) {
            String type = range.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
            // of two that are liked alike the first counts
            if (type.equals("text/html") || type.equals("application/xhtml+xml")) {
                html = json == quality(range) ? html : Math.max(html, quality(range));
            } else if (type.equals("application/json") || type.endsWith("+json")) {
                json = html == quality(range) ? json : Math.max(json, quality(range));
            }
        }
        return html > json;
    }

    private static double quality(String range) {
        Matcher matcher = QUALITY.matcher(range);
        return matcher.find() ? Double.parseDouble(matcher.group(1)) : 1;
    }
}
