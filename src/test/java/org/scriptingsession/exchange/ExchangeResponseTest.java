// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ExchangeResponseTest {
    private final RecordingResponse container = new RecordingResponse();
    private final List<String> calls = container.calls;

    @Test
    void anErrorIsHeldUntilTheRequestIsOver() throws IOException {
        ExchangeResponse response = held();

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
        ExchangeResponse response = held();

        response.sendRedirect("elsewhere");
        assertFalse(calls.contains("sendRedirect"));
        assertEquals(302, response.getStatus());

        response.complete();
        assertTrue(calls.contains("sendRedirect"));
    }

    @Test
    void aClosedWriterDoesNotEndTheResponse() throws IOException {
        ExchangeResponse response = held();

        PrintWriter writer = response.getWriter();
        writer.print("told");
        writer.close();
        writer.print(" and more");
        response.getWriter().print(" and more");

        assertEquals("told", container.text.toString());
        assertFalse(calls.contains("close"));
        assertTrue(response.isFinished());
    }

    @Test
    void aClosedStreamDoesNotEndTheResponse() throws IOException {
        ExchangeResponse response = held();

        ServletOutputStream stream = response.getOutputStream();
        stream.write("told".getBytes());
        stream.close();
        stream.write("more".getBytes());
        response.getOutputStream().write(1);

        assertEquals("told", container.octets.toString());
        assertFalse(calls.contains("close"));
        assertTrue(response.isFinished());
    }

    /** Threads of asynchronous components go on after it. */
    @Test
    void onceCompletedItEndsAtOnce() throws IOException {
        ExchangeResponse response = held();
        PrintWriter writer = response.getWriter();
        response.complete();

        writer.close();
        response.sendError(500);

        assertTrue(calls.contains("close"));
        assertTrue(calls.contains("sendError"));
    }

    /** A component may have got them before it sends the error. */
    @Test
    void aWriterAndAStreamDoNotSendWhatAnErrorReplaces() throws IOException {
        ExchangeResponse response = held();
        PrintWriter writer = response.getWriter();
        ServletOutputStream stream = response.getOutputStream();

        response.sendError(404);
        writer.println("late");
        writer.flush();
        stream.write(1);
        stream.flush();
        response.flushBuffer();

        assertEquals("", container.text.toString());
        assertEquals(0, container.octets.size());
        assertFalse(calls.contains("flush"));
        assertFalse(calls.contains("flushBuffer"));
    }

    @Test
    void onceFinishedNothingChanges() throws IOException {
        ExchangeResponse response = held();
        response.finish();

        response.setStatus(201);
        response.addHeader("a", "b");
        response.setIntHeader("a", 1);
        response.addIntHeader("a", 1);
        response.setDateHeader("a", 1);
        response.addDateHeader("a", 1);
        response.addCookie(new Cookie("a", "b"));
        response.setContentType("text/html");
        response.setContentLength(1);
        response.setContentLengthLong(-1);
        response.setCharacterEncoding("UTF-8");
        response.setLocale(Locale.ROOT);
        response.getWriter().print("late");
        response.getWriter().close();
        response.getOutputStream().write(1);
        response.getOutputStream().flush();
        response.getOutputStream().close();
        response.complete();

        assertEquals(List.of(), calls);
        assertTrue(response.getOutputStream().isReady());
        assertThrows(
                IllegalStateException.class, () -> response.getOutputStream().setWriteListener(null));
        assertThrows(IllegalStateException.class, response::reset);
        assertThrows(IllegalStateException.class, response::resetBuffer);
        assertThrows(IllegalStateException.class, () -> response.sendRedirect("elsewhere"));
    }

    /** Forwarded to, included, or an error page: the container or the outer response says what that means. */
    @Test
    void aPartEndsAtOnce() throws IOException {
        ExchangeResponse response = new ExchangeResponse(container.container(), null, false, new ClientPace(null));

        response.setContentLength(5);
        response.getOutputStream().close();
        response.getWriter().close();
        response.sendError(404);

        assertEquals(2, Collections.frequency(calls, "close"));
        assertTrue(calls.contains("setContentLengthLong"));
        assertTrue(calls.contains("sendError"));
        assertFalse(response.isFinished());
    }

    @Test
    void aWriterTellsOfABrokenConnection() throws IOException {
        PrintWriter writer = held().getWriter();
        assertFalse(writer.checkError());

        container.broken = true;

        assertTrue(writer.checkError());
    }

    private ExchangeResponse held() {
        return new ExchangeResponse(container.container(), null, true, new ClientPace(null));
    }
}
