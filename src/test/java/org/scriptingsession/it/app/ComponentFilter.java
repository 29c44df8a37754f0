// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Another component, which a request meets on its way to a script: it leaves a cookie, and attributes for the script. */
@WebFilter("/js/*")
public class ComponentFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if ("component".equals(request.getQueryString())) {
            response.addCookie(new Cookie("component", "1"));
            attributes().forEach(request::setAttribute);
            attributes().forEach(request.getSession()::setAttribute);
        }
        chain.doFilter(request, response);
    }

    private static Map<String, Object> attributes() {
        return Map.of(
                "decimal",
                new BigDecimal("19.990"),
                "integer",
                BigInteger.TWO,
                "huge",
                new BigInteger("123456789012345678901234567890"),
                "atomic",
                new AtomicInteger(7),
                "kind",
                Thread.State.NEW,
                "never",
                Instant.MAX,
                "changing",
                List.of(new Changing()),
                "failing",
                new Failing());
    }

    private static final class Changing extends AbstractList<Object> {
        @Override
        public Object get(int index) {
            throw new ConcurrentModificationException();
        }

        @Override
        public int size() {
            return 1;
        }
    }

    private static final class Failing {
        @Override
        public String toString() {
            throw new IllegalStateException("not loaded");
        }
    }
}
