// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Predicate;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.scriptingsession.it.app.PoolServlet;

/** What JMX says of the pool of contexts at one moment. */
record PoolFigures(JsonObject json) {
    /** A slow machine makes a context in a second or two, and a test waits for sixty of them. */
    private static final Duration PATIENCE = Duration.ofSeconds(300);

    private static final long BETWEEN_LOOKS_MILLIS = 5;
    private static final ScriptClient CLIENT = new ScriptClient();

    static WebArchive addTo(WebArchive war) {
        return war.addClass(PoolServlet.class);
    }

    static PoolFigures now() {
        return new PoolFigures(ScriptClient.json(CLIENT.get("pool")));
    }

    /** The server may answer before the context is back, so figures are waited for; fails when they never come. */
    static PoolFigures await(Predicate<PoolFigures> condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        PoolFigures figures = now();
        while (!condition.test(figures)) {
            assertTrue(System.nanoTime() < end, figures::toString);
            pause();
            figures = now();
        }
        return figures;
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static PoolFigures idle() {
        return await(figures -> figures.inUse() == 0);
    }

    int inUse() {
        return json.getInt("InUse");
    }

    /** Runs that did not end when they were stopped. */
    int stuck() {
        return json.getInt("Stuck");
    }

    int created() {
        return json.getInt("Created");
    }

    int refused() {
        return json.getInt("Refused");
    }

    int waits() {
        return json.getInt("Waits");
    }

    int timeouts() {
        return json.getInt("Timeouts");
    }

    int discarded(String reason) {
        return json.getInt(reason);
    }

    int discarded() {
        return json.keySet().stream()
                .filter(name -> name.equals(name.toUpperCase(Locale.ROOT)))
                .mapToInt(json::getInt)
                .sum();
    }
}
