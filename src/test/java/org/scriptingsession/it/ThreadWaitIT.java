// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

/** What a call has waited for a thread of the server is part of its wait for a context. */
@ExtendWith(ArquillianExtension.class)
@Timeout(100)
class ThreadWaitIT {
    /** The server's threads of requests, by default. */
    private static final int THREADS =
            System.getProperty("arquillian.launch", "").startsWith("wildfly")
                    ? 16 * Runtime.getRuntime().availableProcessors()
                    : 200;

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
            for (int i = 0; i < THREADS; i++) {
                all.add(RawExchange.begin("GET " + thread + "?folder=" + folder, "Connection: close"));
            }
            while (kept() < THREADS) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
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
            for (RawExchange exchange : all) {
                exchange.close();
            }
        }
    }

    private long kept() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("kept"))
                    .count();
        }
    }
}
