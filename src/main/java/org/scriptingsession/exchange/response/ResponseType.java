// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange.response;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.exchange.HeaderSyntax;

/**
 * The type, parameters and charset of a body (RFC 9110, 8.3). Each is kept until it is set again, in whatever order a script sets
 * them; only the parameters of one type are none of another.
 *
 * @param type such as {@code text/html}; null when none was set
 * @param parameters all but the charset as a script gave them, each after a semicolon
 * @param set null when no charset was set
 */
record ResponseType(String type, String parameters, Charset set) {
    static final ResponseType NONE = new ResponseType(null, "", null);

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern TYPE = Pattern.compile("[ \t]*+(" + TOKEN + "/" + TOKEN + ")");

    /** A parameter, or none: an empty one is allowed (RFC 9110, 5.6.6). */
    private static final Pattern PARAMETER = Pattern.compile(
            "[ \t]*+;[ \t]*+(?:(" + TOKEN + ")=(" + TOKEN + "|\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"))?+");

    /**
     * This with the type of a header's value, its parameters, and its charset if it names one.
     *
     * @throws org.scriptingsession.api.ScriptingException INVALID_VALUE for what is no media type, or names a charset that text
     *     cannot be written in
     */
    ResponseType with(String value) {
        HeaderSyntax.checkValue("Content-Type", value);
        Matcher matcher = TYPE.matcher(value);
        if (!matcher.lookingAt()) {
            throw invalid();
        }
        String given = matcher.group(1);
        StringBuilder others = new StringBuilder();
        Charset charset = set;
        int end = matcher.end();
        matcher.usePattern(PARAMETER);
        while (matcher.region(end, value.length()).lookingAt()) {
            end = matcher.end();
            if ("charset".equalsIgnoreCase(matcher.group(1))) {
                charset = charset(unquoted(matcher.group(2)));
            } else if (matcher.group(1) != null) {
                others.append(';').append(matcher.group(1)).append('=').append(matcher.group(2));
            }
        }
        if (!value.substring(end).isBlank()) {
            throw invalid();
        }
        return new ResponseType(given, others.toString(), charset);
    }

    /** This with a charset. Fails as {@link #with}. */
    ResponseType withCharset(String name) {
        return new ResponseType(type, parameters, charset(name));
    }

    /** This if a type was set, else as JSON. */
    ResponseType orJson() {
        return type == null ? new ResponseType("application/json", "", set) : this;
    }

    /** What text is written in. */
    Charset charset() {
        return set == null ? StandardCharsets.UTF_8 : set;
    }

    /** The header's value. The charset comes last, where servers would put it. */
    @Override
    public String toString() {
        String shown = (type == null ? "text/plain" : type) + parameters;
        boolean text = shown.regionMatches(true, 0, "text/", 0, 5);
        return set == null && !text ? shown : shown + ";charset=" + charset().name();
    }

    private static String unquoted(String value) {
        return value.startsWith("\"") ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
    }

    /** Some charsets are for reading alone. */
    private static Charset charset(String name) {
        try {
            Charset found = Charset.forName(name);
            if (found.canEncode()) {
                return found;
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw unwritable(e);
        }
        throw unwritable(null);
    }

    private static RuntimeException unwritable(Throwable cause) {
        return Mistake.INVALID_ARGUMENT.because(
                cause, "The character encoding", "the name of a charset that text can be written in, such as UTF-8");
    }

    private static RuntimeException invalid() {
        return Mistake.INVALID_ARGUMENT.with("The content type", "a media type, such as text/html; charset=UTF-8");
    }
}
