// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.PrintWriter;

/**
 * A response of which the client does not know by itself that it has all: it sees the end when the container ends the response.
 * A body for a request with a session has no announced length but the one that the container gives it at the end, closing it does
 * not end it, and the head of a response without a body is not sent early. A request without a session has nothing to wait for.
 */
public final class HiddenEndResponse extends HttpServletResponseWrapper {
    private static final long NO_LENGTH = -1;

    private final HttpServletRequest request;
    private ServletOutputStream stream;
    private PrintWriter writer;

    /** Whether the container has been told the length of the body, while there was no session. */
    private boolean announced;

    /** Whether a component has sent the head of a response without a body. */
    private boolean headSent;

    public HiddenEndResponse(HttpServletRequest request, HttpServletResponse container) {
        super(container);
        this.request = request;
    }

    @Override
    public boolean isCommitted() {
        return headSent || super.isCommitted();
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (stream == null) {
            stream = new HiddenEndStream(super.getOutputStream(), this);
        }
        return stream;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            writer = new HiddenEndWriter(super.getWriter(), this);
        }
        return writer;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (mayFlush()) {
            super.flushBuffer();
        }
    }

    @Override
    public void reset() {
        if (headSent) {
            throw new IllegalStateException("The head of the response was sent.");
        }
        super.reset();
        announced = false;
    }

    @Override
    public void setContentLength(int length) {
        setContentLengthLong(length);
    }

    @Override
    public void setContentLengthLong(long length) {
        if (length < 0 || announce()) {
            super.setContentLengthLong(length);
        }
    }

    @Override
    public void setHeader(String name, String value) {
        if (isPassedOn(name)) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (isPassedOn(name)) {
            super.addHeader(name, value);
        }
    }

    @Override
    public void setIntHeader(String name, int value) {
        if (isPassedOn(name)) {
            super.setIntHeader(name, value);
        }
    }

    @Override
    public void addIntHeader(String name, int value) {
        if (isPassedOn(name)) {
            super.addIntHeader(name, value);
        }
    }

    /** To be called before the container gets a part of the body: some send the last one of an announced length at once. */
    void sending() {
        if (announced && !mayAnnounce()) {
            super.setContentLengthLong(NO_LENGTH);
            announced = false;
        }
    }

    /** Whether what was written may be sent early. */
    boolean mayFlush() {
        if (isHead() || hasNoBody(getStatus())) {
            headSent = true;
            return false;
        }
        sending();
        return true;
    }

    private boolean isPassedOn(String header) {
        return !HttpHeaders.CONTENT_LENGTH.equalsIgnoreCase(header) || announce();
    }

    /** Whether the container may be told the length of the body, as it then is. */
    private boolean announce() {
        boolean allowed = mayAnnounce();
        announced |= allowed;
        return allowed;
    }

    private boolean mayAnnounce() {
        return isHead() || request.getRequestedSessionId() == null && request.getSession(false) == null;
    }

    private boolean isHead() {
        return request.getMethod().equals(HttpMethod.HEAD);
    }

    /** RFC 9110, 15.3.5, 15.3.6 and 15.4.5. */
    private static boolean hasNoBody(int status) {
        return status == SC_NO_CONTENT || status == SC_RESET_CONTENT || status == SC_NOT_MODIFIED;
    }
}
