// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.request;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The container's response, which a script may finish long before the container ends it. From then on it looks committed, so that
 * nothing of the application changes it; but the client does not see its end before the container has stored the session where
 * other nodes find it: what a client was told is not lost with the node.
 */
public final class ExchangeResponse extends HttpServletResponseWrapper {
    private boolean finished;

    public ExchangeResponse(HttpServletResponse container) {
        super(container);
    }

    /** Nothing more is to be written. */
    public void finish() {
        finished = true;
    }

    /** Whether nothing more is to be written. */
    public boolean isFinished() {
        return finished;
    }

    @Override
    public boolean isCommitted() {
        return finished || super.isCommitted();
    }

    /** What comes after the end goes nowhere, as on a closed stream. */
    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return finished ? new Nowhere() : super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        return finished ? new PrintWriter(new Nowhere(), false, StandardCharsets.UTF_8) : super.getWriter();
    }

    @Override
    public void setStatus(int status) {
        ifOpen(() -> super.setStatus(status));
    }

    @Override
    public void setHeader(String name, String value) {
        ifOpen(() -> super.setHeader(name, value));
    }

    @Override
    public void addHeader(String name, String value) {
        ifOpen(() -> super.addHeader(name, value));
    }

    @Override
    public void setIntHeader(String name, int value) {
        ifOpen(() -> super.setIntHeader(name, value));
    }

    @Override
    public void addIntHeader(String name, int value) {
        ifOpen(() -> super.addIntHeader(name, value));
    }

    @Override
    public void setDateHeader(String name, long date) {
        ifOpen(() -> super.setDateHeader(name, date));
    }

    @Override
    public void addDateHeader(String name, long date) {
        ifOpen(() -> super.addDateHeader(name, date));
    }

    @Override
    public void addCookie(Cookie cookie) {
        ifOpen(() -> super.addCookie(cookie));
    }

    @Override
    public void setContentType(String type) {
        ifOpen(() -> super.setContentType(type));
    }

    @Override
    public void setContentLength(int length) {
        ifOpen(() -> super.setContentLength(length));
    }

    @Override
    public void setContentLengthLong(long length) {
        ifOpen(() -> super.setContentLengthLong(length));
    }

    @Override
    public void setCharacterEncoding(String charset) {
        ifOpen(() -> super.setCharacterEncoding(charset));
    }

    @Override
    public void setLocale(Locale locale) {
        ifOpen(() -> super.setLocale(locale));
    }

    @Override
    public void reset() {
        checkOpen();
        super.reset();
    }

    @Override
    public void resetBuffer() {
        checkOpen();
        super.resetBuffer();
    }

    /** What is written early is sent early; the rest is the container's to send. */
    @Override
    public void flushBuffer() throws IOException {
        if (!finished) {
            super.flushBuffer();
        }
    }

    @Override
    public void sendError(int status) throws IOException {
        checkOpen();
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        checkOpen();
        super.sendError(status, message);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        checkOpen();
        super.sendRedirect(location);
    }

    private void ifOpen(Runnable change) {
        if (!finished) {
            change.run();
        }
    }

    /** As Servlet 6.0 has it for a committed response. */
    private void checkOpen() {
        if (finished) {
            throw new IllegalStateException("The response is finished.");
        }
    }

    private static final class Nowhere extends ServletOutputStream {
        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("The response is finished.");
        }

        @Override
        public void write(int octet) {
            // the response has ended
        }
    }
}
