// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dead stays dead: what holds of a session after it was ended, by this call or another. */
@ExtendWith(ArquillianExtension.class)
class SessionInvalidationIT {
    private static final String SCRIPT = "invalidation.mjs";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String DEAD = "Error SESSION_INVALIDATED";

    private final ScriptClient client = new ScriptClient();

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war("invalidation");
    }

    @Test
    void whatWasStoredIsGoneWithTheSession() {
        client.value(SCRIPT, "begin");
        client.value(SCRIPT, "end");

        assertEquals("null", client.value(SCRIPT, "user"));
    }

    @Test
    void theNextCallBeginsANewSession() {
        String before =
                client.call(SCRIPT, "identity").getJsonObject("returned").getString("id");
        client.value(SCRIPT, "end");
        JsonObject after = client.call(SCRIPT, "identity").getJsonObject("returned");

        assertTrue(after.getBoolean("isNew"));
        assertNotEquals(before, after.getString("id"));
        assertEquals("[]", after.getJsonArray("names").toString());
    }

    @Test
    void everyFunctionThrowsInTheCallThatEndedTheSession() {
        JsonObject outcome = client.call(SCRIPT, "endAndUse").getJsonObject("returned");

        assertEquals(11, outcome.size());
        outcome.keySet().forEach(function -> assertEquals(DEAD, outcome.getString(function), function));
    }

    @Test
    void everyFunctionThrowsInTheCallThatEndedAKnownSession() {
        client.value(SCRIPT, "begin");
        JsonObject outcome = client.call(SCRIPT, "endAndUse").getJsonObject("returned");

        outcome.keySet().forEach(function -> assertEquals(DEAD, outcome.getString(function), function));
    }

    @Test
    void endingTwiceDoesNothingMore() {
        assertEquals("[\"undefined\",\"undefined\",true]", client.value(SCRIPT, "endTwice"));
        client.value(SCRIPT, "begin");

        assertEquals("[\"undefined\",\"undefined\",false]", client.value(SCRIPT, "endTwice"));
    }

    @Test
    void endingNoSessionLeavesTheCallFreeToBeginOne() {
        assertEquals("[true,\"string\"]", client.value(SCRIPT, "endWithoutOne"));
    }

    @Test
    void isValidTellsWhetherTheSessionIsDead() {
        assertEquals("[true,true,false]", client.value(SCRIPT, "validity"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"touched", "untouched"})
    void aSlowCallFindsTheSessionDeadThatAnotherCallEnded(String touched) throws IOException {
        client.value(SCRIPT, "begin");
        String cookie = client.sessionCookie().orElseThrow();
        try (RawExchange slow = RawExchange.begin(
                "GET /it/js/it/slow.mjs/" + touched, "Cookie: " + cookie, "Content-Length: 4", "Connection: close")) {
            slow.readUntil("begun");
            client.secondWindow().value(SCRIPT, "end");
            slow.send("done");
            String answer = slow.readToEnd();

            assertTrue(answer.contains("\"setAttribute\":\"" + DEAD + "\""), answer);
            assertEquals(11, answer.split(DEAD, -1).length - 1, answer);
            assertTrue(answer.contains("\"isValid\":false"), answer);
        }
        assertSessionIsGone(cookie);
    }

    @Test
    void aSlowCallDoesNotBringTheSessionBack() throws IOException {
        client.value(SCRIPT, "begin");
        String cookie = client.sessionCookie().orElseThrow();
        ScriptClient other = client.secondWindow();
        try (RawExchange slow = RawExchange.begin(
                "GET /it/js/it/quiet.mjs", "Cookie: " + cookie, "Content-Length: 4", "Connection: close")) {
            assertTimeoutPreemptively(PATIENCE, () -> {
                while (!other.value(SCRIPT, "waits").equals("\"true\"")) {
                    Thread.onSpinWait();
                }
            });
            other.value(SCRIPT, "end");
            slow.send("done");
            String answer = slow.readToEnd();

            assertTrue(answer.contains(DEAD), answer);
            assertFalse(answer.contains("Set-Cookie"), answer);
        }
        assertSessionIsGone(cookie);
    }

    private static void assertSessionIsGone(String cookie) throws IOException {
        try (RawExchange later =
                RawExchange.begin("GET /it/js/it/invalidation.mjs/user", "Cookie: " + cookie, "Connection: close")) {
            String answer = later.readToEnd();
            assertTrue(answer.contains("{\"returned\":null}"), answer);
        }
    }
}
