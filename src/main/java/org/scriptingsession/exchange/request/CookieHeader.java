// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The header {@code Cookie} as the client sent it (RFC 6265bis, 4.2.1). Containers cut values at characters of older
 * specifications, keep one of several cookies of a name, and sort them.
 */
public final class CookieHeader {
    static final String NAME = "Cookie";

    private CookieHeader() {}

    /**
     * The header as one text; null when there is none. A client of HTTP/2 may send it in several fields, which are joined by a
     * semicolon and a blank (RFC 9113, 8.2.3).
     */
    static String joined(HttpServletRequest request) {
        List<String> fields = Collections.list(request.getHeaders(NAME));
        return fields.isEmpty() ? null : ClientText.utf8(String.join("; ", fields));
    }

    /** The cookies of a request in the order they came, those of one name beside each other included. */
    public static List<RequestCookie> cookies(HttpServletRequest request) {
        String header = joined(request);
        List<RequestCookie> cookies = new ArrayList<>();
        for (String pair : header == null ? new String[0] : header.split(";")) {
            String text = pair.strip();
            if (!text.isEmpty()) {
                cookies.add(cookie(text));
            }
        }
        return cookies;
    }

    /** A browser sends a cookie without name as its value alone (RFC 6265bis, 5.8.3). */
    private static RequestCookie cookie(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0
                ? new RequestCookie("", pair)
                : new RequestCookie(
                        pair.substring(0, equals).strip(),
                        pair.substring(equals + 1).strip());
    }
}
