// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.scriptingsession.exchange.request.ScriptEntryRequest;

/**
 * The last before JAX-RS, which gets no more of a script's request than it needs. A filter for the name of a servlet comes after
 * all for URLs (Jakarta Servlet 6.0, 6.2.4): the application's own filters see the whole request.
 */
public class ScriptEntryFilter extends HttpFilter {
    /** JAX-RS names its servlet by the class of the application (Jakarta RESTful Web Services 3.1, 2.3.2). */
    public static final String SERVLET = ScriptApplication.class.getName();

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(new ScriptEntryRequest(request), response);
    }
}
