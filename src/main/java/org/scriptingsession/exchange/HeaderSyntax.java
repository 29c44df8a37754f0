// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.scriptingsession.error.Mistake;

/** The syntax of RFC 9110 (5.1, 5.5) and RFC 6265bis (4.1.1), checked here so that both containers refuse the same. */
public final class HeaderSyntax {
    private static final String TOKEN_PUNCTUATION = "!#$%&'*+-.^_`|~";

    private static final Set<String> HOP_BY_HOP =
            Set.of("connection", "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade");

    private static final int LONGEST_REASON = 1000;

    private HeaderSyntax() {}

    /** The first 1,000 characters of a message on one line: a server may make it the reason phrase. */
    public static String reasonPhrase(String message) {
        return message.codePoints()
                .limit(LONGEST_REASON)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
    }

    /** Whether a response of this status has no body (RFC 9110, 15.3.5, 15.3.6 and 15.4.5). */
    public static boolean hasNoBody(int status) {
        return status == HttpServletResponse.SC_NO_CONTENT
                || status == HttpServletResponse.SC_RESET_CONTENT
                || status == HttpServletResponse.SC_NOT_MODIFIED;
    }

    /** Whether a header announces the length of the body. */
    static boolean isLength(String name) {
        return HttpHeaders.CONTENT_LENGTH.equalsIgnoreCase(name);
    }

    public static void checkName(String name) {
        if (name == null || name.isEmpty() || !name.chars().allMatch(HeaderSyntax::isTokenChar)) {
            throw Mistake.INVALID_HEADER_NAME.with();
        }
    }

    /** A header that a script may set: not one that says where a message or connection ends (RFC 9110, 7.6.1). */
    public static void checkSettable(String name) {
        checkName(name);
        if (HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
            throw Mistake.SERVERS_HEADER.with(name);
        }
        if (name.equalsIgnoreCase("Set-Cookie")) {
            throw Mistake.COOKIE_AS_HEADER.with();
        }
    }

    /**
     * Cookie name prefixes (RFC 6265bis, 4.1.3): a cookie that breaks their promise is one nobody gets.
     *
     * @param attributes whose names are compared without regard to case
     */
    public static void checkCookiePrefix(String name, Map<String, String> attributes) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean host = lower.startsWith("__host-");
        if (!host && !lower.startsWith("__secure-")) {
            return;
        }
        boolean secure = attributes.containsKey("Secure");
        if (!secure || host && (!"/".equals(attributes.get("Path")) || attributes.containsKey("Domain"))) {
            throw Mistake.COOKIE_PREFIX.with(name);
        }
    }

    public static void checkValue(String name, String value) {
        check(name, value, c -> c == '\t' || c >= ' ' && c < 0x7f);
    }

    /** Octets of a cookie's value, between quotes or not (RFC 6265bis, 4.1.1): some server or proxy cuts all others. */
    public static void checkCookieValue(String name, String value) {
        boolean quoted = value != null && value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        String octets = quoted ? value.substring(1, value.length() - 1) : value;
        if (octets == null || !octets.chars().allMatch(c -> c > ' ' && c < 0x7f && "\",;\\".indexOf(c) < 0)) {
            throw Mistake.INVALID_COOKIE_VALUE.with(name);
        }
    }

    public static void checkCookieAttribute(String name, String value) {
        check(name, value, c -> c >= ' ' && c < 0x7f && c != ';');
    }

    /**
     * Whether all characters are ASCII; a server can be asked for no header of another name: Undertow throws. Each request's path
     * is looked at, so this is a loop and no stream.
     */
    public static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static void check(String name, String value, IntPredicate allowed) {
        if (value == null || !value.chars().allMatch(allowed)) {
            throw Mistake.INVALID_HEADER_VALUE.with(name);
        }
    }

    private static boolean isTokenChar(int c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || TOKEN_PUNCTUATION.indexOf(c) >= 0);
    }
}
