// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.scriptingsession.api.UserSession;
import org.scriptingsession.error.NotStoredException;

/** Two nodes know the same sessions of a user. */
@Timeout(60)
class ClusterRegistryTest {
    private static final long LATER = Duration.ofMinutes(5).toMillis();

    private final FixedCluster cluster = new FixedCluster();

    @Test
    void eachNodeListsTheSessionsOfBothByTheSameNames() {
        ClusterRegistry a = cluster.node(Map.of());
        ClusterRegistry b = cluster.node(Map.of());
        a.meet("alice", cluster.session("two", 2));
        b.meet("alice", cluster.session("one", 1));
        b.meet("bob", cluster.session("x", 0));

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
        ClusterRegistry a = cluster.node(Map.of());
        HttpSession session = cluster.session("one", 1);
        a.meet("alice", session);
        int before = cluster.texts.operations.get();

        for (int i = 0; i < 100; i++) {
            a.meet("alice", session);
        }
        assertEquals(before, cluster.texts.operations.get());

        cluster.intervalSeconds = 7200;
        a.meet("alice", session);
        assertTrue(cluster.texts.operations.get() > before, "nobody knows how long it may stay unused");
    }

    @Test
    void whatTheGridHasNotTakenIsToldOfByTheNextRequest() {
        ClusterRegistry a = cluster.node(Map.of());
        HttpSession session = cluster.session("one", 1);
        cluster.texts.answers = false;
        assertThrows(NotStoredException.class, () -> a.meet("alice", session));
        cluster.texts.answers = true;
        assertEquals(0, a.count("alice"));

        a.meet("alice", session);

        assertEquals(1, a.count("alice"));
    }

    @Test
    void oneSessionIsEndedByItsNameFromTheOtherNode() {
        ClusterRegistry a = cluster.node(Map.of());
        ClusterRegistry b = cluster.node(Map.of());
        a.meet("alice", cluster.session("one", 1));
        a.meet("alice", cluster.session("two", 2));
        UserSession one = b.sessions("alice").get(0);

        assertTrue(b.end("alice", one.session()));

        assertFalse(a.end("alice", one.session()));
        assertFalse(a.end("bob", a.sessions("alice").get(0).session()));
        assertEquals(Set.of("two"), cluster.stored.keySet());
    }

    @Test
    void allEndInLinearTime() {
        ClusterRegistry a = cluster.node(Map.of());
        for (int i = 0; i < 2000; i++) {
            a.meet("alice", cluster.session("session" + i, i));
        }
        int before = cluster.texts.operations.get();

        assertEquals(2000, cluster.node(Map.of()).endAll("alice"));

        assertTrue(
                cluster.texts.operations.get() - before < 1000,
                () -> cluster.texts.operations.get() - before + " operations");
        assertEquals(Map.of(), cluster.stored);
        assertEquals(0, a.count("alice"));
        assertEquals(Map.of(), cluster.texts.byKey);
    }

    /** A node that died could not tell that it had logged the user out. */
    @Test
    void aSessionThatIsAnotherUsersByNowIsNeitherListedNorEnded() {
        ClusterRegistry a = cluster.node(Map.of());
        a.meet("alice", cluster.session("one", 1));
        cluster.users.put("one", "bob");
        cluster.now.addAndGet(LATER);

        assertEquals(0, a.endAll("alice"));
        a.meet("alice", cluster.session("two", 2));
        cluster.users.put("two", "bob");
        cluster.now.addAndGet(LATER);

        assertEquals(0, a.count("alice"));
        assertEquals(Set.of("one", "two"), cluster.stored.keySet());
        assertEquals(Set.of(), cluster.forbidden);
    }

    /** Payara's nodes do not store each use of a session: another one sees it expired for a moment. */
    @Test
    void aSessionThatAnotherNodeMayHaveUsedIsNotForgottenAndIsEnded() {
        ClusterRegistry a = cluster.node(Map.of());
        a.meet("alice", cluster.session("one", 1));
        cluster.stored.clear();
        cluster.now.addAndGet(Duration.ofSeconds(cluster.intervalSeconds).toMillis());

        assertEquals(0, a.count("alice"));
        assertEquals(0, a.endAll("alice"));

        assertEquals(Set.of("one"), cluster.forbidden);
    }

    @Test
    void aSessionThatNobodyCanHaveUsedIsForgottenByALook() {
        ClusterRegistry a = cluster.node(Map.of());
        a.meet("alice", cluster.session("one", 1));
        cluster.stored.clear();
        cluster.now.addAndGet(Duration.ofSeconds(cluster.intervalSeconds)
                .plus(IndexedSession.TOLD_AGAIN)
                .plusMillis(1)
                .toMillis());

        assertEquals(0, a.count("alice"));

        assertEquals(Map.of(), cluster.texts.byKey);
    }

    @Test
    void aSessionIsKnownByItsNewId() {
        ClusterRegistry a = cluster.node(Map.of());
        HttpSession session = cluster.session("one", 1);
        a.meet("alice", session);
        cluster.stored.put("next", cluster.session("next", 1));
        cluster.stored.remove("one");

        a.rename("alice", "one", cluster.stored.get("next"));

        assertEquals(1, cluster.node(Map.of()).count("alice"));
        a.forget("alice", cluster.stored.get("next"));
        assertEquals(Map.of(), cluster.texts.byKey);
    }

    /** It is another's from cluster.now on. */
    @Test
    void aSessionThatWasForgottenIsNotKnownByANewId() {
        ClusterRegistry a = cluster.node(Map.of());
        a.meet("alice", cluster.session("one", 1));
        a.forget("alice", cluster.stored.get("one"));

        a.rename("alice", "one", cluster.session("next", 1));

        assertEquals(0, a.count("alice"));
    }

    /** Whoever has ended it, has cluster.told. */
    @Test
    void aSessionThatThisNodeLosesIsListedOn() {
        ClusterRegistry a = cluster.node(Map.of());
        a.meet("alice", cluster.session("one", 1));

        a.lose("alice", cluster.stored.get("one"));

        assertEquals(1, a.count("alice"));
    }

    /** WildFly waits for the request that gives a session another id, and does not find the session then. */
    @Test
    void aSessionWhoseIdChangesWhileAllEndEnds() {
        ClusterRegistry a = cluster.node(Map.of());
        a.meet("alice", cluster.session("one", 1));
        cluster.beforeFinding = () -> {
            cluster.stored.remove("one");
            // to WildFly it begins anew
            a.rename("alice", "one", cluster.session("next", 9));
        };

        assertEquals(1, cluster.node(Map.of()).endAll("alice"));

        assertEquals(Map.of(), cluster.stored);
        assertEquals(Map.of(), cluster.texts.byKey);
    }

    @Test
    void theOthersEndThoughOneCannot() {
        ClusterRegistry a = cluster.node(Map.of());
        a.meet("alice", cluster.session("one", 1));
        a.meet("alice", cluster.session("stuck", 2));
        a.meet("alice", cluster.session("three", 3));

        assertThrows(UnsupportedOperationException.class, () -> a.endAll("alice"));

        assertEquals(Set.of("stuck"), cluster.stored.keySet());
        assertEquals(1, a.count("alice"));
    }

    /** WildFly's sessions ask the grid again for each of their properties. */
    @Test
    void aSessionThatCannotBeReadIsNoFaultOfTheApplication() {
        ClusterRegistry a = cluster.node(Map.of());
        a.meet("alice", cluster.session("locked", 1));

        assertThrows(NotStoredException.class, () -> a.count("alice"));
        cluster.now.addAndGet(LATER);
        assertThrows(NotStoredException.class, () -> a.count("alice"));
    }

    @Test
    void aSessionThatEndsWhileItIsToldOfIsNotKnown() {
        ClusterRegistry a = cluster.node(Map.of());
        HttpSession session = cluster.session("one", 1);
        cluster.texts.meanwhile = () -> {
            cluster.stored.remove("one");
            a.forget("alice", session);
        };

        a.meet("alice", session);

        assertEquals(Map.of(), cluster.texts.byKey);
    }
}
