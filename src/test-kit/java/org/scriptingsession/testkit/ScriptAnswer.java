// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.testkit;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.error.Failure;
import org.springframework.mock.web.MockHttpServletResponse;

/** What a client gets. Its {@link #toString} tells all of it, for the message of an assertion. */
public final class ScriptAnswer {
    private static final Pattern CHARSET = Pattern.compile(";\\s*charset=\"?([\\w-]+)", Pattern.CASE_INSENSITIVE);

    private final MockHttpServletResponse response;
    private final byte[] body;
    private final ScriptingException error;
    private final boolean cut;

    ScriptAnswer(ClientRequest request, MockHttpServletResponse response) {
        this.response = response;
        // servers leave out what is written in answer to HEAD
        this.body = request.getMethod().equals("HEAD") ? new byte[0] : response.getContentAsByteArray();
        this.error = request.error().orElse(null);
        this.cut = request.isCut();
    }

    /** The status, such as 200. */
    public int status() {
        return response.getStatus();
    }

    /** The first value of a header field; null when absent. */
    public String header(String name) {
        return response.getHeader(name);
    }

    /** All values of a header field; empty when absent. */
    public List<String> headers(String name) {
        return response.getHeaders(name);
    }

    /** The body as it was sent. */
    public byte[] bytes() {
        return body.clone();
    }

    /** The body as text, in the encoding that its content type names; UTF-8 when it names none. */
    public String text() {
        String type = response.getContentType();
        Matcher named = CHARSET.matcher(type == null ? "" : type);
        return new String(body, named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8);
    }

    /**
     * The body, which is JSON, as JSON-B reads it.
     *
     * @param type such as a record of the test, or {@code Map.class}
     */
    public <T> T json(Class<T> type) {
        return Binding.JSON.fromJson(text(), type);
    }

    /** Why the answer is a problem; empty when the script has answered. A script's own exception is the cause. */
    public Optional<ScriptingException> error() {
        return Optional.ofNullable(error);
    }

    /** Whether the connection was cut, as a part of the answer was sent when the script failed. */
    public boolean isCut() {
        return cut;
    }

    @Override
    public String toString() {
        String headers = response.getHeaderNames().stream()
                .map(name -> name + ": " + String.join(", ", headers(name)))
                .collect(Collectors.joining("\n"));
        String stack = error instanceof Failure failure ? failure.stack().orElse("") : "";
        String failed = error == null ? "" : "\n\n" + error + stack;
        return status() + "\n" + headers + "\n\n" + text() + failed + (cut ? "\n(cut)" : "");
    }

    /** Made when a test reads JSON. */
    private static final class Binding {
        static final Jsonb JSON = JsonbBuilder.create();
    }
}
