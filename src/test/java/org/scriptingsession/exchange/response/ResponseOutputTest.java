// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.exchange.BlockingStream;
import org.scriptingsession.server.StandIn;

/** What the container is told, and when, of what a script writes, flushes and closes. */
class ResponseOutputTest {
    private final List<String> told = new ArrayList<>();
    private final ScriptingResponse response =
            new ScriptingResponse(container(), StandIn.request(), () -> told.add("end"));
    private IOException broken;

    @Test
    void aFlushThatTheEndFollowsIsNone() {
        response.letFlushWait();
        response.print("a");
        response.flush();
        assertTrue(response.isFlushWaiting());
        assertTrue(response.isCommitted());
        response.close();
        assertFalse(response.isValid());
        assertEquals(List.of(), told);

        response.complete();

        assertEquals(List.of("a", "end"), told);
        assertFalse(response.isFlushWaiting());
    }

    @Test
    void soItIsWithoutAClose() {
        response.letFlushWait();
        response.flush();
        response.print("a");

        response.complete();

        assertEquals(List.of("a", "end"), told);
    }

    @Test
    void whatWasFlushedIsSentWhenTheEndDoesNotCome() {
        response.letFlushWait();
        response.print("a");
        response.flush();
        response.print("b");
        response.sendFlushed();
        response.sendFlushed();
        assertEquals(List.of("ab", "flush"), told);
        response.print("c");

        response.complete();

        assertEquals(List.of("ab", "flush", "c", "end"), told);
    }

    @Test
    void afterCloseTheEndFollowsWhatWasFlushed() {
        response.letFlushWait();
        response.print("a");
        response.flush();
        response.close();
        response.sendFlushed();
        assertEquals(List.of("a", "flush", "end"), told);

        response.complete();

        assertEquals(List.of("a", "flush", "end"), told);
    }

    @Test
    void aSecondFlushSaysThatMoreComes() {
        response.letFlushWait();
        response.print("a");
        response.flush();
        response.print("b");

        response.flush();

        assertEquals(List.of("ab", "flush"), told);
        assertFalse(response.isFlushWaiting());
    }

    @Test
    void aBodyOfAnAnnouncedLengthWaitsForNothing() {
        response.letFlushWait();
        response.setContentLength(2);
        response.print("a");

        response.flush();

        assertEquals(List.of("a", "flush"), told);
    }

    @Test
    void noFlushWaitsWhereTheEndIsNotTheScripts() {
        response.print("a");

        response.flush();

        assertEquals(List.of("a", "flush"), told);
    }

    @Test
    void theHeadIsFixedWhileAFlushWaits() {
        response.letFlushWait();
        response.flush();

        assertThrows(ScriptingException.class, () -> response.setStatus(201));
        assertThrows(ScriptingException.class, response::reset);
    }

    /** Not of the function before which it was to be sent, nor of the step at which the script just was. */
    @Test
    void aConnectionThatIsGoneIsTheErrorOfWhatIsWrittenNext() {
        response.letFlushWait();
        response.print("a");
        response.flush();
        loseConnection();

        assertThrows(ScriptingException.class, () -> response.print("b"));
        assertThrows(ScriptingException.class, response::flush);
        assertThrows(ScriptingException.class, response::close);
        assertThrows(ScriptingException.class, response::complete);
        assertEquals(List.of(), told);
    }

    @Test
    void soItIsTheErrorOfTheEnd() {
        response.letFlushWait();
        response.print("a");
        response.flush();
        response.close();
        loseConnection();

        assertThrows(ScriptingException.class, response::complete);
        assertEquals(List.of(), told);
    }

    /** For what was flushed alone: a server may lose what a client does not take without a word. */
    private void loseConnection() {
        broken = new IOException("gone");
        response.sendFlushed();
        broken = null;
        assertFalse(response.isFlushWaiting());
    }

    private HttpServletResponse container() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                ResponseOutputTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getOutputStream" -> new Stream();
                    case "flushBuffer" -> {
                        told.add("flush");
                        yield null;
                    }
                    case "isCommitted" -> told.contains("flush");
                    default -> null;
                });
    }

    private final class Stream extends BlockingStream {
        private Stream() {
            super(OutputStream.nullOutputStream());
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            if (broken != null) {
                throw broken;
            }
            if (count > 0) {
                told.add(new String(bytes, from, count, StandardCharsets.UTF_8));
            }
        }
    }
}
