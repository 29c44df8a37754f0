// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.both;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Sends one and the same request to both servers, and compares the answers field by field. The fixed seeds gate; a new one at each
 * run is printed with what it found, and becomes a fixed one when it finds something.
 */
@Timeout(1200)
class SameAnswersIT {
    private static final long[] SEEDS = {20261125, 1, 2, 3, 4, 5, 6, 7, 24600544412303L};
    private static final int REQUESTS_OF_SEED = Integer.getInteger("fuzz.requests", 1000);
    private static final int MOST_SHOWN = 20;

    private static final ServerProcess PAYARA = new ServerProcess("payara-micro");
    private static final ServerProcess WILDFLY = new ServerProcess("wildfly");

    @BeforeAll
    static void awaitServers() throws IOException, InterruptedException {
        PAYARA.awaitReady();
        WILDFLY.awaitReady();
    }

    @AfterAll
    static void stopServers() {
        PAYARA.close();
        WILDFLY.close();
    }

    @Test
    void theSameRequestHasTheSameAnswerOnBothServers() throws IOException {
        List<String> differences = new ArrayList<>();
        for (long seed : SEEDS) {
            differences.addAll(differences(seed));
        }
        assertEquals("", shown(differences));
    }

    @Test
    void aNewSeedIsReported() throws IOException {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        List<String> differences = differences(seed);
        System.out.println(
                "== requests of seed " + seed + ": " + differences.size() + " differences\n" + shown(differences));
    }

    private static List<String> differences(long seed) throws IOException {
        Random random = new Random(seed);
        List<String> differences = new ArrayList<>();
        int served = 0;
        for (int i = 0; i < REQUESTS_OF_SEED; i++) {
            RandomRequest request = RandomRequest.of(random);
            WireAnswer ofPayara = WireAnswer.of(request.method(), PAYARA.exchange(request.pieces()));
            WireAnswer ofWildFly = WireAnswer.of(request.method(), WILDFLY.exchange(request.pieces()));
            served += ofPayara.status() == 200 ? 1 : 0;
            if (!ofPayara.equals(ofWildFly)) {
                differences.add("seed " + seed + ", request " + i + ": " + request + "\n  payara  " + ofPayara
                        + "\n  wildfly " + ofWildFly + "\n");
            }
        }
        int ran = served;
        assertTrue(ran > REQUESTS_OF_SEED / 4, () -> "scripts answered " + ran + " of " + REQUESTS_OF_SEED);
        return differences;
    }

    private static String shown(List<String> differences) {
        String all = differences.isEmpty() ? "" : differences.size() + " differences, the first:\n";
        return all + String.join("", differences.subList(0, Math.min(MOST_SHOWN, differences.size())));
    }
}
