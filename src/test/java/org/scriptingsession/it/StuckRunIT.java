// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Some operations of the engine do not look whether they are stopped: they last, and nobody else waits for them. */
@ExtendWith(ArquillianExtension.class)
@Timeout(600)
class StuckRunIT {
    /** The deadline is one second, and the client is let go within another; the rest is for a slow machine. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final ScriptClient client = new ScriptClient();

    @Deployment(testable = false)
    static WebArchive application() {
        return PoolFigures.addTo(Deployments.war("stuck", Map.of("scripting.timeout", "PT1S")));
    }

    @Test
    void itsClientIsLetGoAndOthersMeetTheirDeadline() throws IOException {
        long begun = System.nanoTime();
        try (RawExchange first = power();
                RawExchange second = power()) {
            assertEquals("", first.readToEnd());
            assertEquals("", second.readToEnd());
            assertTrue(System.nanoTime() - begun < LONGEST.toNanos(), "let go too late");
            assertEquals(2, PoolFigures.now().stuck());

            begun = System.nanoTime();
            assertEquals(
                    "SCRIPTING-0301", ErrorResponseIT.problem(run("loop"), 503).getString("error"));
            assertTrue(System.nanoTime() - begun < LONGEST.toNanos(), "stopped too late");
            HttpResponse<String> refused = run("power");
            assertEquals("SCRIPTING-0305", ErrorResponseIT.problem(refused, 503).getString("error"));
            assertTrue(refused.headers().firstValue("Retry-After").isPresent());
            assertEquals(2, PoolFigures.now().stuck(), "the operation was too short for this test");
            assertEquals("works", run("works").body());
        }
        PoolFigures after = PoolFigures.await(figures -> figures.stuck() == 0);
        assertEquals(0, PoolFigures.idle().inUse());
        assertEquals(3, after.timeouts());
    }

    private HttpResponse<String> run(String name) {
        return client.get("js/it/" + name + ".mjs");
    }

    private static RawExchange power() throws IOException {
        return RawExchange.begin("GET " + Deployments.base().getPath() + "js/it/power.mjs", "Connection: close");
    }
}
