// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** A container's response that remembers what it was told. */
final class RecordingResponse {
    final List<String> calls = new ArrayList<>();
    final StringWriter text = new StringWriter();
    final ByteArrayOutputStream octets = new ByteArrayOutputStream();

    /** What it says its status is. */
    int status = 200;

    /** Whether its writer has lost the client. */
    boolean broken;

    private final HttpServletResponse container = (HttpServletResponse) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {HttpServletResponse.class}, (proxy, method, arguments) -> {
                calls.add(method.getName());
                return switch (method.getName()) {
                    case "getWriter" -> new ContainersWriter();
                    case "getOutputStream" -> new ContainersStream();
                    case "isCommitted" -> false;
                    case "getStatus" -> status;
                    default -> null;
                };
            });

    HttpServletResponse container() {
        return container;
    }

    private final class ContainersWriter extends PrintWriter {
        ContainersWriter() {
            super(text);
        }

        @Override
        public boolean checkError() {
            flush();
            return broken;
        }

        @Override
        public void flush() {
            calls.add("flush");
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
        public void flush() {
            calls.add("flush");
        }

        @Override
        public void close() {
            calls.add("close");
        }
    }
}
