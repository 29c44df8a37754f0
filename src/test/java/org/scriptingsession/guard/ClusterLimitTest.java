// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.scriptingsession.error.AccessRefusedException;

/** Two nodes decide together which sessions of a user are too many. */
@Timeout(60)
class ClusterLimitTest {
    private static final long LATER = Duration.ofMinutes(5).toMillis();

    private final FixedCluster cluster = new FixedCluster();

    @Test
    void ofTwoLoginsAtOnceOnTwoNodesOneRemains() {
        ClusterRegistry a = cluster.node(Map.of("scripting.sessions.max-per-user", "1"));
        ClusterRegistry b = cluster.node(Map.of("scripting.sessions.max-per-user", "1"));
        a.meet("alice", cluster.session("oldest", 0));
        cluster.texts.meanwhile = () -> b.meet("alice", cluster.session("two", 2));

        a.meet("alice", cluster.session("one", 1));

        assertEquals(Set.of("one"), cluster.stored.keySet());
        assertEquals(1, b.count("alice"));
        assertEquals(2, cluster.told.size());
    }

    @Test
    void ofTwoLoginsAtOnceOnTwoNodesOneIsRefused() {
        var settings = Map.of("scripting.sessions.max-per-user", "1", "scripting.sessions.when-full", "newest-refused");
        ClusterRegistry a = cluster.node(settings);
        ClusterRegistry b = cluster.node(settings);
        cluster.texts.meanwhile = () -> b.meet("alice", cluster.session("two", 2));

        assertThrows(AccessRefusedException.class, () -> a.meet("alice", cluster.session("one", 1)));

        assertEquals(Set.of("two"), cluster.stored.keySet());
        assertEquals(1, a.count("alice"));
    }

    /** Its login is under way at another node: nobody finds it yet, and it must not begin to live. */
    @Test
    void aSessionThatIsNotStoredYetCountsAndIsForbidden() {
        ClusterRegistry a = cluster.node(Map.of("scripting.sessions.max-per-user", "1"));
        a.meet("alice", cluster.session("one", 1));
        cluster.stored.clear();

        cluster.node(Map.of("scripting.sessions.max-per-user", "1")).meet("alice", cluster.session("two", 2));

        assertEquals(Set.of("one"), cluster.forbidden);
        assertEquals(Set.of("two"), cluster.stored.keySet());
    }

    @Test
    void aSessionThatIsOverCountsNotForLong() {
        ClusterRegistry a = cluster.node(
                Map.of("scripting.sessions.max-per-user", "1", "scripting.sessions.when-full", "newest-refused"));
        a.meet("alice", cluster.session("one", 1));
        cluster.stored.clear();
        cluster.now.addAndGet(Duration.ofSeconds(cluster.intervalSeconds)
                .plus(IndexedSession.TOLD_AGAIN)
                .plusMillis(1)
                .toMillis());

        a.meet("alice", cluster.session("two", 2));

        assertEquals(1, a.count("alice"));
        assertEquals(1, cluster.texts.byKey.get("0@alice").lines().count());
    }

    @Test
    void aSessionThatCannotBeEndedCountsOn() {
        ClusterRegistry a = cluster.node(Map.of("scripting.sessions.max-per-user", "1"));
        a.meet("alice", cluster.session("stuck", 1));

        assertThrows(UnsupportedOperationException.class, () -> a.meet("alice", cluster.session("two", 2)));

        assertEquals(2, a.count("alice"));
        assertThrows(UnsupportedOperationException.class, () -> a.meet("alice", cluster.session("three", 3)));
    }

    /** Two requests of it: one tells of it again, the other changes its id meanwhile. */
    @Test
    void aSessionIsNotOneTooManyBesideItselfUnderAnotherId() {
        ClusterRegistry a = cluster.node(Map.of("scripting.sessions.max-per-user", "1"));
        HttpSession session = cluster.session("one", 1);
        a.meet("alice", session);
        cluster.intervalSeconds = 7200;
        cluster.texts.meanwhile = () -> {
            cluster.renamed.put("one", "next");
            cluster.stored.put("next", cluster.stored.remove("one"));
            a.rename("alice", "one", session);
        };

        a.meet("alice", session);

        assertEquals(Set.of("next"), cluster.stored.keySet());
        assertEquals(1, cluster.texts.byKey.get("0@alice").lines().count());
    }

    /** So WildFly changes an id: the session of the other request is over. */
    @Test
    void aRequestWhoseSessionIsOverEndsNoOther() {
        ClusterRegistry a = cluster.node(Map.of("scripting.sessions.max-per-user", "1"));
        HttpSession session = cluster.session("one", 1);
        a.meet("alice", session);
        cluster.intervalSeconds = 7200;
        cluster.texts.meanwhile = () -> {
            cluster.stored.remove("one");
            a.rename("alice", "one", cluster.session("next", 1));
        };

        assertThrows(IllegalStateException.class, () -> a.meet("alice", session));

        assertEquals(Set.of("next"), cluster.stored.keySet());
        assertEquals(1, a.count("alice"));
    }

    /** Payara's nodes do not store each use of a session: another one sees it expired for a moment. */
    @Test
    void aSessionThatAnotherNodeMayHaveUsedCountsNotAndIsNotForgotten() {
        ClusterRegistry a = cluster.node(Map.of("scripting.sessions.max-per-user", "2"));
        a.meet("alice", cluster.session("one", 1));
        a.meet("alice", cluster.session("two", 2));
        cluster.stored.remove("one");
        cluster.now.addAndGet(LATER);

        a.meet("alice", cluster.session("three", 3));

        assertEquals(Set.of("two", "three"), cluster.stored.keySet());
        assertEquals(2, a.endAll("alice"));
        assertEquals(Set.of("one"), cluster.forbidden);
    }

    @Test
    void allThatAreTooManyEndThoughOneCannot() {
        ClusterRegistry before = cluster.node(Map.of());
        before.meet("alice", cluster.session("stuck", 1));
        before.meet("alice", cluster.session("two", 2));
        before.meet("alice", cluster.session("three", 3));
        ClusterRegistry a = cluster.node(Map.of("scripting.sessions.max-per-user", "1"));

        assertThrows(UnsupportedOperationException.class, () -> a.meet("alice", cluster.session("four", 4)));

        assertEquals(Set.of("stuck", "four"), cluster.stored.keySet());
    }

    /** To WildFly when the node has died that had the lock: the request of the other session stores it later. */
    @Test
    void aSessionThatIsStoredAfterItsEndCountsAgain() {
        cluster.forbids = false;
        ClusterRegistry a = cluster.node(Map.of("scripting.sessions.max-per-user", "1"));
        HttpSession late = cluster.session("one", 1);
        a.meet("alice", late);
        cluster.stored.clear();
        a.meet("alice", cluster.session("two", 2));

        cluster.stored.put("one", late);

        assertEquals(2, a.count("alice"));
        cluster.now.addAndGet(LATER);
        a.meet("alice", cluster.session("three", 3));
        assertEquals(Set.of("three"), cluster.stored.keySet());
    }
}
