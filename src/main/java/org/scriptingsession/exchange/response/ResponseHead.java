// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange.response;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.exchange.HeaderSyntax;

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
    private static final String CONTENT_TYPE = "Content-Type";
    private static final String CONTENT_LENGTH = "Content-Length";
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
    private static final long NO_LENGTH = -1;

    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private int status = HttpServletResponse.SC_OK;
    private ResponseType contentType = ResponseType.NONE;
    private boolean textBegun;
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
        return contentType.charset();
    }

    /** The charset of text that is written now: text is one stream, so that from now on the charset stays. */
    Charset charsetOfText() {
        textBegun = true;
        return charset();
    }

    /** As it will be sent. */
    String contentType() {
        return contentType.toString();
    }

    void contentType(String value) {
        change(contentType.with(value));
    }

    void characterEncoding(String name) {
        change(contentType.withCharset(name));
    }

    /** For JSON text, unless a content type was set. */
    void contentTypeOfJson() {
        change(contentType.orJson());
    }

    private void change(ResponseType changed) {
        if (textBegun && !changed.charset().equals(charset())) {
            throw Mistake.INVALID_ARGUMENT.with(
                    "The character encoding", charset() + ", in which text was written before");
        }
        contentType = changed;
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
    void send(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(status);
        if (mayHaveBody()) {
            response.setContentType(contentType());
        } else {
            announceNone();
        }
        if (status == HttpServletResponse.SC_RESET_CONTENT) {
            endAtOnce(request, response);
        }
        headers.forEach((name, values) -> {
            // the session's cookie is the container's and stays, and what others have said to caches holds on
            boolean first = !name.equals(SetCookie.HEADER) && !HttpHeaders.VARY.equalsIgnoreCase(name);
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

    /** After 205 a client waits for a body unless it is told of none (RFC 9112, 6.3); Payara sends no length with this status. */
    private static void endAtOnce(HttpServletRequest request, HttpServletResponse response) {
        response.setContentLength(0);
        if (request.getProtocol().startsWith("HTTP/1.")) {
            response.setHeader("Connection", "close");
        }
    }

    boolean mayHaveBody() {
        return !HeaderSyntax.hasNoBody(status);
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
}
