// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.rest;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.scriptingsession.config.ScriptMapping;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.exchange.request.ClientText;

/** What follows {@code <context>/js/} in the URI that leads to a script: of the request line, or of a component's dispatch. */
final class RequestedPath {
    private static final String MAPPING = "/" + ScriptMapping.PATH + "/";

    private RequestedPath() {}

    /** The path as the client or component gave it, not decoded. */
    static String of(HttpServletRequest request) {
        // an included script has the request of the component that includes it (Servlet 6.0, 9.3.1)
        Object included = request.getDispatcherType() == DispatcherType.INCLUDE
                ? request.getAttribute(RequestDispatcher.INCLUDE_REQUEST_URI)
                : null;
        String uri = included == null ? request.getRequestURI() : included.toString();
        return below(request.getServletContext().getContextPath(), ClientText.utf8(uri));
    }

    /**
     * Clients may encode any character of the context's path and of {@code js}, too; but the number of segments is as it is.
     *
     * @throws org.scriptingsession.api.ScriptingException NO_SCRIPT for another path
     */
    static String below(String contextPath, String uri) {
        if (uri.startsWith(contextPath) && uri.startsWith(MAPPING, contextPath.length())) {
            return uri.substring(contextPath.length() + MAPPING.length());
        }
        String[] base = (contextPath + MAPPING).split("/");
        String[] segments = uri.split("/", base.length + 1);
        for (int i = 0; i < base.length; i++) {
            if (segments.length <= base.length || !ScriptUrl.name(segments[i]).equals(ScriptUrl.name(base[i]))) {
                throw Mistake.NO_SCRIPT.with();
            }
        }
        return segments[base.length];
    }
}
