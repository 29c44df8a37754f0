// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange.response;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.exchange.HeaderSyntax;

/**
 * The HTTP response of the current call as scripts see it.
 *
 * <p>Status, headers and cookies are kept here until the response is committed: at the first {@link #flush}, at
 * {@link #close}, when output passes the buffer, or at the end of the script. Setting them later throws
 * {@code RESPONSE_COMMITTED}; writing after {@link #close} throws {@code RESPONSE_CLOSED}; a broken connection throws
 * {@code CONNECTION_LOST}; a body of another length than was announced throws {@code INVALID_VALUE}. Names must be tokens
 * ({@code INVALID_NAME}); a value with CR, LF or another control character is refused ({@code INVALID_VALUE}).
 */
public final class ScriptingResponse {
    private final HttpServletResponse response;
    private final HttpServletRequest request;
    private ResponseHead head = new ResponseHead();
    private final ResponseBody body = new ResponseBody(this::open, () -> head.length());
    private final ResponseOutput output;
    private boolean sent;
    private boolean endsWithScript;

    /**
     * @param response to write to
     * @param request that it answers: to a HEAD the length may be announced of a body that is not written
     * @param finish is told once, when nothing more is to be written
     */
    public ScriptingResponse(HttpServletResponse response, HttpServletRequest request, Runnable finish) {
        this.response = response;
        this.request = request;
        this.output = new ResponseOutput(response, body, finish);
    }

    /** Whether output can still be written. Never throws. */
    public boolean isValid() {
        return !output.isClosed();
    }

    /** Whether the head of the response was sent. Never throws. */
    public boolean isCommitted() {
        return sent || output.isFlushWaiting() || response.isCommitted();
    }

    /**
     * Writes text in the response's character encoding, UTF-8 unless set otherwise. Half a surrogate pair waits for its other
     * half in the next text; without the other half it is written as U+FFFD.
     */
    public void print(String text) {
        checkOpen();
        if (!text.isEmpty()) {
            output.write(() -> body.print(text, head.charsetOfText()));
        }
    }

    /** As {@link #print}, the text and the end of the line as one: where there is no room for both, neither is written. */
    public void println(String text) {
        checkOpen();
        output.write(() -> body.print(text, "\n", head.charsetOfText()));
    }

    /** Writes JSON text; before the first output, without a content type set, as {@code application/json}. */
    public void json(String text) {
        checkOpen();
        if (!isCommitted()) {
            head.contentTypeOfJson();
        }
        print(text);
    }

    /** Writes bytes as they are; past the buffer of 8 KiB they are sent. */
    public void write(byte[] bytes) {
        checkOpen();
        output.write(() -> body.write(bytes));
    }

    /** From now on the first flush may wait for {@link #sendFlushed} or {@link #complete}. */
    public void letFlushWait() {
        endsWithScript = true;
    }

    /** Whether a flush waits. May be asked by any thread. */
    public boolean isFlushWaiting() {
        return output.isFlushWaiting();
    }

    /**
     * Sends what a flush that waits is to send; without one it does nothing. Never throws: that it cannot be sent is the error
     * of what is written next, or of {@link #complete}.
     */
    public void sendFlushed() {
        output.sendFlushed();
    }

    /** Sends what is buffered, and the head before it. */
    public void flush() {
        checkOpen();
        output.flush(endsWithScript && !isCommitted() && head.length() < 0);
    }

    /**
     * Ends the response: the container sends the rest when the script has ended and its session is stored. A second time it
     * does nothing.
     */
    public void close() {
        output.close(isHead());
    }

    /** The script has ended: closes the response, and sends in one piece what is left. */
    public void complete() {
        output.complete(isHead());
    }

    private boolean isHead() {
        return HttpMethod.HEAD.equals(request.getMethod());
    }

    /** Sets the status, a number from 200 to 599. */
    public void setStatus(int status) {
        unsent("setStatus").status(status);
    }

    /** Sets a header, in place of all of that name. */
    public void setHeader(String name, String value) {
        unsent("setHeader").header(name, value, true);
    }

    /** Adds a header beside those of the same name. */
    public void addHeader(String name, String value) {
        unsent("addHeader").header(name, value, false);
    }

    /** Whether a header of that name, in any case, is set. */
    public boolean containsHeader(String name) {
        return getHeader(name) != null;
    }

    /** The first value of a header; null when absent. */
    public String getHeader(String name) {
        return getHeaders(name).stream().findFirst().orElse(null);
    }

    /** All values of a header; empty when absent. */
    public List<String> getHeaders(String name) {
        if ("Content-Type".equalsIgnoreCase(name)) {
            return List.of(head.contentType());
        }
        if (head.headers().containsKey(name) || !isContainers(name)) {
            return head.headers().getOrDefault(name, List.of());
        }
        return List.copyOf(response.getHeaders(name));
    }

    /** The names of all headers set; unmodifiable. */
    public List<String> getHeaderNames() {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(head.headers().keySet());
        names.add("Content-Type");
        response.getHeaderNames().stream()
                .filter(ScriptingResponse::isContainers)
                .forEach(names::add);
        return List.copyOf(names);
    }

    /** Whether the container is asked for a header: the session's cookie is among its headers on one server alone. */
    private static boolean isContainers(String name) {
        return HeaderSyntax.isAscii(name) && !SetCookie.HEADER.equalsIgnoreCase(name);
    }

    /**
     * Sets the content type: a media type with its parameters. A charset that was set stays unless another is named; without
     * any, a text type gets UTF-8.
     */
    public void setContentType(String contentType) {
        unsent("setContentType").contentType(contentType);
    }

    /** The content type, {@code text/plain;charset=UTF-8} unless set otherwise. */
    public String getContentType() {
        return head.contentType();
    }

    /** Sets the encoding of all text; after text was written it cannot be another ({@code INVALID_VALUE}). */
    public void setCharacterEncoding(String encoding) {
        unsent("setCharacterEncoding").characterEncoding(encoding);
    }

    /** The encoding of text. */
    public String getCharacterEncoding() {
        return head.charset().name();
    }

    /** Sets the length of the body in bytes. */
    public void setContentLength(long length) {
        unsent("setContentLength").header("Content-Length", Long.toString(length), true);
    }

    /** Sets the header Content-Language. */
    public void setLocale(Locale locale) {
        unsent("setLocale").header("Content-Language", locale.toLanguageTag(), true);
    }

    /** Adds a cookie; attributes such as Path, Max-Age (seconds), HttpOnly, SameSite by their names in HTTP. */
    public void addCookie(String name, String value, Map<String, String> attributes) {
        unsent("addCookie").cookie(name, value, attributes);
    }

    /** Answers 302 to the location, as given, without a body, and closes the response. */
    public void sendRedirect(String location) {
        ResponseHead head = unsent("sendRedirect");
        head.header("Location", location, true);
        head.status(HttpServletResponse.SC_FOUND);
        head.announceNone();
        body.clear();
        close();
    }

    /**
     * Lets the container answer with its error page for the status (400 to 599), and closes the response. Of the message, which
     * may be null, the page has the first 1,000 characters on one line: a server may make it the reason phrase.
     */
    public void sendError(int status, String message) {
        ResponseHead head = unsent("sendError");
        head.status(ResponseHead.checkedStatus(status, HttpServletResponse.SC_BAD_REQUEST));
        head.announceNone();
        body.clear();
        sent = true;
        output.closeWith(() -> {
            head.send(request, response);
            response.sendError(status, message == null ? null : HeaderSyntax.reasonPhrase(message));
        });
    }

    /** The URL with the session's id in it, where the application tracks sessions by URL. */
    public String encodeUrl(String url) {
        return encoded(url, response::encodeURL);
    }

    /** As {@link #encodeUrl}, for {@link #sendRedirect}. */
    public String encodeRedirectUrl(String url) {
        return encoded(url, response::encodeRedirectURL);
    }

    /** What the container cannot resolve is no URL of the application, and stays as it is; Payara throws instead. */
    private static String encoded(String url, UnaryOperator<String> container) {
        try {
            return container.apply(url);
        } catch (IllegalArgumentException unresolvable) {
            return url;
        }
    }

    /** Drops what is buffered, the status, headers and cookies. */
    public void reset() {
        unsent("reset");
        body.clear();
        head = new ResponseHead();
    }

    private ResponseHead unsent(String function) {
        checkOpen();
        if (isCommitted()) {
            throw Mistake.RESPONSE_COMMITTED.with(function);
        }
        return head;
    }

    private void checkOpen() {
        if (output.isClosed()) {
            throw Mistake.RESPONSE_CLOSED.with();
        }
    }

    /** The container's stream, after the head was sent; what has no body is not given one. */
    private OutputStream open() throws IOException {
        if (!sent) {
            sent = true;
            head.send(request, response);
        }
        return head.mayHaveBody() ? response.getOutputStream() : OutputStream.nullOutputStream();
    }
}
