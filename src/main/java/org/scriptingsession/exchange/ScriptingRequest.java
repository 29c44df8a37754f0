// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.scriptingsession.config.RequestConfig;
import org.scriptingsession.value.AttributeNames;

/**
 * The HTTP request of the current call as scripts see it. What is absent is null, or an empty list or map. Where scripts
 * see just what Jakarta Servlet says, they go through {@link #servlet}.
 */
public final class ScriptingRequest {
    private final HttpServletRequest request;
    private final String resourcePath;
    private final AttributeNames names;
    private final RequestBody body;
    private final RequestForm form;

    /**
     * @param resourcePath what follows the script's own path, decoded
     * @param limits what can be read of the body
     */
    public ScriptingRequest(
            HttpServletRequest request, String resourcePath, AttributeNames names, RequestConfig limits) {
        this.request = request;
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

    /** To be called when the request was served: deletes the files that its body has made. */
    public void close() {
        form.delete();
        body.delete();
    }

    /** The container's request. */
    public HttpServletRequest servlet() {
        return request;
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

    /** The first value of a header; null when absent. */
    public String getHeader(String name) {
        return HeaderSyntax.isAscii(name) ? request.getHeader(name) : null;
    }

    /** The values of a header; empty when absent. */
    public List<String> getHeaders(String name) {
        return HeaderSyntax.isAscii(name) ? Collections.list(request.getHeaders(name)) : List.of();
    }

    /** The names of all headers. */
    public List<String> getHeaderNames() {
        return Collections.list(request.getHeaderNames());
    }

    /** Name, value and attributes of each cookie the client sent. */
    public List<Map<String, Object>> getCookies() {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? List.of()
                : Arrays.stream(cookies).map(ScriptingRequest::describe).toList();
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

    private static Map<String, Object> describe(Cookie cookie) {
        return Map.of("name", cookie.getName(), "value", cookie.getValue(), "attributes", cookie.getAttributes());
    }
}
