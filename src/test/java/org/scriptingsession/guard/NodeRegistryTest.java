// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.scriptingsession.api.AuditEvent;
import org.scriptingsession.api.EndReason;
import org.scriptingsession.audit.Audit;
import org.scriptingsession.config.FixedConfig;
import org.scriptingsession.config.ScriptingConfigReader;
import org.scriptingsession.error.AccessRefusedException;
import org.scriptingsession.server.PlainServer;

/** A user has as many sessions as the settings allow, however many begin at once. */
@Timeout(60)
class NodeRegistryTest {
    private NodeRegistry sessions;
    private final Set<String> alive = ConcurrentHashMap.newKeySet();
    private final List<AuditEvent> told = new ArrayList<>();

    /** What another thread does while a login looks at the sessions there are. */
    private Runnable meanwhile = () -> {};

    @Test
    void ofTwoLoginsAtOnceOneRemains() {
        with(1, "oldest-ends");
        sessions.meet("alice", session("oldest", 1));
        meanwhile = () -> sessions.meet("alice", session("b", 3));

        sessions.meet("alice", session("a", 2));

        assertEquals(Set.of("b"), alive);
        assertEquals(1, sessions.count("alice"));
    }

    @Test
    void ofTwoLoginsAtOnceOneIsRefused() {
        with(1, "newest-refused");
        sessions.meet("alice", session("dead", 1));
        alive.remove("dead");
        meanwhile = () -> assertThrows(AccessRefusedException.class, () -> sessions.meet("alice", session("b", 3)));

        sessions.meet("alice", session("a", 2));

        assertEquals(Set.of("a"), alive);
    }

    @Test
    void theOldestEndsWhicheverWasMetFirst() {
        with(2, "oldest-ends");
        sessions.meet("alice", session("b", 2));
        sessions.meet("alice", session("a", 1));
        sessions.meet("bob", session("x", 0));

        sessions.meet("alice", session("c", 3));

        assertEquals(Set.of("b", "c", "x"), alive);
        assertEquals(1, told.size());
    }

    @Test
    void aSessionThatCannotBeEndedCountsOn() {
        with(1, "oldest-ends");
        sessions.meet("alice", session("stuck", 1));

        assertThrows(UnsupportedOperationException.class, () -> sessions.meet("alice", session("b", 2)));

        assertEquals(2, sessions.count("alice"));
        assertThrows(UnsupportedOperationException.class, () -> sessions.meet("alice", session("c", 3)));
        assertEquals(Set.of("stuck", "c"), alive);
    }

    @Test
    void whoHasNoSessionTakesNoRoom() {
        with(5, "oldest-ends");
        sessions.meet("alice", session("a", 1));
        sessions.meet("alice", session("b", 2));

        assertEquals(2, sessions.endAll("alice"));

        assertEquals(0, sessions.users());
        assertEquals(Set.of(), alive);
    }

    private void with(int limit, String whenFull) {
        var config = ScriptingConfigReader.read(new FixedConfig(new HashMap<>(Map.of(
                "scripting.sessions.max-per-user", String.valueOf(limit), "scripting.sessions.when-full", whenFull))));
        var server = new PlainServer() {
            @Override
            public Optional<HttpSession> current(String id, HttpSession held) {
                Runnable other = meanwhile;
                meanwhile = () -> {};
                CompletableFuture.runAsync(other).join();
                return Optional.of(held).filter(session -> alive.contains(id));
            }
        };
        var endings = new SessionEndings() {
            @Override
            public void end(HttpSession session, EndReason reason) {
                if (session.getId().equals("stuck")) {
                    throw new UnsupportedOperationException();
                }
                alive.remove(session.getId());
                sessions.forget("alice", session);
            }
        };
        var audit = new Audit() {
            @Override
            public void tell(AuditEvent event) {
                told.add(event);
            }
        };
        sessions = new NodeRegistry(config, endings, audit, server);
    }

    private HttpSession session(String id, long created) {
        alive.add(id);
        return (HttpSession) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpSession.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getId" -> id;
                    case "getCreationTime", "getLastAccessedTime" -> created;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
