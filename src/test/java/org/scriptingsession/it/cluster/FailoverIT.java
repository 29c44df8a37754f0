// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.scriptingsession.it.Await;

/**
 * 32 users with a session each go on working while nodes are killed, stopped, let stand still and brought back. How often is the
 * system property {@code cluster.faults}, 3 unless set; {@code cluster.fault} names the only kind, such as KILL.
 */
class FailoverIT {
    private static final int USERS = 32;
    private static final Duration STANDSTILL = Duration.ofSeconds(15);
    private static final Duration SURVIVOR_ALONE = Duration.ofSeconds(4);

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
        String only = System.getProperty("cluster.fault");
        List<String> tooMuch = new ArrayList<>();
        long longestGap = 0;
        int inFlight = 0;
        for (int i = 0; i < faults; i++) {
            Fault fault = only == null ? Fault.values()[i % Fault.values().length] : Fault.valueOf(only);
            ClusterNode node = cluster.nodes().get(i % 2);
            int failedBefore = tally.failures();
            int againBefore = tally.failuresAgain();
            tally.takeGaps();
            fault.strike(node, cluster);
            List<Long> gaps = tally.takeGaps();
            long gap = gaps.stream().mapToLong(Long::longValue).max().orElse(0);
            int failed = tally.failures() - failedBefore;
            int again = tally.failuresAgain() - againBefore;
            System.out.printf(
                    "%s %s of %s: %d requests failed, %d of them again, longest wait for an answer %d ms, lost so far %d%n",
                    LocalTime.now().truncatedTo(ChronoUnit.SECONDS),
                    fault,
                    node.name(),
                    failed,
                    again,
                    gap,
                    tally.losses().size());
            if (gap >= fault.longestMillis || failed > USERS) {
                tooMuch.add(fault + " of " + node.name() + ": " + failed + " failed, " + gap + " ms");
            }
            longestGap = Math.max(longestGap, gap);
            inFlight = Math.max(inFlight, failed);
            fault.mend(node, cluster);
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
        assertEquals(List.of(), tally.staleReads());
        assertEquals(List.of(), undone);
        assertEquals(List.of(), tooMuch, "more than the requests on their way failed, or for longer than promised");
    }

    private enum Fault {
        /** As if the machine had lost its power. */
        KILL(3000) {
            @Override
            void strike(ClusterNode node, Cluster cluster) {
                node.kill();
                Await.pause(SURVIVOR_ALONE);
            }

            @Override
            void mend(ClusterNode node, Cluster cluster) {
                node.start();
            }
        },
        /** Longer than it takes the others to miss it: their failure detector's 5 seconds. */
        PAUSE(8000) {
            @Override
            void strike(ClusterNode node, Cluster cluster) {
                node.pause();
                Await.pause(STANDSTILL);
            }

            @Override
            void mend(ClusterNode node, Cluster cluster) {
                node.resume();
            }
        },
        /** As an administrator does it: out of the balancer first. */
        STOP(3000) {
            @Override
            void strike(ClusterNode node, Cluster cluster) {
                cluster.balancer().drain(node);
                node.stop();
                Await.pause(SURVIVOR_ALONE);
            }

            @Override
            void mend(ClusterNode node, Cluster cluster) {
                node.start();
                node.awaitReady(true);
                cluster.balancer().refill(node);
            }
        };

        private final long longestMillis;

        Fault(long longestMillis) {
            this.longestMillis = longestMillis;
        }

        abstract void strike(ClusterNode node, Cluster cluster);

        abstract void mend(ClusterNode node, Cluster cluster);
    }
}
