// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scriptingsession.it.app.AuditTrail;

/** A session ends at its greatest age however active it is, and changes its id on the way. */
@ExtendWith(ArquillianExtension.class)
@Timeout(60)
class LifetimeIT {
    private static final String SCRIPT = "life.mjs";

    private final ScriptClient client = new ScriptClient();
    private final ExecutorService threads = Executors.newFixedThreadPool(8);

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war(
                        "lifetime",
                        Map.of("scripting.session.max-lifetime", "PT8S", "scripting.session.renew-id-after", "PT1S"))
                .addClasses(AuditTrail.class, AuditTrail.Page.class);
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void anActiveSessionEndsAtItsGreatestAge() {
        client.value(SCRIPT, "begin");
        String mark = "\"here\"";
        while (mark.equals("\"here\"")) {
            mark = client.value(SCRIPT, "mark");
        }

        assertEquals("null", mark);
        assertTrue(client.get("audit").body().contains("reason=MAX_LIFETIME"));
    }

    @Test
    void theIdChangesAndTheOldOneFindsTheSessionForAWhile() {
        client.value(SCRIPT, "begin");
        String first = client.sessionCookie().orElseThrow();
        ScriptClient late = client.secondWindow();
        while (client.sessionCookie().orElseThrow().equals(first)) {
            assertEquals("\"here\"", client.value(SCRIPT, "mark"));
        }

        assertEquals("\"here\"", late.value(SCRIPT, "mark"));
        assertEquals(client.value(SCRIPT, "id"), late.value(SCRIPT, "id"));
        assertEquals(first, late.sessionCookie().orElseThrow());
    }

    @Test
    void anActiveSessionEndsAtItsGreatestAgeForAFormerIdToo() {
        client.value(SCRIPT, "begin");
        long begun = System.nanoTime();
        String first = client.sessionCookie().orElseThrow();
        ScriptClient late = client.secondWindow();
        while (client.sessionCookie().orElseThrow().equals(first)) {
            client.value(SCRIPT, "mark");
        }
        assertEquals("\"here\"", late.value(SCRIPT, "mark"));
        String mark = "\"here\"";
        while (mark.equals("\"here\"")) {
            mark = late.value(SCRIPT, "mark");
        }

        // the former id is forgotten after 30 seconds
        assertTrue(System.nanoTime() - begun < 25_000_000_000L, "ended too late");
        assertTrue(client.get("audit").body().contains("reason=MAX_LIFETIME"));
    }

    @Test
    void anIdThatWasChangedByTheScriptIsDeadAtOnce() {
        client.value(SCRIPT, "begin");
        ScriptClient thief = client.secondWindow();

        client.value(SCRIPT, "changeId");

        assertEquals("null", thief.value(SCRIPT, "mark"));
        assertEquals("\"here\"", client.value(SCRIPT, "mark"));
    }

    @Test
    void concurrentUpdatesWhileTheIdChangesLoseNothing() throws Exception {
        client.value(SCRIPT, "begin");
        Set<String> ids = new HashSet<>(List.of(client.sessionCookie().orElseThrow()));
        int updates = 0;
        // until the id has changed under load, which takes a second or two
        while (ids.size() < 3) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                running.add(threads.submit(() -> client.value(SCRIPT, "increment")));
            }
            for (Future<?> one : running) {
                one.get();
                updates++;
            }
            ids.add(client.sessionCookie().orElseThrow());
        }

        assertEquals(String.valueOf(updates), client.value(SCRIPT, "count"));
        assertNotEquals("null", client.value(SCRIPT, "mark"));
    }

    @Test
    void theAuditTellsOfEachChange() {
        client.value(SCRIPT, "begin");
        client.value(SCRIPT, "changeId");
        client.value(SCRIPT, "invalidate");

        String trail = client.get("audit").body();
        assertTrue(trail.matches("(?s).*SessionCreated\\[session=[0-9a-f]{16}].*"), trail);
        assertTrue(trail.matches("(?s).*SessionIdChanged\\[session=[0-9a-f]{16}, before=[0-9a-f]{16}].*"), trail);
        assertTrue(trail.contains("reason=APPLICATION, user=null, by=null]"), trail);
    }
}
