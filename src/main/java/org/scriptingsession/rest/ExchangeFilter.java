// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.rest;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.scriptingsession.request.ServletExchange;

/** Keeps the request and response at hand for {@link ScriptResource} and the session's producer. */
@WebFilter(
        urlPatterns = "/js/*",
        asyncSupported = true,
        dispatcherTypes = {
            DispatcherType.REQUEST,
            DispatcherType.FORWARD,
            DispatcherType.INCLUDE,
            DispatcherType.ERROR,
            DispatcherType.ASYNC
        })
public class ExchangeFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ServletExchange outer = new ServletExchange(request, response).begin();
        try {
            chain.doFilter(request, response);
        } finally {
            ServletExchange.restore(outer);
        }
    }
}
