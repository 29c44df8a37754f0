// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * 32 users with a session each go on working while nodes are killed, stopped, let stand still and brought back. How often is the
 * system property {@code cluster.faults}, 3 unless set.
 */
class FailoverIT {
    private static final int USERS = 32;
    private static final Duration STANDSTILL = Duration.ofSeconds(15);
    private static final Duration SURVIVOR_ALONE = Duration.ofSeconds(4);
    private static final long LONGEST_GAP_MILLIS = 3000;

    private final Tally tally = new Tally();

    @Test
    void nothingAcknowledgedIsLost() throws InterruptedException {
        Cluster cluster = Cluster.running();
        ExecutorService users = Executors.newFixedThreadPool(USERS);
        for (int i = 0; i < USERS; i++) {
            users.execute(new UserTrace(i, cluster.balancer().base(), tally));
        }
        Await.pause(SURVIVOR_ALONE);
        int faults = Integer.getInteger("cluster.faults", 3);
        long longestGap = 0;
        int inFlight = 0;
        for (int i = 0; i < faults; i++) {
            Fault fault = Fault.values()[i % Fault.values().length];
            ClusterNode node = cluster.nodes().get(i % 2);
            int failedBefore = tally.failures();
            tally.takeGaps();
            fault.strike(node);
            List<Long> gaps = tally.takeGaps();
            long gap = gaps.stream().mapToLong(Long::longValue).max().orElse(0);
            int failed = tally.failures() - failedBefore;
            System.out.printf(
                    "%s of %s: %d requests failed, longest wait for an answer %d ms, lost so far %d%n",
                    fault, node.name(), failed, gap, tally.losses().size());
            longestGap = Math.max(longestGap, gap);
            inFlight = Math.max(inFlight, failed);
            fault.mend(node);
            cluster.awaitWhole();
            Await.pause(SURVIVOR_ALONE);
        }
        tally.end();
        users.shutdown();
        assertTrue(users.awaitTermination(60, TimeUnit.SECONDS));

        List<String> undone =
                tally.undoneLogouts(List.of(cluster.a().base(), cluster.b().base()));
        System.out.printf(
                "%s, logouts undone %d, longest failover %d ms, most requests failed at once %d%n",
                tally, undone.size(), longestGap, inFlight);
        assertEquals(List.of(), tally.losses());
        assertEquals(List.of(), undone);
        assertTrue(longestGap < LONGEST_GAP_MILLIS, "failover took " + longestGap + " ms");
        assertTrue(inFlight <= USERS, "more than the requests on their way failed: " + inFlight);
    }

    private enum Fault {
        KILL {
            @Override
            void strike(ClusterNode node) {
                node.kill();
                Await.pause(SURVIVOR_ALONE);
            }

            @Override
            void mend(ClusterNode node) {
                node.start();
            }
        },
        PAUSE {
            @Override
            void strike(ClusterNode node) {
                node.pause();
                Await.pause(STANDSTILL);
            }

            @Override
            void mend(ClusterNode node) {
                node.resume();
            }
        },
        STOP {
            @Override
            void strike(ClusterNode node) {
                node.stop();
                Await.pause(SURVIVOR_ALONE);
            }

            @Override
            void mend(ClusterNode node) {
                node.start();
            }
        };

        abstract void strike(ClusterNode node);

        abstract void mend(ClusterNode node);
    }
}
