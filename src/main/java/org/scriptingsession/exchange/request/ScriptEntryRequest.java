// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange.request;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.Reader;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;

/**
 * The request of a script as JAX-RS gets it: method and user, with one URL for all scripts, and without headers and body. JAX-RS
 * would answer a URL or header that it cannot read before the script is asked, and Jersey takes the first byte of a form's body.
 * Scripts read {@link org.scriptingsession.exchange.Exchange#request}.
 */
public final class ScriptEntryRequest extends HttpServletRequestWrapper {
    /** The path of the JAX-RS application: a name that no other component has. */
    public static final String APPLICATION = "org.scriptingsession.scripts";

    /** The path of the resource in it. */
    public static final String RESOURCE = "org.scriptingsession.run";

    private static final String URI = "/" + APPLICATION + "/" + RESOURCE;

    public ScriptEntryRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public String getContextPath() {
        return "";
    }

    @Override
    public String getServletPath() {
        return "/" + APPLICATION;
    }

    @Override
    public String getPathInfo() {
        return "/" + RESOURCE;
    }

    @Override
    public String getRequestURI() {
        return URI;
    }

    @Override
    public StringBuffer getRequestURL() {
        StringBuffer url = super.getRequestURL();
        int path = url.indexOf("/", url.indexOf("://") + "://".length());
        return url.replace(path < 0 ? url.length() : path, url.length(), URI);
    }

    @Override
    public String getQueryString() {
        return null;
    }

    @Override
    public String getHeader(String name) {
        return null;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return Collections.emptyEnumeration();
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.emptyEnumeration();
    }

    @Override
    public int getIntHeader(String name) {
        return -1;
    }

    @Override
    public long getDateHeader(String name) {
        return -1;
    }

    @Override
    public String getContentType() {
        return null;
    }

    @Override
    public String getCharacterEncoding() {
        return null;
    }

    @Override
    public int getContentLength() {
        return 0;
    }

    @Override
    public long getContentLengthLong() {
        return 0;
    }

    @Override
    public Cookie[] getCookies() {
        return null;
    }

    @Override
    public ServletInputStream getInputStream() {
        return new EmptyInput();
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(Reader.nullReader());
    }

    @Override
    public Collection<Part> getParts() {
        return List.of();
    }

    @Override
    public Part getPart(String name) {
        return null;
    }

    @Override
    public String getParameter(String name) {
        return null;
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Map.of();
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.emptyEnumeration();
    }

    @Override
    public String[] getParameterValues(String name) {
        return null;
    }
}
