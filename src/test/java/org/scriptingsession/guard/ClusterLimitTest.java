// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
        cluster.now.addAndGet(LATER);

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
}
