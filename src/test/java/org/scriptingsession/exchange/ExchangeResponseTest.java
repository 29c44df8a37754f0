// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExchangeResponseTest {
    private final RecordingResponse container = new RecordingResponse();
    private final List<String> calls = container.calls;

    @Test
    void anErrorIsHeldUntilTheRequestIsOver() throws IOException {
        ExchangeResponse response = new ExchangeResponse(container.container(), null, false);

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
        ExchangeResponse response = new ExchangeResponse(container.container(), null, false);

        response.sendRedirect("elsewhere");
        assertFalse(calls.contains("sendRedirect"));
        assertEquals(302, response.getStatus());

        response.complete();
        assertTrue(calls.contains("sendRedirect"));
    }

    @Test
    void aClosedWriterDoesNotEndTheResponse() throws IOException {
        ExchangeResponse response = new ExchangeResponse(container.container(), null, false);

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
        ExchangeResponse response = new ExchangeResponse(container.container(), null, false);

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
        ExchangeResponse response = new ExchangeResponse(container.container(), null, false);
        PrintWriter writer = response.getWriter();
        response.complete();

        writer.close();
        response.sendError(500);

        assertTrue(calls.contains("close"));
        assertTrue(calls.contains("sendError"));
    }
}
