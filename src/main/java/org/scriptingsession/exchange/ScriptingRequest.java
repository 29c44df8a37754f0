// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.UnsupportedEncodingException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final String encoding;

    /**
     * @param resourcePath what follows the script's own path, decoded
     * @param maxBytes largest body that can be read
     */
    public ScriptingRequest(HttpServletRequest request, String resourcePath, AttributeNames names, long maxBytes) {
        this.request = request;
        this.resourcePath = resourcePath;
        this.names = names;
        this.encoding = request.getCharacterEncoding();
        this.body = new RequestBody(request, maxBytes);
    }

    /** The container's request. */
    public HttpServletRequest servlet() {
        return request;
    }

    /** {@code items/3} for {@code /js/cart.mjs/items/3}; empty when nothing follows the script's path. */
    public String getResourcePath() {
        return resourcePath;
    }

    /** The character encoding the client named; null when it named none. */
    public String getCharacterEncoding() {
        return encoding;
    }

    /** The first value of a parameter; null when absent. */
    public String getParameter(String name) {
        decodeAsUtf8();
        return request.getParameter(name);
    }

    /** All parameters with all their values, in the order they came. */
    public Map<String, List<String>> getParameters() {
        decodeAsUtf8();
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> parameters.put(name, List.of(values)));
        return parameters;
    }

    /** The values of a parameter; null when absent. */
    public List<String> getParameterValues(String name) {
        decodeAsUtf8();
        String[] values = request.getParameterValues(name);
        return values == null ? null : List.of(values);
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
     * The body, empty when there is none or the container has read it as form parameters.
     *
     * @throws org.scriptingsession.api.ScriptingException when it is larger than the limit
     */
    public byte[] getBytes() {
        return body.bytes();
    }

    /** The body as text in the request's character encoding, UTF-8 when it names none; fails as {@link #getBytes}. */
    public String getText() {
        return body.text();
    }

    /** Whether reading the body was refused for its size. */
    public boolean isTooLarge() {
        return body.isTooLarge();
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

    /** Without a charset named by the client, Servlet decodes parameters as ISO 8859-1; browsers send UTF-8. */
    private void decodeAsUtf8() {
        if (request.getCharacterEncoding() == null) {
            try {
                request.setCharacterEncoding("UTF-8");
            } catch (UnsupportedEncodingException e) {
                throw new IllegalStateException("every JVM knows UTF-8", e);
            }
        }
    }

    private static Map<String, Object> describe(Cookie cookie) {
        return Map.of("name", cookie.getName(), "value", cookie.getValue(), "attributes", cookie.getAttributes());
    }
}
