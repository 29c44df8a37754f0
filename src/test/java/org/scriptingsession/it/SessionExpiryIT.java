// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scriptingsession.it.app.AuditTrail;
import org.scriptingsession.it.app.EndedSessions;

/** Sessions end by the time the server's configuration or a script set, and by no other. */
@ExtendWith(ArquillianExtension.class)
class SessionExpiryIT {
    private static final String SCRIPT = "expiry.mjs";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final ScriptClient client = new ScriptClient();

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war("expiry")
                .addClasses(AuditTrail.class, AuditTrail.Page.class, EndedSessions.class)
                .setWebXML(Deployments.resource("expiry/web.xml").toFile())
                .addAsWebInfResource(
                        Deployments.resource("expiry/glassfish-web.xml").toFile());
    }

    @Test
    void aSessionExpiresByTheTimeoutOfWebXml() {
        // before the access, which a server may take at the call's begin
        Instant before = Instant.now();
        JsonObject begun = returned(client, "begin");
        assertEquals(60, begun.getInt("interval"));

        await(begun.getString("id"));

        assertTrue(Duration.between(before, Instant.now()).toSeconds() >= 59, "it ended too early");
        assertIsAnother(begun, returned(client, "look"));
    }

    @Test
    void aSessionExpiresByTheIntervalOfAScript() {
        ScriptClient patient = new ScriptClient();
        String kept = returned(patient, "begin").getString("id");
        JsonObject begun = returned(client, "beginShort");
        assertEquals(2, begun.getInt("interval"));

        await(begun.getString("id"));

        assertIsAnother(begun, returned(client, "look"));
        assertEquals(kept, returned(patient, "look").getString("id"));
        // told after the application's own listener, by the container's thread
        Await.until(PATIENCE, () -> new ScriptClient().body("audit"), () -> new ScriptClient()
                .body("audit")
                .contains("reason=EXPIRED, user=null, by=null]"));
    }

    private static void assertIsAnother(JsonObject before, JsonObject after) {
        assertTrue(after.getBoolean("isNew"));
        assertNotEquals(before.getString("id"), after.getString("id"));
        assertTrue(after.isNull("user"), after::toString);
        assertEquals(60, after.getInt("interval"));
    }

    private static JsonObject returned(ScriptClient client, String name) {
        return client.call(SCRIPT, name).getJsonObject("returned");
    }

    /** Asks without a cookie, so that the asking keeps no session alive. */
    private static void await(String sessionId) {
        String id = sessionId.split("\\.")[0];
        Instant end = Instant.now().plus(PATIENCE);
        while (!new ScriptClient().get("ended").body().contains(id)) {
            assertTrue(Instant.now().isBefore(end), "the session never ended");
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }
}
