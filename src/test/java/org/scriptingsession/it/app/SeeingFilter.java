// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.scriptingsession.api.ScriptingSession;

/** A filter of the application's web.xml: tells which request it sees, and that the product's filter stands before it. */
public class SeeingFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ScriptingSession session;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("X-Seen", request.getRequestURI() + " " + request.getQueryString());
        // before the product's filter there is no call whose session could be asked for
        response.setHeader(
                "X-Guarded",
                String.valueOf(session.isValid() || session.getAttributeNames().isEmpty()));
        chain.doFilter(request, response);
    }
}
