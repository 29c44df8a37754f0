// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.scriptingsession.history.SessionHistory;
import org.scriptingsession.history.SessionHistory.Kind;
import org.scriptingsession.history.SessionHistory.Request;
import org.scriptingsession.it.Await;

/** Three clients of each session ask both nodes at once, without a sticky balancer, while one of the nodes is killed. */
@EnabledIfSystemProperty(
        named = "cluster.server",
        matches = "payara",
        disabledReason = "on WildFly parallel updates at two nodes need a sticky balancer")
class HistoryIT {
    private static final int USERS = 4;
    private static final int CLIENTS = 3;
    private static final int REQUESTS = 60;
    private static final Duration LOAD = Duration.ofSeconds(8);

    private final Cluster cluster = Cluster.running();
    private final Queue<SessionHistory> histories = new ConcurrentLinkedQueue<>();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile List<URI> nodes = List.of(cluster.a().base(), cluster.b().base());
    private volatile boolean over;

    @Test
    void whatClientsOfOneSessionSeeAtBothNodesHasAnOrder() throws InterruptedException {
        ExecutorService clients = Executors.newFixedThreadPool(USERS * CLIENTS);
        ExecutorService users = Executors.newFixedThreadPool(USERS);
        for (int i = 0; i < USERS; i++) {
            int seed = i;
            users.execute(() -> useSessions(new Random(seed), clients));
        }
        Await.pause(LOAD);
        cluster.b().kill();
        nodes = List.of(cluster.a().base());
        Await.pause(LOAD);
        cluster.b().start();
        cluster.awaitWhole();
        nodes = List.of(cluster.a().base(), cluster.b().base());
        Await.pause(LOAD);
        over = true;
        users.shutdown();
        assertTrue(users.awaitTermination(60, TimeUnit.SECONDS));
        clients.shutdown();

        System.out.printf(
                "%d sessions, %d requests acknowledged, %d refused or without an answer%n",
                histories.size(), acknowledged.get(), refused.get());
        assertEquals(
                List.of(),
                histories.stream().filter(history -> !history.hasOrder()).toList());
    }

    private void useSessions(Random random, ExecutorService clients) {
        try {
            while (!over) {
                Shopper shopper = new Shopper();
                SessionHistory history = new SessionHistory();
                Optional<String> id = begin(shopper, history, random);
                if (id.isPresent()) {
                    histories.add(history);
                    CountDownLatch all = new CountDownLatch(CLIENTS);
                    for (int i = 0; i < CLIENTS; i++) {
                        int number = i;
                        Random own = new Random(random.nextLong());
                        clients.execute(() -> {
                            try {
                                use(shopper, id.get(), history, own, number);
                            } finally {
                                all.countDown();
                            }
                        });
                    }
                    all.await();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<String> begin(Shopper shopper, SessionHistory history, Random random) throws InterruptedException {
        Request request = history.send(Kind.BEGIN, "", System.nanoTime());
        Optional<String> id = shopper.ask(node(random), "begin?interval=1234").map(answer -> answer.getString("id"));
        id.ifPresent(known -> history.answer(request, 0, known, System.nanoTime()));
        return id;
    }

    /** The first client ends the session at last, and all look whether it is there. */
    private void use(Shopper shopper, String id, SessionHistory history, Random random, int number) {
        try {
            for (int i = 0; i < REQUESTS; i++) {
                boolean ends = number == 0 && i == REQUESTS - 10;
                Kind kind = ends ? Kind.LOGOUT : random.nextBoolean() ? Kind.ADD : Kind.READ;
                Request request = history.send(kind, id, System.nanoTime());
                Optional<JsonObject> answer =
                        shopper.withSessionAlone().ask(node(random), kind.name().toLowerCase(Locale.ROOT));
                long now = System.nanoTime();
                (answer.isPresent() ? acknowledged : refused).incrementAndGet();
                answer.ifPresent(content -> {
                    // a session that another request has begun in place of this one is none
                    boolean same = content.getBoolean("alive")
                            && content.getString("id").equals(id);
                    Integer count = kind == Kind.LOGOUT ? Integer.valueOf(0) : same ? content.getInt("count") : null;
                    history.answer(request, count, same ? id : null, now);
                });
                Thread.sleep(random.nextInt(20));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private URI node(Random random) {
        List<URI> current = nodes;
        return current.get(random.nextInt(current.size()));
    }
}
