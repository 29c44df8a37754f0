// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a session comes to be, and what it then says of itself. */
@ExtendWith(ArquillianExtension.class)
class SessionCreationIT {
    private static final String SCRIPT = "creation.mjs";
    private static final int SERVERS_DEFAULT_SECONDS = 1800;

    private final ScriptClient client = new ScriptClient();

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war("creation");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "readAttribute",
                "readNames",
                "readValid",
                "readRemove",
                "readInvalidate",
                "readSetNull",
                "readRefused"
            })
    void readingDoesNotCreateASession(String read) {
        HttpResponse<String> response = client.get("js/it/creation.mjs/" + read);

        assertEquals(200, response.statusCode());
        assertEquals(List.of(), response.headers().allValues("Set-Cookie"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "createSetAttribute",
                "createGetId",
                "createGetCreationTime",
                "createGetLastAccessedTime",
                "createGetMaxInactiveInterval",
                "createSetMaxInactiveInterval",
                "createIsNew"
            })
    void askingForTheSessionCreatesOne(String demand) {
        HttpResponse<String> response = client.get("js/it/creation.mjs/" + demand);

        assertEquals(200, response.statusCode(), response::body);
        List<String> cookies = response.headers().allValues("Set-Cookie");
        assertEquals(1, cookies.size(), cookies::toString);
        assertTrue(cookies.get(0).startsWith(ScriptClient.SESSION_COOKIE + "="), cookies::toString);
        assertTrue(cookies.get(0).toLowerCase(Locale.ROOT).contains("httponly"), cookies::toString);
    }

    @Test
    void aSessionIsNewInTheCallThatMadeItAndKnownAfterwards() {
        JsonObject first = identity(client);
        JsonObject second = identity(client);

        assertTrue(first.getBoolean("isNew"));
        assertFalse(second.getBoolean("isNew"));
        assertEquals(first.getString("id"), second.getString("id"));
    }

    @Test
    void aSessionIsNewThroughoutItsFirstCall() {
        assertEquals("[\"1\",true,\"1\",true]", client.value(SCRIPT, "newInTheWholeCall"));
    }

    @Test
    void aSessionIsNotNewInTheSecondCall() {
        client.value(SCRIPT, "createSetAttribute");

        assertEquals("[false,\"1\",false]", client.value(SCRIPT, "oldInTheWholeCall"));
    }

    @Test
    void aSessionIsNotNewToASecondCallWhileTheFirstStillRuns() throws IOException {
        try (RawExchange first =
                RawExchange.begin("GET /it/js/it/begins.mjs", "Content-Length: 4", "Connection: close")) {
            String id = first.readUntil(" begun").replaceAll("(?s).*\\[([^]]+)] begun", "$1");
            HttpResponse<String> second = client.send(
                    "GET",
                    "js/it/creation.mjs/identity",
                    BodyPublishers.noBody(),
                    "Cookie",
                    first.readUntil(" begun").replaceAll("(?s).*(SCRIPTINGSID=[^;]+);.*", "$1"));
            first.send("done");

            assertEquals("{\"returned\":{\"id\":\"" + id + "\",\"isNew\":false}}", second.body());
            assertTrue(first.readToEnd().contains("still new: true"));
        }
    }

    @Test
    void withoutTheCookieTheSessionIsAnother() {
        JsonObject first = identity(client);
        JsonObject other = identity(new ScriptClient());

        assertTrue(other.getBoolean("isNew"));
        assertNotEquals(first.getString("id"), other.getString("id"));
    }

    @Test
    void aMadeUpIdIsNotTaken() {
        String madeUp = "0123456789abcdef0123456789ab";
        HttpResponse<String> response = client.send(
                "GET",
                "js/it/creation.mjs/identity",
                BodyPublishers.noBody(),
                "Cookie",
                ScriptClient.SESSION_COOKIE + "=" + madeUp);

        assertNotEquals(
                madeUp, ScriptClient.json(response).getJsonObject("returned").getString("id"));
    }

    @Test
    void timesAreRealDates() {
        assertEquals("[true,true]", client.value(SCRIPT, "dates"));
    }

    @Test
    void namesAreARealArray() {
        assertEquals("[[],true]", client.value(SCRIPT, "readNames"));
    }

    @Test
    void theLastAccessIsTheOneBeforeThisOne() {
        JsonObject first = times();
        JsonObject second = times();
        JsonObject third = times();

        assertEquals(millis(first, "created"), millis(third, "created"));
        assertTrue(millis(first, "accessed") >= millis(first, "created"), first::toString);
        assertTrue(millis(first, "accessed") <= millis(first, "now"), first::toString);
        // the second call's own time is the third's last access; a container may take it at the call's begin or end
        assertTrue(millis(third, "accessed") >= millis(first, "now"), third::toString);
        assertTrue(millis(third, "accessed") <= millis(third, "now"), third::toString);
        assertTrue(millis(second, "accessed") >= millis(first, "created"), second::toString);
    }

    @Test
    void theIntervalIsTheServersDefault() {
        assertEquals(String.valueOf(SERVERS_DEFAULT_SECONDS), client.value(SCRIPT, "interval"));
    }

    @Test
    void anIntervalIsOfThisSessionAlone() {
        assertEquals("[null,90]", client.value(SCRIPT, "ownInterval"));

        assertEquals("90", client.value(SCRIPT, "interval"));
        assertEquals(String.valueOf(SERVERS_DEFAULT_SECONDS), new ScriptClient().value(SCRIPT, "interval"));
    }

    @Test
    void anIntervalMayBeAsLongAsAnIntAndAsShortAsASecond() {
        assertEquals("[null,2147483647]", client.value(SCRIPT, "longestInterval"));
        assertEquals("[null,1]", client.value(SCRIPT, "shortestInterval"));
    }

    @Test
    void whatIsNoWholeNumberOfSecondsAboveZeroIsARangeError() {
        assertEquals("[[],77]", client.value(SCRIPT, "wrongIntervals"));
    }

    @Test
    void aSessionCannotBeCreatedAfterFlush() {
        String refused = "\"Error RESPONSE_COMMITTED\",".repeat(7);

        assertEquals("[" + refused + "true,null]", client.value(SCRIPT, "afterFlush"));
    }

    @Test
    void aSessionCannotBeCreatedAfterLargeOutput() {
        String body = client.get("js/it/creation.mjs/afterLargeOutput").body();

        assertEquals("{\"returned\":\"Error RESPONSE_COMMITTED\"}", body.strip());
    }

    @Test
    void aKnownSessionIsWrittenAfterFlush() {
        client.value(SCRIPT, "createGetId");

        assertEquals("[\"x\",\"x\"]", client.value(SCRIPT, "knownAfterFlush"));
    }

    private static JsonObject identity(ScriptClient client) {
        return client.call(SCRIPT, "identity").getJsonObject("returned");
    }

    private JsonObject times() {
        return client.call(SCRIPT, "times").getJsonObject("returned");
    }

    private static long millis(JsonObject times, String name) {
        return times.getJsonNumber(name).longValue();
    }
}
