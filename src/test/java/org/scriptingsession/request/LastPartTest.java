// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client does not get before its session is stored. */
class LastPartTest {
    private final RecordingResponse container = new RecordingResponse();
    private final ExchangeResponse response = keeping(false);

    private ExchangeResponse keeping(boolean head) {
        ExchangeResponse keeping = ExchangeResponse.held(container.container());
        keeping.keepLast(head);
        return keeping;
    }

    @Test
    void theLastByteOfAnAnnouncedLengthIsKept() throws IOException {
        response.setContentLength(4);
        ServletOutputStream stream = response.getOutputStream();

        stream.write("do".getBytes());
        stream.write('n');
        assertEquals("don", container.octets.toString());
        stream.write("e and more".getBytes());
        assertEquals("don", container.octets.toString());

        response.sendLast();
        assertEquals("done", container.octets.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length", "content-length"})
    void aHeaderAnnouncesItToo(String name) throws IOException {
        response.setHeader(name, "4");

        response.getOutputStream().write("done".getBytes());

        assertEquals("don", container.octets.toString());
    }

    @Test
    void ofOtherBodiesNothingIsKept() throws IOException {
        response.getOutputStream().write("done".getBytes());
        response.flushBuffer();

        assertEquals("done", container.octets.toString());
        assertTrue(container.calls.contains("flushBuffer"));
    }

    @Test
    void whatIsNotAllThereIsFlushed() throws IOException {
        response.setContentLength(4);
        response.getOutputStream().write("don".getBytes());

        response.getOutputStream().flush();

        assertTrue(container.calls.contains("flush"));
    }

    /** So that the answer can still be another one; for the component it is committed. */
    @Test
    void whatIsAllThereIsFlushedLater() throws IOException {
        response.setContentLength(4);
        response.getOutputStream().write("done".getBytes());

        response.getOutputStream().flush();
        response.flushBuffer();

        assertFalse(container.calls.contains("flush"));
        assertFalse(container.calls.contains("flushBuffer"));
        assertTrue(response.isCommitted());
        assertThrows(IllegalStateException.class, response::reset);
    }

    @Test
    void aLengthAnnouncedAfterTheBodyIsNotFlushed() throws IOException {
        response.getOutputStream().write("done".getBytes());
        response.setContentLength(4);

        response.flushBuffer();

        assertFalse(container.calls.contains("flushBuffer"));
        response.sendLast();
        assertEquals("done", container.octets.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 205, 304})
    void aHeadWithoutBodyIsNotFlushed(int status) throws IOException {
        container.status = status;

        response.flushBuffer();

        assertFalse(container.calls.contains("flushBuffer"));
    }

    @Test
    void theAnswerToHeadIsNotFlushed() throws IOException {
        ExchangeResponse head = keeping(true);
        head.setContentLength(100);

        head.flushBuffer();
        head.getWriter().flush();

        assertFalse(container.calls.contains("flushBuffer"));
        assertFalse(container.calls.contains("flush"));
    }

    @Test
    void theLastCharacterOfAWriterIsKept() throws IOException {
        response.setContentLength(6);
        PrintWriter writer = response.getWriter();

        writer.print("do");
        writer.write('n');
        writer.print("e");
        writer.print("!");
        assertEquals("done", container.text.toString());

        response.sendLast();
        assertEquals("done!", container.text.toString());
    }

    /** By halves the container could not encode it. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCharacterOfTwoIsKeptWhole(boolean atOnce) throws IOException {
        response.setContentLength(7);
        PrintWriter writer = response.getWriter();

        if (atOnce) {
            writer.print("a\uD83D\uDE00");
        } else {
            writer.print("a\uD83D");
            writer.print("\uDE00");
        }
        assertEquals("a", container.text.toString());
        writer.print("bc");
        assertEquals("a\uD83D\uDE00b", container.text.toString());

        response.sendLast();
        assertEquals("a\uD83D\uDE00bc", container.text.toString());
    }

    @Test
    void aClosedStreamKeepsItToo() throws IOException {
        response.complete();
        response.setContentLength(4);
        response.getOutputStream().write("done".getBytes());
        response.getOutputStream().close();
        assertEquals("don", container.octets.toString());
        assertFalse(container.calls.contains("close"));

        response.sendLast();
        assertEquals("done", container.octets.toString());
    }

    @Test
    void whatWasResetIsForgotten() throws IOException {
        response.setContentLength(4);
        response.getOutputStream().write("done".getBytes());
        response.reset();
        container.octets.reset();
        response.getOutputStream().write("other".getBytes());

        response.sendLast();

        assertEquals("other", container.octets.toString());
    }
}
