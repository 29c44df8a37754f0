// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.scriptingsession.it.Await;
import org.scriptingsession.it.FreePort;

/** Sessions of a user are known, limited and ended on all nodes, whichever has begun them. */
@Timeout(600)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RegistryIT {
    private static final int LIMIT = 3;
    private static final Duration SOON = Duration.ofSeconds(90);

    private static List<ClusterNode> nodes;
    private static URI a;
    private static URI b;

    @BeforeAll
    static void start() {
        int gridA = FreePort.next();
        int gridB = FreePort.next();
        String members = "127.0.0.1:" + gridA + ",127.0.0.1:" + gridB;
        Path war = Cluster.application();
        nodes = List.of(
                new ClusterNode("registry-a", FreePort.next(), gridA, FreePort.next(), members, war),
                new ClusterNode("registry-b", FreePort.next(), gridB, FreePort.next(), members, war));
        nodes.forEach(node -> {
            node.setting("-Dscripting.sessions.max-per-user=" + LIMIT);
            node.start();
        });
        nodes.forEach(node -> node.awaitReady(true));
        a = nodes.get(0).base();
        b = nodes.get(1).base();
    }

    @AfterAll
    static void stop() {
        nodes.forEach(ClusterNode::close);
    }

    @BeforeEach
    void endAll() {
        new Shopper().response(a, "../../registry");
        assertEquals(List.of(), list(a));
        assertEquals(List.of(), list(b));
    }

    @Test
    void eachNodeListsTheSessionsOfBothByTheSameNames() {
        loggedIn(a);
        loggedIn(b);

        assertEquals(2, list(a).size());
        assertEquals(list(a), list(b));
    }

    @Test
    void oneSessionEndsFromTheOtherNode() {
        Shopper first = loggedIn(a);
        Shopper second = loggedIn(a);
        String oldest = list(b).get(0);

        assertEquals("true", registry(b, "?end=" + oldest));
        assertEquals("false", registry(b, "?end=" + oldest));

        dead(first);
        assertTrue(second.get(b, "read").getBoolean("alive"));
        assertEquals(1, list(a).size());
    }

    /** WildFly ends a session that no request has by another way. */
    @Test
    void theAuditIsToldOfAnEnd() {
        loggedIn(a);
        String name = list(a).get(0);

        assertEquals("true", registry(a, "?end=" + name));

        String line = "SessionEnded[session=" + name + ", reason=REGISTRY, user=alice, by=null]";
        Await.until(SOON, () -> "not in the log: " + line, () -> nodes.get(0).logged(line) > 0);
    }

    @Test
    void allSessionsEndFromOneNode() {
        Shopper first = loggedIn(a);
        Shopper second = loggedIn(b);

        assertEquals("2 ended, 0 left", registry(b, ""));

        dead(first);
        dead(second);
    }

    /** As a user does who changes the password: the session of the request is one of them. */
    @Test
    void aRequestEndsItsOwnSessionWithTheOthers() {
        Shopper other = loggedIn(b);
        Shopper own = loggedIn(a);

        assertEquals("2 ended, 0 left", own.response(a, "../../registry").body());

        dead(other);
        dead(own);
    }

    /** WildFly waits for the request that changes the id, and finds no session by the former one then. */
    @Test
    void aSessionWhoseIdIsJustBeingChangedEnds() {
        Shopper shopper = loggedIn(a);
        var changing = CompletableFuture.supplyAsync(() -> shopper.status(a, "slowLogin?millis=3000"));
        Await.pause(Duration.ofSeconds(1));

        registry(b, "");
        changing.join();

        assertEquals(List.of(), list(a));
        dead(shopper);
    }

    /** Payara may make a user known to the thread that reads a session of theirs from the grid. */
    @Test
    void whoLooksAtSessionsOfAnotherIsStillOneself() {
        loggedIn(a);
        Shopper bob = new Shopper();
        bob.get(b, "begin?interval=900");
        bob.get(b, "read", "X-User", "bob", "X-Password", "bob!");

        assertEquals("bob 1 bob", bob.response(b, "../../registry?who").body());
    }

    @Test
    void aSessionThatEndsIsListedNoMore() {
        Shopper first = loggedIn(a);
        loggedIn(b);

        first.get(b, "logout");

        assertEquals(1, list(a).size());
        assertEquals(list(a), list(b));
    }

    @Test
    void aSessionWhoseIdChangesIsListedOnce() {
        Shopper shopper = loggedIn(a);
        List<String> before = list(b);

        shopper.get(b, "login");

        assertEquals(1, list(a).size());
        assertEquals(list(a), list(b));
        assertFalse(list(a).equals(before), "the name is of the id");
        assertEquals("true", registry(a, "?end=" + list(a).get(0)));
        dead(shopper);
    }

    @Test
    void theOldestEndsWhicheverNodeHasBegunIt() {
        Shopper oldest = loggedIn(a);
        List<Shopper> others = Stream.of(b, a, b).map(RegistryIT::loggedIn).toList();

        dead(oldest);
        others.forEach(other -> assertTrue(other.get(a, "read").getBoolean("alive")));
        assertEquals(LIMIT, list(b).size());
    }

    /** Each login is decided once: as many as allowed go on, and no fewer. */
    @Test
    void loginsAtOnceOnBothNodesAreDecidedOnce() {
        for (int round = 0; round < 5; round++) {
            List<CompletableFuture<Shopper>> logins = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> loggedIn(i % 2 == 0 ? a : b)))
                    .toList();
            List<Shopper> all = logins.stream().map(CompletableFuture::join).toList();

            long alive = all.stream()
                    .filter(shopper -> shopper.get(a, "read").getBoolean("alive"))
                    .count();
            assertEquals(LIMIT, alive, "in round " + round);
            assertEquals(LIMIT, list(a).size());
            assertEquals(list(a), list(b));
        }
    }

    /** After the other sessions that expire: a node may tell of this one later, when another test waits for that. */
    @Test
    @Order(Integer.MAX_VALUE - 1)
    void aSessionThatHasExpiredIsListedNoMore() {
        Shopper shopper = loggedIn(a);
        assertEquals(1, list(b).size());

        shopper.get(b, "begin?interval=3");

        Await.until(SOON, () -> "still listed", () -> list(a).isEmpty() && list(b).isEmpty());
    }

    @Test
    void aSessionThatHasExpiredIsNotEnded() {
        Shopper shopper = loggedIn(a);
        long before = expired();

        shopper.get(a, "begin?interval=3");
        Await.until(SOON, () -> "not expired", () -> expired() > before);

        assertEquals("0 ended, 0 left", registry(b, ""));
    }

    /** At the end: afterwards there is one node. */
    @Test
    @Order(Integer.MAX_VALUE)
    void sessionsOfANodeThatWasKilledAreListedUntilTheyExpire() {
        Shopper first = loggedIn(a);
        Shopper second = loggedIn(a);
        second.get(a, "begin?interval=40");
        nodes.get(0).kill();

        Await.until(SOON, () -> "both are listed", () -> listed(b) == 2);
        Await.until(SOON, () -> "one has expired", () -> listed(b) == 1);

        assertTrue(first.get(b, "read").getBoolean("alive"));
        assertEquals("1 ended, 0 left", registry(b, ""));
        assertFalse(first.get(b, "read").getBoolean("alive"));
    }

    private static long expired() {
        return nodes.stream()
                .mapToLong(node -> node.logged("reason=EXPIRED, user=alice"))
                .sum();
    }

    private static Shopper loggedIn(URI base) {
        Shopper shopper = new Shopper();
        shopper.get(base, "begin?interval=900");
        shopper.logIn(base);
        return shopper;
    }

    private static void dead(Shopper shopper) {
        assertFalse(shopper.get(a, "read").getBoolean("alive"));
        assertFalse(shopper.get(b, "read").getBoolean("alive"));
    }

    /** How many; -1 while the grid gives no answer, since a node of it has just died. */
    private static int listed(URI base) {
        var answer = new Shopper().response(base, "../../registry?list");
        return answer.statusCode() == 200 ? names(answer.body()).size() : -1;
    }

    private static List<String> list(URI base) {
        return names(registry(base, "?list"));
    }

    private static List<String> names(String answer) {
        return Stream.of(answer.split(" ")).filter(name -> !name.isEmpty()).toList();
    }

    private static String registry(URI base, String query) {
        var answer = new Shopper().response(base, "../../registry" + query);
        assertEquals(200, answer.statusCode(), answer::body);
        return answer.body();
    }
}
