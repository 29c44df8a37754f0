// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.File;
import java.io.IOException;

/** An application's filter that asks for a parameter before a script does, and one that tells which files requests have left. */
@WebFilter("/*")
public class BodyFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getRequestURI().endsWith("/files")) {
            File folder = (File) request.getServletContext().getAttribute(ServletContext.TEMPDIR);
            response.getWriter().print(folder.list((directory, name) -> name.startsWith("request-")).length);
            return;
        }
        if (request.getHeader("X-Consume") != null) {
            response.setHeader("X-Seen", request.getParameter(request.getHeader("X-Consume")));
        }
        chain.doFilter(request, response);
    }
}
