// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange.request;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of a query that a request has, encoded as they came. */
final class QueryText {
    private QueryText() {}

    /**
     * What a component gives to a script that it includes or forwards to comes before what the client has sent (Servlet 6.0,
     * 9.1.1). Read here, since containers decode it by ISO 8859-1; the parameters of a page's include are in it.
     */
    static String of(HttpServletRequest request) {
        String own = request.getQueryString();
        DispatcherType type = request.getDispatcherType();
        if (type == DispatcherType.INCLUDE) {
            return joined(request.getAttribute(RequestDispatcher.INCLUDE_QUERY_STRING), own);
        }
        return type == DispatcherType.FORWARD
                ? joined(own, request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING))
                : joined(own, null);
    }

    /** A dispatch without a query has that of the client. */
    private static String joined(Object... queries) {
        return Stream.of(queries)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .distinct()
                .map(ClientText::utf8)
                .collect(Collectors.joining("&"));
    }
}
