// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client must not know before its session is stored: that it has all of a response. */
class HiddenEndTest {
    /** Also takes it back. */
    private static final String LENGTH = "setContentLengthLong";

    private final RecordingResponse container = new RecordingResponse();
    private String method = "GET";
    private String requestedId = "id";

    private final HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {HttpServletRequest.class}, (proxy, called, arguments) -> {
                return switch (called.getName()) {
                    case "getMethod" -> method;
                    case "getRequestedSessionId" -> requestedId;
                    case "getSession" -> null;
                    default -> throw new UnsupportedOperationException(called.getName());
                };
            });

    /** Completed: what follows is what an asynchronous component may still do. */
    private final ExchangeResponse response =
            new ExchangeResponse(container.container(), request, true, new ClientPace(null));

    @BeforeEach
    void complete() throws IOException {
        response.complete();
    }

    @Test
    void noLengthIsAnnounced() {
        response.setContentLength(5);
        response.setContentLengthLong(5);
        response.setHeader("Content-Length", "5");
        response.addHeader("content-length", "5");
        response.setIntHeader("Content-Length", 5);
        response.addIntHeader("Content-Length", 5);
        assertEquals(List.of(), container.calls);

        response.setHeader("Other", "5");
        assertEquals(List.of("setHeader"), container.calls);
    }

    @Test
    void withoutASessionThereIsNothingToWaitFor() throws IOException {
        requestedId = null;

        response.setContentLength(5);
        response.getOutputStream().write("hello".getBytes());

        assertTrue(container.calls.contains(LENGTH));
        assertEquals(1, Collections.frequency(container.calls, LENGTH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"octets", "text", "flush", "stream", "writer"})
    void forASessionThatBeginsLaterItIsTakenBack(String what) throws IOException {
        requestedId = null;
        response.setContentLength(5);
        requestedId = "id";

        switch (what) {
            case "octets" -> response.getOutputStream().write("hello".getBytes());
            case "text" -> response.getWriter().print("hello");
            case "stream" -> response.getOutputStream().flush();
            case "writer" -> response.getWriter().flush();
            default -> response.flushBuffer();
        }

        assertEquals(2, Collections.frequency(container.calls, LENGTH));
    }

    @Test
    void theAnswerToHeadTellsItsLength() {
        method = "HEAD";

        response.setContentLength(5);

        assertTrue(container.calls.contains(LENGTH));
    }

    /** For the component it is committed. */
    @ParameterizedTest
    @ValueSource(ints = {204, 205, 304})
    void aHeadWithoutBodyWaits(int status) throws IOException {
        container.status = status;

        response.flushBuffer();

        assertFalse(container.calls.contains("flushBuffer"));
        assertTrue(response.isCommitted());
        assertThrows(IllegalStateException.class, response::reset);
    }

    @Test
    void theAnswerToHeadWaits() throws IOException {
        method = "HEAD";

        response.setStatus(401);
        response.flushBuffer();
        response.setStatus(204);
        response.setHeader("Content-Length", "5");
        response.getWriter().flush();

        assertFalse(container.calls.contains("flushBuffer"));
        assertFalse(container.calls.contains("flush"));
        assertEquals(1, Collections.frequency(container.calls, "setStatus"), "the challenge stands");
    }

    /** Threads of asynchronous components may close it long before they complete. */
    @Test
    void closingDoesNotEndIt() throws IOException {
        ServletOutputStream stream = response.getOutputStream();
        stream.write("hello".getBytes());
        stream.close();
        stream.write("more".getBytes());
        PrintWriter writer = response.getWriter();
        writer.print("hello");
        writer.close();
        writer.print("more");

        assertFalse(container.calls.contains("close"));
        assertEquals("hello", container.octets.toString());
        assertEquals("hello", container.text.toString());
    }

    @Test
    void anErrorHasNotTheLengthOfWhatItTakesThePlaceOf() throws IOException {
        requestedId = null;
        ExchangeResponse held = new ExchangeResponse(container.container(), request, true, new ClientPace(null));
        held.setContentLength(5);

        held.sendError(404);
        held.complete();
        held.complete();

        assertTrue(container.calls.lastIndexOf(LENGTH) < container.calls.indexOf("sendError"));
        assertEquals(1, Collections.frequency(container.calls, "sendError"));
    }
}
