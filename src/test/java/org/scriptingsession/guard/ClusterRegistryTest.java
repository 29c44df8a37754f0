// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.scriptingsession.api.AuditEvent;
import org.scriptingsession.api.EndReason;
import org.scriptingsession.api.UserSession;
import org.scriptingsession.audit.Audit;
import org.scriptingsession.config.FixedConfig;
import org.scriptingsession.config.ScriptingConfigReader;
import org.scriptingsession.error.AccessRefusedException;
import org.scriptingsession.server.FixedTexts;
import org.scriptingsession.server.PlainServer;

/** Two nodes know the same sessions of a user, and decide together which of them are too many. */
@Timeout(60)
class ClusterRegistryTest {
    private static final long LATER = Duration.ofMinutes(5).toMillis();

    private final FixedTexts texts = new FixedTexts();
    private final AtomicLong now = new AtomicLong(1_000_000_000);
    private final List<AuditEvent> told = new ArrayList<>();

    /** What the nodes find, by id. */
    private final Map<String, HttpSession> stored = new ConcurrentHashMap<>();

    /** Whose sessions are, by id. */
    private final Map<String, String> users = new ConcurrentHashMap<>();

    private final Set<String> forbidden = ConcurrentHashMap.newKeySet();
    private int intervalSeconds = 1800;

    @Test
    void eachNodeListsTheSessionsOfBothByTheSameNames() {
        ClusterRegistry a = node(Map.of());
        ClusterRegistry b = node(Map.of());
        a.meet("alice", session("two", 2));
        b.meet("alice", session("one", 1));
        b.meet("bob", session("x", 0));

        assertEquals(2, a.count("alice"));
        assertEquals(a.sessions("alice"), b.sessions("alice"));
        assertEquals(
                List.of(1L, 2L),
                a.sessions("alice").stream()
                        .map(session -> session.created().toEpochMilli())
                        .toList());
    }

    @Test
    void aSessionThatWasToldOfCostsRequestsNothing() {
        ClusterRegistry a = node(Map.of());
        HttpSession session = session("one", 1);
        a.meet("alice", session);
        int before = texts.operations.get();

        for (int i = 0; i < 100; i++) {
            a.meet("alice", session);
        }
        assertEquals(before, texts.operations.get());

        intervalSeconds = 7200;
        a.meet("alice", session);
        assertTrue(texts.operations.get() > before, "nobody knows how long it may stay unused");
    }

    @Test
    void oneSessionIsEndedByItsNameFromTheOtherNode() {
        ClusterRegistry a = node(Map.of());
        ClusterRegistry b = node(Map.of());
        a.meet("alice", session("one", 1));
        a.meet("alice", session("two", 2));
        UserSession one = b.sessions("alice").get(0);

        assertTrue(b.end("alice", one.session()));

        assertFalse(a.end("alice", one.session()));
        assertFalse(a.end("bob", a.sessions("alice").get(0).session()));
        assertEquals(Set.of("two"), stored.keySet());
    }

    @Test
    void allEndInLinearTime() {
        ClusterRegistry a = node(Map.of());
        for (int i = 0; i < 2000; i++) {
            a.meet("alice", session("session" + i, i));
        }
        int before = texts.operations.get();

        assertEquals(2000, node(Map.of()).endAll("alice"));

        assertTrue(texts.operations.get() - before < 1000, () -> texts.operations.get() - before + " operations");
        assertEquals(Map.of(), stored);
        assertEquals(0, a.count("alice"));
        assertEquals(Map.of(), texts.byKey);
    }

    @Test
    void ofTwoLoginsAtOnceOnTwoNodesOneRemains() {
        ClusterRegistry a = node(Map.of("scripting.sessions.max-per-user", "1"));
        ClusterRegistry b = node(Map.of("scripting.sessions.max-per-user", "1"));
        a.meet("alice", session("oldest", 0));
        texts.meanwhile = () -> b.meet("alice", session("two", 2));

        a.meet("alice", session("one", 1));

        assertEquals(Set.of("one"), stored.keySet());
        assertEquals(1, b.count("alice"));
        assertEquals(2, told.size());
    }

    @Test
    void ofTwoLoginsAtOnceOnTwoNodesOneIsRefused() {
        var settings = Map.of("scripting.sessions.max-per-user", "1", "scripting.sessions.when-full", "newest-refused");
        ClusterRegistry a = node(settings);
        ClusterRegistry b = node(settings);
        texts.meanwhile = () -> b.meet("alice", session("two", 2));

        assertThrows(AccessRefusedException.class, () -> a.meet("alice", session("one", 1)));

        assertEquals(Set.of("two"), stored.keySet());
        assertEquals(1, a.count("alice"));
    }

    /** Its login is under way at another node: nobody finds it yet, and it must not begin to live. */
    @Test
    void aSessionThatIsNotStoredYetCountsAndIsForbidden() {
        ClusterRegistry a = node(Map.of("scripting.sessions.max-per-user", "1"));
        a.meet("alice", session("one", 1));
        stored.clear();

        node(Map.of("scripting.sessions.max-per-user", "1")).meet("alice", session("two", 2));

        assertEquals(Set.of("one"), forbidden);
        assertEquals(Set.of("two"), stored.keySet());
    }

    @Test
    void aSessionThatIsOverCountsNotForLong() {
        ClusterRegistry a =
                node(Map.of("scripting.sessions.max-per-user", "1", "scripting.sessions.when-full", "newest-refused"));
        a.meet("alice", session("one", 1));
        stored.clear();
        now.addAndGet(LATER);

        a.meet("alice", session("two", 2));

        assertEquals(1, a.count("alice"));
        assertEquals(1, texts.byKey.get("0@alice").lines().count());
    }

    /** A node that died could not tell that it had logged the user out. */
    @Test
    void aSessionThatIsAnotherUsersByNowIsNeitherListedNorEnded() {
        ClusterRegistry a = node(Map.of());
        a.meet("alice", session("one", 1));
        users.put("one", "bob");
        now.addAndGet(LATER);

        assertEquals(0, a.endAll("alice"));
        a.meet("alice", session("two", 2));
        users.put("two", "bob");
        now.addAndGet(LATER);

        assertEquals(0, a.count("alice"));
        assertEquals(Set.of("one", "two"), stored.keySet());
        assertEquals(Map.of(), texts.byKey);
    }

    @Test
    void aSessionThatCannotBeEndedCountsOn() {
        ClusterRegistry a = node(Map.of("scripting.sessions.max-per-user", "1"));
        a.meet("alice", session("stuck", 1));

        assertThrows(UnsupportedOperationException.class, () -> a.meet("alice", session("two", 2)));

        assertEquals(2, a.count("alice"));
        assertThrows(UnsupportedOperationException.class, () -> a.meet("alice", session("three", 3)));
    }

    @Test
    void aSessionIsKnownByItsNewId() {
        ClusterRegistry a = node(Map.of());
        HttpSession session = session("one", 1);
        a.meet("alice", session);
        stored.put("next", session("next", 1));
        stored.remove("one");

        a.rename("alice", "one", stored.get("next"));

        assertEquals(1, node(Map.of()).count("alice"));
        a.forget("alice", stored.get("next"));
        assertEquals(Map.of(), texts.byKey);
    }

    /** It is another's from now on. */
    @Test
    void aSessionThatWasForgottenIsNotKnownByANewId() {
        ClusterRegistry a = node(Map.of());
        a.meet("alice", session("one", 1));
        a.forget("alice", stored.get("one"));

        a.rename("alice", "one", session("next", 1));

        assertEquals(0, a.count("alice"));
    }

    /** Whoever has ended it, has told. */
    @Test
    void aSessionThatThisNodeLosesIsListedOn() {
        ClusterRegistry a = node(Map.of());
        a.meet("alice", session("one", 1));

        a.lose("alice", stored.get("one"));

        assertEquals(1, a.count("alice"));
    }

    private ClusterRegistry node(Map<String, String> settings) {
        ClusterRegistry[] registry = new ClusterRegistry[1];
        var server = new PlainServer() {
            @Override
            public Optional<HttpSession> find(String id) {
                return Optional.ofNullable(stored.get(id));
            }

            @Override
            public void forbid(String id, int interval) {
                forbidden.add(id);
            }
        };
        var endings = new SessionEndings() {
            @Override
            public void end(HttpSession session, EndReason reason) {
                if (session.getId().equals("stuck")) {
                    throw new UnsupportedOperationException();
                }
                stored.remove(session.getId());
                registry[0].lose("alice", session);
            }
        };
        var audit = new Audit() {
            @Override
            public void tell(AuditEvent event) {
                told.add(event);
            }
        };
        registry[0] = new ClusterRegistry(
                ScriptingConfigReader.read(new FixedConfig(new HashMap<>(settings))),
                endings,
                audit,
                server,
                new UserIndex(texts, now::get));
        return registry[0];
    }

    private HttpSession session(String id, long created) {
        users.put(id, "alice");
        HttpSession session = (HttpSession) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpSession.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getId" -> id;
                    case "getCreationTime", "getLastAccessedTime" -> created;
                    case "getMaxInactiveInterval" -> intervalSeconds;
                    case "getAttribute" -> users.get(id);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        stored.put(id, session);
        return session;
    }
}
