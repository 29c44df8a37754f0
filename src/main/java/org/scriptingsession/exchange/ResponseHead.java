// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.scriptingsession.error.Mistake;

/**
 * Status, headers and cookies until they are sent. Kept apart from the container's response because its reset() would, on
 * one of the servers, also drop the cookie of a session made in this call.
 */
public final class ResponseHead {
    /**
     * Of header fields and cookies together. With those of the server and of other components Payara has room for 100, and
     * Undertow for 127 of one name: both fail when more are sent.
     */
    private static final int MOST_FIELDS = 80;

    private static final int MOST_STATUS = 599;
    private static final String DEFAULT_TYPE = "text/plain;charset=UTF-8";
    private static final String CONTENT_TYPE = "Content-Type";
    private static final String CONTENT_LENGTH = "Content-Length";
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
    private static final long NO_LENGTH = -1;

    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private int status = HttpServletResponse.SC_OK;
    private String contentType = DEFAULT_TYPE;
    private Charset charset = StandardCharsets.UTF_8;
    private long length = NO_LENGTH;

    /** What a status must be that is not below the least one. */
    public static String statuses(int least) {
        return "a whole number from " + least + " to " + MOST_STATUS;
    }

    /**
     * A status that a script gives.
     *
     * @throws org.scriptingsession.api.ScriptingException INVALID_VALUE for a number outside
     */
    public static int checkedStatus(long code, int least) {
        if (code < least || code > MOST_STATUS) {
            throw Mistake.INVALID_ARGUMENT.with("The status", statuses(least));
        }
        return (int) code;
    }

    /** After 1xx the client waits for another response (RFC 9110, 15). */
    void status(int code) {
        status = checkedStatus(code, HttpServletResponse.SC_OK);
    }

    Charset charset() {
        return charset;
    }

    boolean isDefaultType() {
        return contentType.equals(DEFAULT_TYPE);
    }

    String contentType() {
        return contentType;
    }

    void contentType(String type) {
        HeaderSyntax.checkValue(CONTENT_TYPE, type);
        String parameter = charsetOf(type);
        charset = parameter == null ? StandardCharsets.UTF_8 : charset(parameter);
        boolean bareText = parameter == null && type.regionMatches(true, 0, "text/", 0, 5);
        contentType = bareText ? type + ";charset=UTF-8" : type;
    }

    void characterEncoding(String encoding) {
        charset = charset(encoding);
        contentType = contentType.split(";", 2)[0] + ";charset=" + charset.name();
    }

    void header(String name, String value, boolean replace) {
        HeaderSyntax.checkSettable(name);
        HeaderSyntax.checkValue(name, value);
        if (CONTENT_TYPE.equalsIgnoreCase(name)) {
            contentType(value);
            return;
        }
        boolean announces = CONTENT_LENGTH.equalsIgnoreCase(name);
        if (!headers.containsKey(name) || !replace && !announces) {
            checkRoom();
        }
        if (announces) {
            announce(value, replace);
        }
        List<String> values = headers.computeIfAbsent(name, key -> new ArrayList<>(1));
        if (replace || announces) {
            values.clear();
        }
        values.add(announces ? Long.toString(length) : value);
    }

    /** The announced length of the body; negative when none is, or there is no body whatever was announced. */
    long length() {
        return mayHaveBody() ? length : NO_LENGTH;
    }

    /** For an answer in place of the script's own. */
    void announceNone() {
        headers.remove(CONTENT_LENGTH);
        length = NO_LENGTH;
    }

    private void announce(String value, boolean replace) {
        if (!LENGTH.matcher(value).matches()) {
            throw Mistake.INVALID_LENGTH.with();
        }
        long given = Long.parseLong(value);
        if (!replace && length != NO_LENGTH && length != given) {
            throw Mistake.INVALID_LENGTH.with();
        }
        length = given;
    }

    /** All headers but the content type; of {@code Set-Cookie} those that the script has set. */
    Map<String, List<String>> headers() {
        return headers;
    }

    /** A cookie that a browser would take for one that was set before takes its place. */
    void cookie(String name, String value, Map<String, String> attributes) {
        SetCookie cookie = new SetCookie(name, value, attributes);
        if (cookies.remove(cookie.identity()) == null) {
            checkRoom();
        }
        cookies.put(cookie.identity(), cookie.toString());
        headers.put(SetCookie.HEADER, List.copyOf(cookies.values()));
    }

    /** Hands all of it to the container, which adds the length of a body that fits into its buffer. */
    void send(HttpServletResponse response) {
        response.setStatus(status);
        if (mayHaveBody()) {
            response.setContentType(contentType);
        } else {
            announceNone();
        }
        headers.forEach((name, values) -> {
            // the session's cookie is the container's, and stays
            boolean first = !name.equals(SetCookie.HEADER);
            for (String value : values) {
                if (first) {
                    response.setHeader(name, value);
                } else {
                    response.addHeader(name, value);
                }
                first = false;
            }
        });
    }

    /** RFC 9110, 15.3.5, 15.3.6 and 15.4.5. */
    boolean mayHaveBody() {
        return status != HttpServletResponse.SC_NO_CONTENT
                && status != HttpServletResponse.SC_RESET_CONTENT
                && status != HttpServletResponse.SC_NOT_MODIFIED;
    }

    private void checkRoom() {
        int fields = 0;
        for (List<String> values : headers.values()) {
            fields += values.size();
        }
        if (fields >= MOST_FIELDS) {
            throw Mistake.TOO_MANY_HEADERS.with(MOST_FIELDS);
        }
    }

    /** Some charsets are for reading alone. */
    private static Charset charset(String name) {
        try {
            Charset found = Charset.forName(name);
            found.newEncoder();
            return found;
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            throw Mistake.INVALID_ARGUMENT.with("The character encoding", "the name of a charset, such as UTF-8");
        }
    }

    private static String charsetOf(String contentType) {
        for (String parameter : contentType.split(";")) {
            String text = parameter.strip();
            if (text.regionMatches(true, 0, "charset=", 0, 8)) {
                return text.substring(8).replace("\"", "");
            }
        }
        return null;
    }
}
