// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExchangeResponseTest {
    private final List<String> calls = new ArrayList<>();
    private final StringWriter text = new StringWriter();
    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private final HttpServletResponse container = (HttpServletResponse) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {HttpServletResponse.class}, (proxy, method, arguments) -> {
                calls.add(method.getName());
                return switch (method.getName()) {
                    case "getWriter" -> new ContainersWriter();
                    case "getOutputStream" -> new ContainersStream();
                    case "isCommitted" -> false;
                    case "getStatus" -> 200;
                    default -> null;
                };
            });

    @Test
    void anErrorIsHeldUntilTheRequestIsOver() throws IOException {
        ExchangeResponse response = ExchangeResponse.held(container);

        response.sendError(404, "nothing there");
        response.setHeader("Late", "yes");

        assertFalse(calls.contains("sendError"));
        assertFalse(calls.contains("setHeader"));
        assertTrue(response.isCommitted());
        assertEquals(404, response.getStatus());
        assertThrows(IllegalStateException.class, () -> response.sendError(500));

        response.complete();
        assertTrue(calls.contains("sendError"));
    }

    @Test
    void aRedirectIsHeldUntilTheRequestIsOver() throws IOException {
        ExchangeResponse response = ExchangeResponse.held(container);

        response.sendRedirect("elsewhere");
        assertFalse(calls.contains("sendRedirect"));
        assertEquals(302, response.getStatus());

        response.complete();
        assertTrue(calls.contains("sendRedirect"));
    }

    @Test
    void aClosedWriterDoesNotEndTheResponse() throws IOException {
        ExchangeResponse response = ExchangeResponse.held(container);

        PrintWriter writer = response.getWriter();
        writer.print("told");
        writer.close();
        writer.print(" and more");
        response.getWriter().print(" and more");

        assertEquals("told", text.toString());
        assertFalse(calls.contains("close"));
        assertTrue(response.isFinished());
    }

    @Test
    void aClosedStreamDoesNotEndTheResponse() throws IOException {
        ExchangeResponse response = ExchangeResponse.held(container);

        ServletOutputStream stream = response.getOutputStream();
        stream.write("told".getBytes());
        stream.close();
        stream.write("more".getBytes());
        response.getOutputStream().write(1);

        assertEquals("told", octets.toString());
        assertFalse(calls.contains("close"));
        assertTrue(response.isFinished());
    }

    /** Threads of asynchronous components go on after it. */
    @Test
    void onceCompletedItEndsAtOnce() throws IOException {
        ExchangeResponse response = ExchangeResponse.held(container);
        PrintWriter writer = response.getWriter();
        response.complete();

        writer.close();
        response.sendError(500);

        assertTrue(calls.contains("close"));
        assertTrue(calls.contains("sendError"));
    }

    private final class ContainersWriter extends PrintWriter {
        ContainersWriter() {
            super(text);
        }

        @Override
        public void close() {
            calls.add("close");
        }
    }

    private final class ContainersStream extends ServletOutputStream {
        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new AssertionError();
        }

        @Override
        public void write(int octet) {
            octets.write(octet);
        }

        @Override
        public void close() {
            calls.add("close");
        }
    }
}
