// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.injection;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.scriptingsession.api.ScriptingSession;

/** A filter that answers itself. */
@WebFilter("/filtered")
public class InsideFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ScriptingSession session;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        response.setContentType("text/plain");
        response.getWriter().print(Probe.ask(session));
    }
}
