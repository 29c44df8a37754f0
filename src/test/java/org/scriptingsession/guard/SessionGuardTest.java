// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scriptingsession.api.AuditEvent;
import org.scriptingsession.api.EndReason;
import org.scriptingsession.audit.Audit;
import org.scriptingsession.config.FixedConfig;
import org.scriptingsession.config.ScriptingConfigReader;
import org.scriptingsession.error.Failures;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.exchange.Exchange;
import org.scriptingsession.server.PlainServer;
import org.scriptingsession.session.SessionLocks;

/** What concurrent requests of one session make of its user and its id. */
class SessionGuardTest {
    private static final long CREATED = 1000;

    private final SessionGuard guard = new SessionGuard();
    private final Map<String, Object> attributes = new HashMap<>();
    private final List<String> told = new ArrayList<>();
    private NodeRegistry sessions;
    private String id = "one";

    /** What another request does while this one is counted. */
    private Runnable meanwhile = () -> {};

    private final HttpSession session = (HttpSession) Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpSession.class},
            (proxy, method, arguments) -> switch (method.getName()) {
                case "getId" -> id;
                case "getCreationTime" -> CREATED;
                case "getAttribute" -> attributes.get(arguments[0]);
                case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                case "removeAttribute" -> attributes.remove(arguments[0]);
                default -> throw new UnsupportedOperationException(method.getName());
            });

    private final HttpServletResponse response = (HttpServletResponse) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {HttpServletResponse.class}, (proxy, method, arguments) -> {
                assertEquals("isCommitted", method.getName());
                return false;
            });

    @BeforeEach
    void withoutLimits() {
        guard.config = ScriptingConfigReader.read(new FixedConfig(Map.of()));
        guard.locks = new SessionLocks();
        sessions = new NodeRegistry(guard.config, new SessionEndings(), new Audit(), new PlainServer()) {
            @Override
            public void meet(String user, HttpSession met) {
                super.meet(user, met);
                meanwhile.run();
            }
        };
        guard.sessions = sessions;
        guard.audit = new Audit() {
            @Override
            public void tell(AuditEvent event) {
                told.add(event.getClass().getSimpleName());
            }
        };
    }

    @Test
    void aLoginChangesTheId() {
        guard.settle(exchange("one", "ann"), response);

        assertEquals("one+", id);
        assertEquals("ann", attributes.get(SessionGuard.USER));
        assertEquals(List.of("UserLoggedIn"), told);
        assertEquals(1, sessions.users());
    }

    @Test
    void whoKnewTheIdBeforeALoginDoesNotTakeTheSessionOver() {
        Exchange bobs = exchange("one", "bob");
        guard.settle(exchange("one", "ann"), response);

        Failures.of(Mistake.LOGGED_IN_MEANWHILE, () -> guard.settle(bobs, response));

        assertEquals("one+", id);
        assertEquals("ann", attributes.get(SessionGuard.USER));
        assertEquals(List.of("UserLoggedIn"), told);
    }

    @Test
    void whoHasChangedTheIdLogsInAfterIt() {
        guard.settle(exchange("one", "ann"), response);
        Exchange bobs = exchange("one+", "bob");
        id = "changed";
        bobs.idGiven("changed");

        guard.settle(bobs, response);

        assertEquals("changed+", id);
        assertEquals("bob", attributes.get(SessionGuard.USER));
    }

    @Test
    void whoseIdItIsGoesOnAsAnotherUser() {
        guard.settle(exchange("one", "ann"), response);

        guard.settle(exchange("one+", "bob"), response);

        assertEquals("one++", id);
        assertEquals("bob", attributes.get(SessionGuard.USER));
        assertEquals(List.of("UserLoggedIn", "UserLoggedOut", "UserLoggedIn"), told);
    }

    @Test
    void aSessionLoggedOutWhileItIsCountedIsNotTheUsers() {
        meanwhile = () -> guard.settleLogout(request("one+", null), response);

        guard.settle(exchange("one", "ann"), response);

        assertEquals("one++", id);
        assertEquals(0, sessions.users());
    }

    @Test
    void anIdThatChangesWhileItsSessionIsCountedCountsOnce() {
        guard.settle(exchange("one", "ann"), response);
        guard.sessions.forget("ann", session);
        // the second time the session is asked for its id, the id is another
        HttpSession renewed = (HttpSession) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpSession.class}, (proxy, method, arguments) -> {
                    Object answer = method.invoke(session, arguments);
                    if (method.getName().equals("getId")) {
                        id = "next";
                    }
                    return answer;
                });

        guard.sessions.meet("ann", renewed);
        guard.sessions.meet("ann", session);

        guard.sessions.forget("ann", session);
        assertEquals(0, sessions.users());
    }

    /** Whoever set the clock back: nobody uses a session for longer because of that. */
    @Test
    void aSessionOfLongAgoIsOverAndSoIsOneOfTheFarFuture() {
        guard.config = ScriptingConfigReader.read(new FixedConfig(Map.of("scripting.session.max-lifetime", "PT1H")));
        guard.finder = new SessionFinder() {
            @Override
            Found find(HttpServletRequest request) {
                return new Found(session, false);
            }
        };
        guard.endings = new SessionEndings() {
            @Override
            public void end(HttpSession old, EndReason reason) {
                told.add(reason.name());
            }
        };
        Instant begun = Instant.ofEpochMilli(CREATED);
        Duration longest = Duration.ofHours(1);

        assertTrue(guard.admit(exchange("one", null), begun.plus(longest)));
        assertFalse(guard.admit(exchange("one", null), begun.plus(longest).plusMillis(1)));
        assertTrue(guard.admit(exchange("one", null), begun.minus(longest)));
        assertFalse(guard.admit(exchange("one", null), begun.minus(longest).minusMillis(1)));
        assertEquals(List.of("MAX_LIFETIME", "MAX_LIFETIME"), told);
    }

    private Exchange exchange(String requested, String user) {
        return Exchange.part(request(requested, user), response, new PlainServer());
    }

    private HttpServletRequest request(String requested, String user) {
        Principal principal = user == null ? null : () -> user;
        return (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getUserPrincipal" -> principal;
                    case "getSession" -> session;
                    case "getRequestedSessionId" -> requested;
                    case "changeSessionId" -> changeId();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private String changeId() {
        assertTrue(((ReentrantLock) guard.locks.changingId(CREATED)).isHeldByCurrentThread(), "one at a time");
        String before = id;
        id += "+";
        String user = (String) attributes.get(SessionGuard.USER);
        if (user != null) {
            guard.sessions.rename(user, before, session);
        }
        return id;
    }
}
