// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scriptingsession.it.Await;

/** A new version of the application comes node by node, while users go on. */
class RollingRedeployIT {
    private static final int USERS = 16;

    private final Cluster cluster = Cluster.running();
    private final Tally tally = new Tally();

    @AfterEach
    void bringTheFirstVersionBack() {
        for (ClusterNode node : cluster.nodes()) {
            node.war(cluster.war());
        }
    }

    @Test
    void everySessionSurvivesAndBothVersionsReadTheOthersValues() throws IOException, InterruptedException {
        Path second = secondVersion();
        ExecutorService users = Executors.newFixedThreadPool(USERS);
        for (int i = 0; i < USERS; i++) {
            users.execute(new UserTrace(i, cluster.balancer().base(), tally));
        }
        Await.pause(Duration.ofSeconds(3));
        for (ClusterNode node : cluster.nodes()) {
            cluster.balancer().drain(node);
            node.stop();
            node.war(second);
            node.start();
            node.awaitReady(true);
            cluster.balancer().refill(node);
            cluster.awaitWhole();
            Await.pause(Duration.ofSeconds(2));
        }
        tally.end();
        users.shutdown();
        assertTrue(users.awaitTermination(60, TimeUnit.SECONDS));

        System.out.println("rolling redeploy: " + tally);
        assertEquals(List.of(), tally.losses());
        assertEquals(List.of(), tally.staleReads());
        assertEquals(
                List.of(),
                tally.undoneLogouts(
                        cluster.nodes().stream().map(ClusterNode::base).toList()));
        for (ClusterNode node : cluster.nodes()) {
            assertEquals("2", new Shopper().get(node.base(), "../second.mjs").getString("version"));
        }
    }

    /** The same application with one script more. */
    private Path secondVersion() throws IOException {
        Path second = Path.of(System.getProperty("cluster.work"), "second-version.war");
        Files.copy(cluster.war(), second, StandardCopyOption.REPLACE_EXISTING);
        try (FileSystem archive = FileSystems.newFileSystem(URI.create("jar:" + second.toUri()), Map.of())) {
            Files.writeString(
                    archive.getPath("WEB-INF/scripts/second.mjs"),
                    "import { response } from 'sdk/http'; response.json({ version: '2' });");
        }
        return second;
    }
}
