// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange.response;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.exchange.HeaderSyntax;

/**
 * A cookie that a script sets, written as RFC 6265bis (4.1.1) has it: containers add quotes and attributes of older
 * specifications, and leave out dates.
 */
final class SetCookie {
    static final String HEADER = "Set-Cookie";

    private static final String EXPIRES = "Expires";
    private static final String MAX_AGE = "Max-Age";

    /** What is there or not; compared without regard to case. */
    private static final Set<String> FLAGS = Set.of("httponly", "secure", "partitioned");

    private static final Pattern SECONDS = Pattern.compile("-?[0-9]{1,18}");

    /** IMF-fixdate of RFC 9110 (5.6.7). */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final String name;
    private final String value;
    private final Map<String, String> attributes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /**
     * @param attributes by their names in HTTP, in any case; an empty text is written as the name alone
     * @throws org.scriptingsession.api.ScriptingException when a browser would not understand it as it is meant
     */
    SetCookie(String name, String value, Map<String, String> attributes) {
        HeaderSyntax.checkName(name);
        HeaderSyntax.checkCookieValue(name, value);
        this.name = name;
        this.value = value;
        attributes.forEach(this::set);
        HeaderSyntax.checkCookiePrefix(name, this.attributes);
    }

    /** The same for two cookies of which a browser keeps the later one (RFC 6265bis, 5.7). */
    String identity() {
        String domain = attributes.getOrDefault("Domain", "").toLowerCase(Locale.ROOT);
        return String.join(
                ";", name, domain.startsWith(".") ? domain.substring(1) : domain, attributes.getOrDefault("Path", ""));
    }

    /** The value of the header. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(name).append('=').append(value);
        attributes.forEach((attribute, setting) -> {
            text.append("; ").append(attribute);
            if (!setting.isEmpty()) {
                text.append('=').append(setting);
            }
        });
        return text.toString();
    }

    private void set(String attribute, String text) {
        HeaderSyntax.checkName(attribute);
        HeaderSyntax.checkCookieAttribute(attribute, text);
        if (FLAGS.contains(attribute.toLowerCase(Locale.ROOT))) {
            setFlag(attribute, text);
        } else if (EXPIRES.equalsIgnoreCase(attribute)) {
            attributes.put(EXPIRES, date(text));
        } else if (MAX_AGE.equalsIgnoreCase(attribute)) {
            attributes.put(MAX_AGE, seconds(text));
        } else {
            attributes.put(attribute, text);
        }
    }

    private void setFlag(String attribute, String text) {
        switch (text.toLowerCase(Locale.ROOT)) {
            case "", "true" -> attributes.put(attribute, "");
            case "false" -> attributes.remove(attribute);
            default -> throw invalid(attribute, "true or false");
        }
    }

    private static String date(String text) {
        try {
            return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .withZoneSameInstant(ZoneOffset.UTC)
                    .format(DATE);
        } catch (DateTimeException noDate) {
            throw invalid(EXPIRES, "a Date of a year up to 9999, or its toUTCString()");
        }
    }

    /** What lies in the past ends the cookie at once, as 0 does, which older browsers know, too. */
    private static String seconds(String text) {
        if (!SECONDS.matcher(text).matches()) {
            throw invalid(MAX_AGE, "a whole number of seconds");
        }
        return Long.toString(Math.max(0, Long.parseLong(text)));
    }

    private static RuntimeException invalid(String attribute, String expected) {
        return Mistake.INVALID_ARGUMENT.with("The cookie attribute " + attribute, expected);
    }
}
