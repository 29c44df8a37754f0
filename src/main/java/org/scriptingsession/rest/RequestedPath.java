// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.rest;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.scriptingsession.exchange.request.ClientText;
import org.scriptingsession.exchange.request.PercentEncoding;

/**
 * What follows {@code <context>/js/}, or where else scripts answer, in the URI that leads to a script: of the request line, or of
 * a component's dispatch.
 */
final class RequestedPath {
    private RequestedPath() {}

    /**
     * The path as the client or component gave it, not decoded.
     *
     * @param mapping where scripts answer, such as {@code /js}
     * @return empty for a URI that leads to no script
     */
    static Optional<String> of(String mapping, HttpServletRequest request) {
        // an included script has the request of the component that includes it (Servlet 6.0, 9.3.1)
        Object included = request.getDispatcherType() == DispatcherType.INCLUDE
                ? request.getAttribute(RequestDispatcher.INCLUDE_REQUEST_URI)
                : null;
        String uri = included == null ? request.getRequestURI() : included.toString();
        return below(request.getServletContext().getContextPath() + mapping, ClientText.utf8(uri))
                .filter(RequestedPath::isAsMapped);
    }

    /**
     * Payara maps a request, and chooses filters and security constraints, by what stands before the first semicolon: parameters
     * before the last segment would hide the rest from them.
     */
    static boolean isAsMapped(String path) {
        int semicolon = path.indexOf(';');
        return semicolon < 0 || path.indexOf('/', semicolon) < 0;
    }

    /** Clients may encode any character of the scripts' root, too; but the number of segments is as it is. */
    static Optional<String> below(String root, String uri) {
        if (uri.startsWith(root) && uri.startsWith("/", root.length())) {
            return Optional.of(uri.substring(root.length() + 1));
        }
        String[] base = root.split("/");
        String[] segments = uri.split("/", base.length + 1);
        for (int i = 0; i < base.length; i++) {
            if (segments.length <= base.length || !isName(segments[i], ScriptUrl.name(base[i]))) {
                return Optional.empty();
            }
        }
        return Optional.of(segments[base.length]);
    }

    private static boolean isName(String segment, String name) {
        return PercentEncoding.decode(segment).filter(name::equals).isPresent();
    }
}
