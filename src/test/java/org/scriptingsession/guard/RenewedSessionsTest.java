// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scriptingsession.server.PlainServer;

/** An id that was given up for its age finds its session for a while, and one that was given up for a login does not. */
class RenewedSessionsTest {
    private static final Duration AFTER = Duration.ofMinutes(10);
    private static final Instant BEGIN = Instant.ofEpochSecond(1000);
    private static final Instant DUE = BEGIN.plus(AFTER).plusMillis(1);

    private final RenewedSessions renewed = new RenewedSessions();
    private final Map<String, Object> attributes = new HashMap<>();
    private String id = "one";
    private boolean over;

    private final HttpSession session = (HttpSession) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {HttpSession.class}, (proxy, method, arguments) -> {
                if (over) {
                    throw new IllegalStateException("over");
                }
                return switch (method.getName()) {
                    case "getId" -> id;
                    case "getCreationTime" -> BEGIN.toEpochMilli();
                    case "getAttribute" -> attributes.get(arguments[0]);
                    case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                    default -> throw new UnsupportedOperationException(method.getName());
                };
            });

    private final HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {HttpServletRequest.class}, (proxy, method, arguments) -> {
                assertEquals("changeSessionId", method.getName());
                change();
                return id;
            });

    @BeforeEach
    void onOneNode() {
        renewed.server = new PlainServer();
    }

    @Test
    void theIdIsKeptUntilItIsOlderThanAllowed() {
        renewed.renew(request, session, AFTER, DUE.minusMillis(1));
        assertEquals("one", id);

        renewed.renew(request, session, AFTER, DUE);
        assertEquals("one+", id);

        renewed.renew(request, session, AFTER, DUE.plus(AFTER));
        assertEquals("one+", id);
    }

    @Test
    void theOldIdFindsTheSessionForAWhile() {
        renewed.renew(request, session, AFTER, DUE);

        assertSame(session, renewed.find("one", DUE.plus(RenewedSessions.KEPT)).orElseThrow());
        assertTrue(renewed.find("one", DUE.plus(RenewedSessions.KEPT).plusMillis(1))
                .isEmpty());
        assertTrue(renewed.find("other", DUE).isEmpty());
        assertTrue(renewed.find(null, DUE).isEmpty());
    }

    @Test
    void theIdBeforeTheLastFindsItToo() {
        renewed.renew(request, session, Duration.ofSeconds(1), DUE);
        renewed.renew(request, session, Duration.ofSeconds(1), DUE.plusSeconds(2));

        assertEquals("one++", id);
        assertSame(session, renewed.find("one", DUE.plusSeconds(2)).orElseThrow());
    }

    @Test
    void aLoginKillsEveryIdOfBefore() {
        renewed.renew(request, session, AFTER, DUE);
        change();

        assertTrue(renewed.find("one", DUE).isEmpty());
    }

    @Test
    void anEndedSessionIsNotFound() {
        renewed.renew(request, session, AFTER, DUE);
        over = true;

        assertTrue(renewed.find("one", DUE).isEmpty());
    }

    /** As the container would: the listener hears of it in the same thread. */
    private void change() {
        id += "+";
        renewed.idChanged(session);
    }
}
