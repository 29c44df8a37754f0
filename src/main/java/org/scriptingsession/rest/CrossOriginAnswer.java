// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.scriptingsession.module.CrossOrigin;

/** Tells a browser what pages of other origins may do with a script (Fetch standard, 3.2). */
final class CrossOriginAnswer {
    private static final String ORIGIN = "Origin";
    private static final String REQUEST_METHOD = "Access-Control-Request-Method";

    private CrossOriginAnswer() {}

    /**
     * Adds the headers to an answer, an error's too; when the request asks for nothing else, it is answered with that.
     *
     * @return whether the request is answered: nothing is to be run for it, and nobody need be logged in
     */
    static boolean begin(CrossOrigin allowed, HttpServletRequest request, HttpServletResponse response) {
        String origin = request.getHeader(ORIGIN);
        boolean preflight = origin != null
                && request.getMethod().equals(HttpMethod.OPTIONS)
                && request.getHeader(REQUEST_METHOD) != null;
        if (!allowed.isForAll()) {
            response.addHeader(HttpHeaders.VARY, ORIGIN);
        }
        if (origin != null && allowed.allows(origin)) {
            response.setHeader("Access-Control-Allow-Origin", allowed.isForAll() ? "*" : origin);
            if (allowed.credentials()) {
                response.setHeader("Access-Control-Allow-Credentials", "true");
            }
            if (preflight) {
                set(response, "Access-Control-Allow-Methods", allowed.methods());
                set(response, "Access-Control-Allow-Headers", allowed.headers());
                allowed.maxAge().ifPresent(seconds -> response.setIntHeader("Access-Control-Max-Age", seconds));
            } else {
                set(response, "Access-Control-Expose-Headers", allowed.headers());
            }
        }
        if (preflight) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
        return preflight;
    }

    private static void set(HttpServletResponse response, String name, List<String> values) {
        if (!values.isEmpty()) {
            response.setHeader(name, String.join(", ", values));
        }
    }
}
