// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Locale;
import org.scriptingsession.server.SessionServer.ResponseEnd;

/**
 * The container's response as components get it. Some containers end the response in {@code sendError}, {@code sendRedirect} and
 * {@code close}, before the session is stored: the client would be told of a write that is lost with the node. So the response
 * looks committed to components from then on, and the client sees the end in {@link #complete}.
 *
 * <p>The head of a response without body is its end, too, and is not sent early, not even after {@link #complete}, when an
 * asynchronous component writes. Payara would end the stream of HTTP/2 with it, find at the end that it is gone, and break the
 * connection.
 *
 * <p>Where other nodes share the session of the request, the announced length of a body would tell the client of the end. So no
 * length is announced but the length that the container adds at the end; nor is the head sent early that answers HEAD.
 */
public final class ExchangeResponse extends HttpServletResponseWrapper implements ResponseEnd {
    private static final long NO_LENGTH = -1;

    private final HttpServletRequest shared;
    private final ClientPace pace;
    private boolean held;
    private boolean finished;

    /** Whether the container knows the length of the body. */
    private boolean announced;

    /** Whether a component has flushed a response without body: committed for the component, not yet for the client. */
    private boolean headFlushed;

    /** What is to end the response in {@link #complete}, and with which status; null when no component has said so. */
    private End end;

    private int endStatus;
    private ServletOutputStream stream;
    private PrintWriter writer;

    /**
     * @param shared the request, where other nodes share its session; else null
     * @param held whether the response ends in {@link #complete}, and not when a component ends it
     */
    ExchangeResponse(HttpServletResponse container, HttpServletRequest shared, boolean held, ClientPace pace) {
        super(container);
        this.shared = shared;
        this.held = held;
        this.pace = pace;
    }

    @Override
    public void complete() throws IOException {
        complete(null);
    }

    @Override
    public void drop() {
        pace.drop(super.isCommitted());
    }

    /** Lets the client see the end, if a component has ended the response; from now on components end it at once. */
    void complete(HttpServletRequest later) throws IOException {
        held = false;
        End due = end;
        end = null;
        if (due != null) {
            pace.reset();
            // the length of a body that the error or redirect replaces
            super.setContentLengthLong(NO_LENGTH);
            due.run();
        }
        // a filter before all of ours thinks that its response ends when it returns
        pace.finish(getResponse() instanceof ServletResponseWrapper ? null : later);
    }

    /** Forgets that a component has ended the response, and how: it is to be another one. */
    public void reopen() {
        end = null;
        finished = false;
    }

    /** Lets components change and write nothing more. */
    public void finish() {
        finished = true;
    }

    /** Whether components can change and write nothing more. */
    public boolean isFinished() {
        return finished;
    }

    @Override
    public boolean isCommitted() {
        return finished || headFlushed || super.isCommitted();
    }

    /** The stream of the body; what is written to a finished response is dropped, as on a closed stream. */
    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (finished) {
            return new ExchangeStream(null, this);
        }
        if (stream == null) {
            stream = new ExchangeStream(pace.over(super.getOutputStream()), this);
        }
        return stream;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (finished) {
            return new PrintWriter(Writer.nullWriter());
        }
        if (writer == null) {
            writer = new PrintWriter(new ExchangeWriter(super.getWriter(), this));
        }
        return writer;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (mayFlush() && pace.leavesFlush()) {
            super.flushBuffer();
        }
    }

    /**
     * To be called before the container gets a part of the body; returns whether it is to. Containers send the last byte of
     * an announced length at once, so the length is taken back when a session has begun since.
     */
    boolean mayWrite() {
        if (!finished && announced && !mayAnnounce()) {
            super.setContentLengthLong(NO_LENGTH);
            announced = false;
        }
        return !finished;
    }

    /** To be called before the container sends what was written; returns whether it is to do so. */
    boolean mayFlush() {
        headFlushed |= !finished && (HeaderSyntax.hasNoBody(super.getStatus()) || shared != null && isHead());
        return !headFlushed && mayWrite();
    }

    /** To be called when a component closes the body; returns whether the container is to end the response now. */
    boolean mayEnd() {
        finished |= held;
        return !held && shared == null;
    }

    @Override
    public int getStatus() {
        return end == null ? super.getStatus() : endStatus;
    }

    @Override
    public void setStatus(int status) {
        change(false, () -> super.setStatus(status));
    }

    @Override
    public void setHeader(String name, String value) {
        change(HeaderSyntax.isLength(name), () -> super.setHeader(name, value));
    }

    @Override
    public void addHeader(String name, String value) {
        change(HeaderSyntax.isLength(name), () -> super.addHeader(name, value));
    }

    @Override
    public void setIntHeader(String name, int value) {
        change(HeaderSyntax.isLength(name), () -> super.setIntHeader(name, value));
    }

    @Override
    public void addIntHeader(String name, int value) {
        change(HeaderSyntax.isLength(name), () -> super.addIntHeader(name, value));
    }

    @Override
    public void setDateHeader(String name, long date) {
        change(false, () -> super.setDateHeader(name, date));
    }

    @Override
    public void addDateHeader(String name, long date) {
        change(false, () -> super.addDateHeader(name, date));
    }

    @Override
    public void addCookie(Cookie cookie) {
        change(false, () -> super.addCookie(cookie));
    }

    @Override
    public void setContentType(String type) {
        change(false, () -> super.setContentType(type));
    }

    @Override
    public void setContentLength(int length) {
        setContentLengthLong(length);
    }

    @Override
    public void setContentLengthLong(long length) {
        change(length >= 0, () -> super.setContentLengthLong(length));
    }

    @Override
    public void setCharacterEncoding(String charset) {
        change(false, () -> super.setCharacterEncoding(charset));
    }

    @Override
    public void setLocale(Locale locale) {
        change(false, () -> super.setLocale(locale));
    }

    @Override
    public void reset() {
        checkOpen();
        super.reset();
        pace.reset();
        announced = false;
    }

    @Override
    public void resetBuffer() {
        checkOpen();
        super.resetBuffer();
        pace.reset();
    }

    @Override
    public void sendError(int status) throws IOException {
        end(status, () -> super.sendError(status));
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        end(status, () -> super.sendError(status, message));
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        end(SC_FOUND, () -> super.sendRedirect(location));
    }

    private void end(int status, End how) throws IOException {
        checkOpen();
        if (held) {
            endStatus = status;
            end = how;
            finished = true;
        } else {
            how.run();
        }
    }

    /** @param length whether the change announces the length of the body */
    private void change(boolean length, Runnable change) {
        if (!finished && !headFlushed && (!length || mayAnnounce())) {
            announced |= length;
            change.run();
        }
    }

    /** A request without session has nothing to be stored; the length in the answer to HEAD is of no body. */
    private boolean mayAnnounce() {
        return shared == null || isHead() || shared.getRequestedSessionId() == null && shared.getSession(false) == null;
    }

    private boolean isHead() {
        return shared.getMethod().equals(HttpMethod.HEAD);
    }

    /** What Servlet 6.0 has for a committed response; where nothing is held back, the container checks. */
    private void checkOpen() {
        if (finished || headFlushed || held && super.isCommitted()) {
            throw new IllegalStateException("The response is committed.");
        }
    }

    private interface End {
        void run() throws IOException;
    }
}
