// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scriptingsession.api.AuditEvent;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.audit.Audit;
import org.scriptingsession.config.FixedConfig;
import org.scriptingsession.config.ScriptingConfigReader;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.server.SessionServer;

/** What the log and the client are told of a failed request. */
class ErrorAnswerTest {
    private final Map<Object, Object> attributes = new HashMap<>();
    private final List<String> called = new ArrayList<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final ErrorAnswer answer = new ErrorAnswer();
    private boolean committed;

    private final HttpServletRequest request =
            fake(HttpServletRequest.class, (self, method, arguments) -> switch (method.getName()) {
                case "getAttribute" -> attributes.get(arguments[0]);
                case "setAttribute" -> attributes.put(arguments[0], arguments[1]);
                case "getServletPath" -> "/js";
                case "getServletContext" ->
                    fake(
                            ServletContext.class,
                            (context, m, a) -> fake(SessionCookieConfig.class, (config, n, b) -> "SESSIONID"));
                default -> null;
            });

    private final HttpServletResponse response =
            fake(HttpServletResponse.class, (self, method, arguments) -> switch (method.getName()) {
                case "isCommitted" -> committed;
                case "getHeaderNames" -> List.of("Set-Cookie", "Access-Control-Allow-Origin", "X-Own");
                case "getHeaders" ->
                    arguments[0].equals("Set-Cookie") ? List.of("other=1", "SESSIONID=2; Path=/") : List.of("*");
                case "getOutputStream" -> new ContainersStream();
                default -> {
                    called.add(method.getName() + (arguments == null ? "" : " " + List.of(arguments)));
                    yield null;
                }
            });

    @BeforeEach
    void start() {
        answer.config = ScriptingConfigReader.read(new FixedConfig(Map.of()));
        answer.server = new SessionServer() {
            @Override
            public void cut(ServletRequest cutOff) {
                called.add("cut");
            }
        };
    }

    /** The log takes one line after the other. */
    @Test
    void ofACrowdThatIsRefusedOneASecondIsTold() {
        List<String> trail = new ArrayList<>();
        answer.audit = new Audit() {
            @Override
            public void tell(AuditEvent event) {
                trail.add(event.toString());
            }
        };
        List<String> lines = new ArrayList<>();
        Handler ear = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(ErrorAnswer.class.getName());
        logger.addHandler(ear);
        try {
            Set<String> ids = IntStream.range(0, 1000)
                    .mapToObj(i -> answer.tell(Mistake.NO_FREE_CONTEXT.with(16, Duration.ofSeconds(2)), "/a")
                            .id())
                    .collect(Collectors.toSet());
            answer.tell(Mistake.STOPPING.with(), "/a");
            answer.tell(Mistake.DEADLINE_PASSED.with("a", Duration.ofSeconds(1)), "/a");
            answer.tell(Mistake.DEADLINE_PASSED.with("a", Duration.ofSeconds(1)), "/a");

            assertEquals(1000, ids.size());
        } finally {
            logger.removeHandler(ear);
        }
        // one more where the thousand took a second
        assertTrue(
                lines.stream().filter(line -> line.contains("SCRIPTING-0302")).count() < 5, lines::toString);
        assertTrue(lines.stream().anyMatch(line -> line.contains("SCRIPTING-0302")), lines::toString);
        assertEquals(
                1,
                lines.stream().filter(line -> line.contains("SCRIPTING-0306")).count());
        assertEquals(
                2,
                lines.stream().filter(line -> line.contains("SCRIPTING-0301")).count());
        assertEquals(2, trail.stream().filter(line -> line.contains("0301")).count());
        assertTrue(trail.stream().filter(line -> line.contains("0302")).count() < 5);
    }

    @Test
    void itHasNothingOfTheRequestsOwnButTheSessionsCookieAndWhatLetsAPageReadIt() throws IOException {
        answer.answer(request, response, Mistake.TOO_MANY_SESSIONS.with(2));

        assertEquals("reset", called.get(0));
        assertEquals(
                Set.of("addHeader [Set-Cookie, SESSIONID=2; Path=/]", "addHeader [Access-Control-Allow-Origin, *]"),
                Set.copyOf(called.subList(1, 3)));
        assertFalse(called.toString().contains("X-Own"), called::toString);
        assertTrue(called.contains("setStatus [403]"), called::toString);
        assertTrue(body.toString().contains("SCRIPTING-0703"), body::toString);
        // with a length the container would send it before the session is stored
        assertFalse(called.toString().contains("Length"), called::toString);
    }

    @Test
    void thatNothingWasStoredTakesThePlaceOfAnotherAnswer() throws IOException {
        answer.answer(request, response, Mistake.TOO_MANY_SESSIONS.with(2));
        called.clear();
        body.reset();

        answer.answer(request, response, Mistake.GRID_UNREACHABLE.with());

        assertEquals("reset", called.get(0));
        assertTrue(called.contains("setStatus [503]"), called::toString);
        assertTrue(body.toString().contains("SCRIPTING-0803"), body::toString);
    }

    @Test
    void thatNothingWasStoredCutsAnAnswerThatIsSent() throws IOException {
        answer.answer(request, response, Mistake.TOO_MANY_SESSIONS.with(2));
        called.clear();
        committed = true;

        answer.answer(request, response, Mistake.GRID_UNREACHABLE.with());

        assertEquals(List.of("cut"), called);
    }

    @Test
    void thatNothingWasStoredIsSaidOnce() throws IOException {
        ScriptingException first = Mistake.STOOD_STILL.with();
        answer.answer(request, response, first);
        called.clear();
        committed = true;

        answer.answer(request, response, first);
        answer.answer(request, response, Mistake.GRID_UNREACHABLE.with());

        assertEquals(List.of(), called);
    }

    @Test
    void aScriptsMessageWritesNoLineOfItsOwn() {
        assertEquals(
                "a.mjs:1:1: no item a\\n2026-01-01 INFO forged\n    at f (a.mjs:1:1)",
                ErrorAnswer.stack(Mistake.SCRIPT_FAILED.at(
                        "\n    at f (a.mjs:1:1)", null, "a.mjs:1:1", "no item a\n2026-01-01 INFO forged")));
    }

    @Test
    void aCauseWritesNoLineOfItsOwn() {
        assertEquals(
                "The client's connection broke. Stop writing; there is nobody to read."
                        + " (java.lang.Exception: a\\r\\nforged)",
                ErrorAnswer.stack(Mistake.CONNECTION_BROKEN.because(new Exception("a\r\nforged"))));
    }

    private static <T> T fake(Class<T> type, InvocationHandler calls) {
        return type.cast(Proxy.newProxyInstance(ErrorAnswerTest.class.getClassLoader(), new Class<?>[] {type}, calls));
    }

    private final class ContainersStream extends ServletOutputStream {
        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new AssertionError();
        }

        @Override
        public void write(int octet) {
            body.write(octet);
        }
    }
}
