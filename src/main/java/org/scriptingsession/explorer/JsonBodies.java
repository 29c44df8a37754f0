// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.explorer;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.value.JsonText;

/** JSON that the page sends and gets. */
final class JsonBodies {
    /** Nothing can be made of what was sent (RFC 9110, 15.5.21). */
    private static final int UNPROCESSABLE = 422;

    private static final int FIRST_ESCAPED = 0x7f;
    private static final int LONGEST = Integer.MAX_VALUE - 8;

    private JsonBodies() {}

    static void send(HttpServletResponse response, JsonObject json) throws IOException {
        response.setContentType("application/json");
        write(response, ascii(json.toString()));
    }

    static void write(HttpServletResponse response, String text) throws IOException {
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What a script would have to answer for (500) is here what somebody has typed. */
    static void refuse(HttpServletResponse response, ScriptingException e) throws IOException {
        int status = Mistake.of(e).status();
        response.setStatus(status == HttpServletResponse.SC_INTERNAL_SERVER_ERROR ? UNPROCESSABLE : status);
        response.setHeader("Cache-Control", "no-store");
        send(
                response,
                JsonText.JSON
                        .createObjectBuilder()
                        .add("error", e.id())
                        .add("detail", e.getMessage())
                        .build());
    }

    /** The request's body; more than the settings allow is refused. */
    static String text(HttpServletRequest request, long maxBytes) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes((int) Math.min(LONGEST, maxBytes + 1));
        if (bytes.length > maxBytes) {
            throw Mistake.REQUEST_TOO_LARGE.with(maxBytes);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The object that a text is; an empty one where it is other JSON. */
    static JsonObject object(String text) {
        return json(text) instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    }

    /** The name that a query has as a string of JSON, which can say every name; empty where it has none. */
    static String name(HttpServletRequest request) {
        JsonArray list = json("[" + request.getParameter("name") + "]").asJsonArray();
        return !list.isEmpty() && list.get(0) instanceof JsonString name ? name.getString() : "";
    }

    private static JsonStructure json(String text) {
        try (JsonReader reader = JsonText.JSON.createReader(new StringReader(text))) {
            return reader.read();
        } catch (RuntimeException e) {
            // also for what is nested deeper than the parser likes
            throw Mistake.INVALID_JSON.because(e, "it cannot be read");
        }
    }

    /** Names and values may have characters that no encoding has (half a surrogate pair); JSON can escape each. */
    private static String ascii(String json) {
        StringBuilder ascii = new StringBuilder(json.length() + 16);
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c < FIRST_ESCAPED) {
                ascii.append(c);
            } else {
                ascii.append("\\u").append(HexFormat.of().toHexDigits(c));
            }
        }
        return ascii.toString();
    }
}
