// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.Cookie;
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
import org.scriptingsession.session.SessionLocks;

/** An id that was given up for its age leads to the next for a while, and one that was given up for a login to nothing. */
class RenewedSessionsTest {
    private static final Duration AFTER = Duration.ofMinutes(10);
    private static final Instant BEGIN = Instant.ofEpochSecond(1000);
    private static final Instant DUE = BEGIN.plus(AFTER).plusMillis(1);

    private final RenewedSessions renewed = new RenewedSessions();
    private final Map<String, Object> attributes = new HashMap<>();
    private String id = "one";
    private String requested = "one";
    private String adopted;
    private long nanos;
    private Cookie[] cookies;

    private final HttpSession session = (HttpSession) Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpSession.class},
            (proxy, method, arguments) -> switch (method.getName()) {
                case "getId" -> id;
                case "getCreationTime" -> BEGIN.toEpochMilli();
                case "getAttribute" -> attributes.get(arguments[0]);
                case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                default -> throw new UnsupportedOperationException(method.getName());
            });

    private final HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {HttpServletRequest.class}, (proxy, method, arguments) -> {
                if (method.getName().equals("getRequestedSessionId")) {
                    return requested;
                }
                if (method.getName().equals("getCookies")) {
                    return cookies;
                }
                assertEquals("changeSessionId", method.getName());
                change();
                return id;
            });

    @BeforeEach
    void onOneNode() {
        renewed.locks = new SessionLocks();
        renewed.nanos = () -> nanos;
        renewed.server = new PlainServer() {
            @Override
            public void adopt(HttpServletRequest late, String current) {
                adopted = current;
            }
        };
    }

    @Test
    void theIdIsKeptUntilItIsOlderThanAllowed() {
        renewed.renew(request, session, AFTER, DUE.minusMillis(1));
        assertEquals("one", id);

        renewed.renew(request, session, AFTER, DUE);
        assertEquals("one+", id);

        requested = id;
        renewed.renew(request, session, AFTER, DUE.plus(AFTER));
        assertEquals("one+", id);
    }

    /** An id would live on for as long as the clock was set back. */
    @Test
    void aClockThatIsSetBackKeepsNoIdAlive() {
        renewed.renew(request, session, AFTER, DUE);
        requested = id;

        renewed.renew(request, session, AFTER, DUE.minus(AFTER));
        assertEquals("one+", id);
        renewed.renew(request, session, AFTER, DUE.minus(AFTER).minusMillis(1));
        assertEquals("one++", id);
    }

    @Test
    void aRequestWhoseIdIsDeadByNowLearnsNoOther() {
        change();

        renewed.renew(request, session, AFTER, DUE);

        assertEquals("one+", id);
    }

    @Test
    void theOldIdFindsTheSessionForAWhile() {
        renewed.renew(request, session, AFTER, DUE);

        nanos += RenewedSessions.KEPT.toNanos();
        assertEquals("one+", adopted("one"));
        nanos++;
        assertEquals("none", adopted("one"));
        assertEquals("none", adopted("other"));
        assertEquals("none", adopted(null));
    }

    @Test
    void whoHasAFormerIdAloneDoesNotGetTheNext() {
        renewed.renew(request, session, Duration.ofSeconds(1), DUE);
        // the server has mapped it to the id of now
        cookies = new Cookie[] {new Cookie("theme", "dark"), new Cookie("id", "one")};
        requested = id;

        renewed.renew(request, session, Duration.ofSeconds(1), DUE.plusSeconds(2));
        assertEquals("one+", id);

        cookies = new Cookie[] {new Cookie("id", "one+")};
        renewed.renew(request, session, Duration.ofSeconds(1), DUE.plusSeconds(2));
        assertEquals("one++", id);
    }

    @Test
    void theIdBeforeTheLastFindsItToo() {
        renewed.renew(request, session, Duration.ofSeconds(1), DUE);
        requested = id;
        renewed.renew(request, session, Duration.ofSeconds(1), DUE.plusSeconds(2));

        assertEquals("one++", id);
        assertEquals("one++", adopted("one"));
    }

    @Test
    void aLoginKillsEveryIdOfBefore() {
        renewed.renew(request, session, AFTER, DUE);
        change();

        assertEquals("one++", id);
        assertEquals("one+", adopted("one"), "an id that is dead");
        assertTrue(renewed.renewed("one+").isEmpty());
    }

    @Test
    void whatIsForgottenTakesNoRoom() {
        for (int i = 0; i < 10; i++) {
            requested = id;
            nanos += AFTER.toNanos();
            renewed.renew(request, session, AFTER, DUE.plus(AFTER.plusMillis(1).multipliedBy(i)));
        }

        assertEquals("one++++++++++", id);
        assertEquals(1, renewed.size());
    }

    @Test
    void aChangeThatFailsLeadsNowhere() {
        HttpServletRequest failing = (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServletRequest.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("changeSessionId")) {
                        throw new IllegalStateException("over");
                    }
                    return method.getName().equals("getCookies") ? null : requested;
                });
        assertThrows(IllegalStateException.class, () -> renewed.renew(failing, session, AFTER, DUE));

        assertEquals("none", adopted("one"));
    }

    private String adopted(String former) {
        requested = former;
        adopted = "none";
        assertEquals(renewed.adopt(request), !adopted.equals("none"));
        return adopted;
    }

    /** As the container would: the listener hears of it in the same thread. */
    private void change() {
        String before = id;
        id += "+";
        renewed.idChanged(before, session);
    }
}
