// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptingsession.it.Await;

/**
 * A node stands still amid its requests, for longer than it takes the other to miss it, and goes on. Each node does: which of them
 * joins the other's grid is Hazelcast's choice, by their addresses.
 */
class StandstillIT {
    private static final int USERS = 12;
    private static final int SLOW = 3;
    private static final Duration MISSED = Duration.ofSeconds(12);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** No lock outlives the time in which a node that stood still takes no requests. */
    private static final Duration FREE = Duration.ofSeconds(10);

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void whatANodeStillDoesAfterItStoodStillUndoesNothing(int number) {
        Cluster cluster = Cluster.running();
        ClusterNode still = cluster.nodes().get(number);
        URI there = still.base();
        URI elsewhere = cluster.nodes().get(1 - number).base();
        List<User> users = IntStream.range(0, USERS).mapToObj(i -> new User()).toList();
        users.forEach(user -> user.shopper.get(there, "begin?interval=1234"));
        List<Shopper> members =
                IntStream.range(0, USERS).mapToObj(i -> new Shopper()).toList();
        members.forEach(member -> member.get(elsewhere, "begin?interval=1234"));
        members.forEach(member -> member.get(elsewhere, "add"));
        ExecutorService threads = Executors.newFixedThreadPool(3 * USERS);
        List<CompletableFuture<Void>> onTheirWay = new ArrayList<>();
        for (User user : users) {
            onTheirWay.add(CompletableFuture.runAsync(() -> user.addWhileAnswered(there), threads));
        }
        for (User user : users.subList(0, SLOW)) {
            onTheirWay.add(CompletableFuture.runAsync(() -> user.addSlowly(there), threads));
        }
        Await.pause(Duration.ofMillis(700));

        still.pause();
        try {
            // may be refused, and must not cost the session
            for (Shopper member : members) {
                onTheirWay.add(CompletableFuture.runAsync(() -> member.status(elsewhere, "login"), threads));
            }
            users.forEach(user -> user.addOnce(elsewhere));
            users.stream().filter(User::logsOut).forEach(user -> user.shopper.get(elsewhere, "logout"));
            Await.pause(MISSED);
            users.stream().filter(user -> !user.logsOut()).forEach(user -> user.addOnce(elsewhere));
        } finally {
            still.resume();
        }
        assertEquals(503, new Shopper().status(there, "read"), "takes requests right after it stood still");
        onTheirWay.forEach(CompletableFuture::join);
        threads.shutdown();
        cluster.awaitWhole();

        users.parallelStream().forEach(user -> {
            user.check(there);
            user.check(elsewhere);
        });
        for (Shopper member : members) {
            assertEquals(1, member.get(elsewhere, "read").getInt("count", 0), "a session is lost by a login");
        }
    }

    private static final class User {
        private static int number;

        private final boolean logsOut = number++ % 2 == 0;
        private final Shopper shopper = new Shopper();

        /** What was acknowledged last. */
        private volatile int counted;

        boolean logsOut() {
            return logsOut;
        }

        void addWhileAnswered(URI base) {
            Shopper browser = shopper.withSessionAlone();
            Optional<JsonObject> answer = ask(browser, base, "add");
            while (answer.isPresent()) {
                counted = Math.max(counted, answer.get().getInt("count"));
                answer = ask(browser, base, "add");
            }
        }

        void addSlowly(URI base) {
            Optional<JsonObject> answer = ask(shopper.withSessionAlone(), base, "slow?millis=3000");
            assertTrue(answer.isEmpty(), () -> "acknowledged what others had missed: " + answer);
        }

        /** At the other node, as soon as that knows that the first is gone. */
        void addOnce(URI base) {
            int before = counted;
            Await.until(PATIENCE, () -> "an answer of the other node", () -> {
                Optional<JsonObject> answer = ask(shopper, base, "add");
                answer.ifPresent(content -> counted = content.getInt("count"));
                return answer.isPresent();
            });
            assertTrue(counted > before, () -> counted + " after " + before + " had been acknowledged");
        }

        void check(URI base) {
            List<JsonObject> answers = new ArrayList<>();
            Await.until(FREE, () -> "a readable session", () -> {
                ask(shopper.withSessionAlone(), base, "read").ifPresent(answers::add);
                return !answers.isEmpty();
            });
            JsonObject answer = answers.get(0);
            if (logsOut) {
                assertFalse(answer.getBoolean("alive"), "a logout was undone");
            } else {
                assertTrue(answer.getBoolean("alive"), "a session is lost");
                assertEquals(counted, answer.getInt("count"));
            }
        }

        private static Optional<JsonObject> ask(Shopper browser, URI base, String work) {
            try {
                return browser.ask(base, work);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
