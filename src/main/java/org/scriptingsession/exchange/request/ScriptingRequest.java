// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.scriptingsession.config.RequestConfig;
import org.scriptingsession.exchange.HeaderSyntax;
import org.scriptingsession.value.AttributeNames;

/**
 * The HTTP request of the current call as scripts see it. What is absent is null, or an empty list or map. Where scripts
 * see just what Jakarta Servlet says, they go through {@link #servlet}.
 */
public final class ScriptingRequest {
    private final HttpServletRequest request;
    private final String pathInfo;
    private final String resourcePath;
    private final AttributeNames names;
    private final RequestBody body;
    private final RequestForm form;

    /**
     * @param pathInfo the script's path and what follows it, decoded
     * @param resourcePath what follows the script's own path, decoded
     * @param limits what can be read of the body
     */
    public ScriptingRequest(
            HttpServletRequest request,
            String pathInfo,
            String resourcePath,
            AttributeNames names,
            RequestConfig limits) {
        this.request = request;
        this.pathInfo = pathInfo;
        this.resourcePath = resourcePath;
        this.names = names;
        this.body = new RequestBody(request, limits);
        this.form = new RequestForm(request, body, limits);
    }

    /**
     * To be called before the script runs.
     *
     * @throws org.scriptingsession.api.ScriptingException when the length that the client has announced is over the limit
     */
    public void checkLength() {
        body.checkLength();
    }

    /** To be called before a context is taken: waits for a body that is on its way. What fails is told when the script reads. */
    public void awaitBody() {
        body.await();
    }

    /** To be called when the request was served: deletes the files that its body has made. */
    public void close() {
        form.delete();
        body.delete();
    }

    /** The container's request. */
    public HttpServletRequest servlet() {
        return request;
    }

    /** {@code /cart.mjs/items/3}: containers differ in what they decode and cut off. */
    public String getPathInfo() {
        return pathInfo;
    }

    /** {@code items/3} for {@code /js/cart.mjs/items/3}; empty when nothing follows the script's path. */
    public String getResourcePath() {
        return resourcePath;
    }

    /** The character encoding the client named, else the application's for requests; null when there is none. */
    public String getCharacterEncoding() {
        return form.charsetName();
    }

    /** The first value of a parameter; null when absent. */
    public String getParameter(String name) {
        List<String> values = form.parameters().get(name);
        return values == null ? null : values.get(0);
    }

    /**
     * All parameters with all their values, in the order they came, those of the query before those of the body.
     *
     * @throws org.scriptingsession.api.ScriptingException when the query or the form is malformed, or the body too large
     */
    public Map<String, List<String>> getParameters() {
        return form.parameters();
    }

    /** The values of a parameter; null when absent. */
    public List<String> getParameterValues(String name) {
        return form.parameters().get(name);
    }

    /** The parts of a body in multipart/form-data; empty for another body. */
    public List<RequestPart> getParts() {
        return form.parts();
    }

    /**
     * The fields of the query alone, in the order they came: true for a name without {@code =}, a list for a name that comes
     * more than once.
     *
     * @throws org.scriptingsession.api.ScriptingException when an escape is malformed
     */
    public Map<String, Object> getQueryParameters() {
        Map<String, List<Object>> fields = new LinkedHashMap<>();
        String query = ClientText.utf8(request.getQueryString());
        byte[] encoded = query == null ? new byte[0] : query.getBytes(StandardCharsets.UTF_8);
        FormFields.read(encoded, StandardCharsets.UTF_8, "query", (name, value) -> fields.computeIfAbsent(
                        name, first -> new ArrayList<>(1))
                .add(value == null ? true : value));
        Map<String, Object> map = new LinkedHashMap<>();
        fields.forEach((name, values) -> map.put(name, values.size() == 1 ? values.get(0) : values));
        return map;
    }

    /** The first value of a header; null when absent. {@code Cookie} is one value, in however many fields it came. */
    public String getHeader(String name) {
        if (CookieHeader.NAME.equalsIgnoreCase(name)) {
            return CookieHeader.joined(request);
        }
        return HeaderSyntax.isAscii(name) ? request.getHeader(name) : null;
    }

    /** The values of a header; empty when absent. */
    public List<String> getHeaders(String name) {
        if (CookieHeader.NAME.equalsIgnoreCase(name)) {
            return Optional.ofNullable(CookieHeader.joined(request))
                    .map(List::of)
                    .orElse(List.of());
        }
        return HeaderSyntax.isAscii(name) ? Collections.list(request.getHeaders(name)) : List.of();
    }

    /** The names of all headers. */
    public List<String> getHeaderNames() {
        return Collections.list(request.getHeaderNames());
    }

    /** The language that the client prefers (RFC 9110, 12.5.4); the server's own when it names none that can be read. */
    public Locale getLocale() {
        return getHeaders(HttpHeaders.ACCEPT_LANGUAGE).stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .flatMap(ScriptingRequest::languages)
                .sorted(Comparator.comparingDouble(LanguageRange::getWeight).reversed())
                .map(language -> Locale.forLanguageTag(language.getRange()))
                .findFirst()
                .orElseGet(Locale::getDefault);
    }

    /** None where the client has made a mistake: the others count. */
    private static Stream<LanguageRange> languages(String range) {
        try {
            return LanguageRange.parse(range.strip()).stream()
                    .filter(language ->
                            language.getWeight() > 0 && !language.getRange().startsWith("*"));
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            // the latter for nothing before a semicolon
            return Stream.empty();
        }
    }

    /** Name and value of each cookie the client sent, in its order; there are no attributes in a request. */
    public List<Map<String, Object>> getCookies() {
        return CookieHeader.cookies(request).stream()
                .map(ScriptingRequest::describe)
                .toList();
    }

    /**
     * The body, without its content coding; empty when there is none, or a component before has read it.
     *
     * @throws org.scriptingsession.api.ScriptingException when it is larger than the limit, or its coding is unknown or broken
     */
    public byte[] getBytes() {
        return body.bytes();
    }

    /** The body as text in the request's character encoding, UTF-8 when it names none; fails as {@link #getBytes}. */
    public String getText() {
        return form.encodedText().text();
    }

    /** An attribute of the application; null when absent, and for entries of the container. */
    public Object getAttribute(String name) {
        names.check(name);
        return names.isApplication(name) ? request.getAttribute(name) : null;
    }

    /** Sets an attribute for the rest of this call; null removes it. */
    public void setAttribute(String name, Object value) {
        names.checkWritable(name);
        request.setAttribute(name, value);
    }

    /** The names of the application's attributes. */
    public List<String> getAttributeNames() {
        return Collections.list(request.getAttributeNames()).stream()
                .filter(names::isApplication)
                .toList();
    }

    private static Map<String, Object> describe(RequestCookie cookie) {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("name", cookie.name());
        description.put("value", cookie.value());
        description.put("attributes", Map.of());
        return description;
    }
}
