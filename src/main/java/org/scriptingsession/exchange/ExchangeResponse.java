// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.scriptingsession.server.ResponseEnd;

/**
 * The container's response, which a component may finish long before the container ends it. From then on it looks committed, so
 * that nothing of the application changes it; but the client does not see its end before {@link #complete}, when the session is
 * where other nodes find it: what a client was told is not lost with the node. Left to themselves some containers end the
 * response in {@code sendError}, {@code sendRedirect} and when its stream is closed.
 */
public final class ExchangeResponse extends HttpServletResponseWrapper implements ResponseEnd {
    private boolean finished;
    private boolean held;
    private int status;
    private End end;
    private PrintWriter writer;
    private ServletOutputStream stream;

    private ExchangeResponse(HttpServletResponse container, boolean held) {
        super(container);
        this.held = held;
    }

    /** One that is ended with the container's. */
    public static ExchangeResponse of(HttpServletResponse container) {
        return new ExchangeResponse(container, false);
    }

    /** One whose end is held back until it is completed. */
    public static ExchangeResponse held(HttpServletResponse container) {
        return new ExchangeResponse(container, true);
    }

    /** Lets the client see the end, if there was one; what is ended from now on is ended at once. */
    @Override
    public void complete() throws IOException {
        held = false;
        End due = end;
        end = null;
        if (due != null) {
            // of what it takes the place of
            super.setContentLengthLong(-1);
            due.run();
        }
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
        if (finished) {
            return new Nowhere();
        }
        if (stream == null) {
            stream = new HeldStream(super.getOutputStream(), this);
        }
        return stream;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (finished) {
            return new PrintWriter(new Nowhere(), false, StandardCharsets.UTF_8);
        }
        if (writer == null) {
            writer = new HeldWriter(super.getWriter(), this);
        }
        return writer;
    }

    boolean isHeld() {
        return held;
    }

    @Override
    public int getStatus() {
        return end == null ? super.getStatus() : status;
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
    public void sendError(int errorStatus) throws IOException {
        end(errorStatus, () -> super.sendError(errorStatus));
    }

    @Override
    public void sendError(int errorStatus, String message) throws IOException {
        end(errorStatus, () -> super.sendError(errorStatus, message));
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        end(SC_FOUND, () -> super.sendRedirect(location));
    }

    private void end(int finalStatus, End how) throws IOException {
        checkOpen();
        if (!held) {
            how.run();
            return;
        }
        if (super.isCommitted()) {
            throw new IllegalStateException("The response is committed.");
        }
        status = finalStatus;
        end = how;
        finish();
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

    private interface End {
        void run() throws IOException;
    }
}
