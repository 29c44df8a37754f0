// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.scriptingsession.it.app.ThreadServlet;

/** Calls that wait for a thread of the server: all are served, and what they have waited is part of their wait for a context. */
@ExtendWith(ArquillianExtension.class)
@Timeout(100)
class ThreadWaitIT {
    /** The server's threads of requests, by default. */
    private static final int THREADS =
            System.getProperty("arquillian.launch", "").startsWith("wildfly")
                    ? 16 * Runtime.getRuntime().availableProcessors()
                    : 200;

    /** More than Payara lets wait for a thread, unless it is told otherwise. */
    private static final int CROWD = 4_600;

    private final ScriptClient client = new ScriptClient();

    @TempDir
    private Path folder;

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war("slow").addClass(ThreadServlet.class);
    }

    @Test
    void aCallWithAThreadHasNotWaited() {
        assertTrue(Long.parseLong(client.body("thread")) < TimeUnit.SECONDS.toNanos(20));
    }

    @Test
    void theWaitForAThreadIsKnown() throws IOException, InterruptedException {
        String thread = Deployments.base().getPath() + "thread";
        List<RawExchange> all = new ArrayList<>();
        try {
            keepThreads(all);
            RawExchange late = RawExchange.begin("GET " + thread, "Connection: close");
            all.add(late);
            // much more than is asked for below: a server with all its threads at work may be late to see that the call
            // is there
            TimeUnit.SECONDS.sleep(8);
            Files.createFile(folder.resolve("open"));

            String answer = late.readToEnd();
            long waited = Long.parseLong(answer.substring(answer.lastIndexOf('\n') + 1));
            assertTrue(waited >= TimeUnit.MILLISECONDS.toNanos(500), answer);
            assertEquals(THREADS, kept());
        } finally {
            close(all);
        }
    }

    /** Payara would cut the calls off that its queue has no room for, and log a stack trace for each. */
    @Test
    void whoWaitsForAThreadInACrowdIsAnswered() throws IOException, InterruptedException {
        List<RawExchange> all = new ArrayList<>();
        try {
            keepThreads(all);
            for (int i = 0; i < CROWD; i++) {
                all.add(RawExchange.begin("GET " + Deployments.base().getPath() + "thread", "Connection: close"));
            }
            Files.createFile(folder.resolve("open"));

            Map<Integer, Integer> answers = new TreeMap<>();
            for (RawExchange exchange : all) {
                answers.merge(RawExchange.status(exchange.readToEnd()), 1, Integer::sum);
            }
            assertEquals(Map.of(200, THREADS + CROWD), answers);
        } finally {
            close(all);
        }
    }

    /** Has each of the server's threads at work until there is a file of the name "open". */
    private void keepThreads(List<RawExchange> all) throws IOException, InterruptedException {
        for (int i = 0; i < THREADS; i++) {
            all.add(RawExchange.begin(
                    "GET " + Deployments.base().getPath() + "thread?folder=" + folder, "Connection: close"));
        }
        while (kept() < THREADS) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private static void close(List<RawExchange> all) throws IOException {
        for (RawExchange exchange : all) {
            exchange.close();
        }
    }

    private long kept() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("kept"))
                    .count();
        }
    }
}
