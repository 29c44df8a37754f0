// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.scriptingsession.it.app.Line;
import org.scriptingsession.it.app.OtherApplication;
import org.scriptingsession.it.app.OtherResource;
import org.scriptingsession.it.app.Place;
import org.scriptingsession.it.app.TypedServlet;

/** Of concurrent updates of one session none is lost, and no error leaves it locked. */
@ExtendWith(ArquillianExtension.class)
@Timeout(300)
class UpdateIT {
    private static final String SCRIPT = "update.mjs";
    private static final int THREADS = 16;
    private static final int UPDATES = 1000;

    private final ScriptClient client = new ScriptClient();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS + 2);

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war("update", Map.of("scripting.timeout", "PT3S"))
                .addClasses(Line.class, OtherApplication.class, OtherResource.class, Place.class, TypedServlet.class);
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void sixteenThreadsWithAThousandUpdatesEachLoseNone() throws Exception {
        assertEquals("1", client.value(SCRIPT, "increment"));

        together(THREADS, window -> {
            for (int i = 0; i < UPDATES; i++) {
                window.value(SCRIPT, "increment");
            }
        });

        assertEquals(String.valueOf(1 + THREADS * UPDATES), client.value(SCRIPT, "count"));
    }

    @Test
    void scriptsAndJavaUpdateTogether() throws Exception {
        client.value(SCRIPT, "increment");

        together(4, window -> {
            for (int i = 0; i < 100; i++) {
                window.value(SCRIPT, "increment");
                assertEquals(200, window.get("typed/increment").statusCode());
            }
        });

        assertEquals("801", client.value(SCRIPT, "count"));
    }

    @Test
    void aChangeOfTheIdMakesNoSecondLock() throws Exception {
        client.value(SCRIPT, "increment");
        ScriptClient other = client.secondWindow();
        Future<?> holder = threads.submit(() -> client.get("typed/hold?id"));
        client.secondWindow().get("typed/held?id");

        assertEquals("true true", other.get("typed/changeId").body());
        Future<String> waiter = threads.submit(() -> other.value(SCRIPT, "increment"));
        other.secondWindow().get("typed/release?id");

        holder.get();
        assertEquals("102", waiter.get());
        assertEquals("102", other.value(SCRIPT, "count"));
    }

    @Test
    void updateGivesWhatIsStored() {
        assertEquals(
                "[\"[true]\",\"{\\\"was\\\":[true]}\",\"\\\"{\\\\\\\"was\\\\\\\":[true]}\\\"\"]",
                client.value(SCRIPT, "result"));
        assertEquals("1", client.value(SCRIPT, "same"));
    }

    @Test
    void theFunctionGetsAFrozenCopy() {
        assertEquals("\"TypeError undefined\"", client.value(SCRIPT, "frozen"));
    }

    @Test
    void nullRemoves() {
        assertEquals("[null,false]", client.value(SCRIPT, "removes"));
    }

    @Test
    void aFunctionThatThrowsChangesNothingAndUnlocks() {
        assertEquals("[\"RangeError MINE\",\"before\",\"before!\"]", client.value(SCRIPT, "throws"));
        assertEquals("mine before", client.get("typed/throws").body());
    }

    @Test
    void whatCannotBeStoredIsRefusedAndChangesNothing() {
        assertEquals(
                "[\"undefined TypeError INVALID_VALUE before\",\"promise TypeError INVALID_VALUE before\","
                        + "\"function TypeError INVALID_VALUE before\",\"nan TypeError INVALID_VALUE before\","
                        + "\"large TypeError LIMIT_EXCEEDED before\"]",
                client.value(SCRIPT, "refused"));
    }

    @Test
    void whatIsNoFunctionOrNoNameIsRefused() {
        String value = "\"TypeError INVALID_VALUE\"";
        String name = "\"TypeError INVALID_NAME\"";

        assertEquals(
                "[" + String.join(",", value, value, value, value, value) + "]", client.value(SCRIPT, "noFunction"));
        assertEquals("[" + String.join(",", name, name, name) + "]", client.value(SCRIPT, "names"));
    }

    @Test
    void nestedUpdatesWork() {
        assertEquals("3", client.value(SCRIPT, "nested"));
        assertEquals("[\"outer\",\"outer\"]", client.value(SCRIPT, "nestedSame"));
    }

    @Test
    void aSessionThatEndsMeanwhileStaysDead() {
        assertEquals("[\"Error SESSION_INVALIDATED\",false]", client.value(SCRIPT, "ends"));
    }

    @Test
    void theLockIsNoAttribute() {
        assertEquals("[]", client.value(SCRIPT, "listed"));
    }

    @Test
    void aScriptThatIsKilledUnlocks() {
        client.value(SCRIPT, "increment");

        assertEquals(503, client.get("js/it/" + SCRIPT + "/spins").statusCode());

        assertEquals("2", client.value(SCRIPT, "increment"));
    }

    @Test
    void whoDoesNotGetTheLockInTimeIsToldAndCanAnswer() throws Exception {
        client.value(SCRIPT, "increment");
        Future<?> holder = threads.submit(() -> client.get("typed/hold?lock"));
        client.secondWindow().get("typed/held?lock");

        assertEquals("\"Error LOCK_TIMEOUT\"", client.value(SCRIPT, "waits"));
        assertEquals("LOCK_TIMEOUT", client.get("typed/increment").body());
        assertEquals("1", client.value(SCRIPT, "count"));

        client.secondWindow().get("typed/release?lock");
        holder.get();
        assertEquals("101", client.value(SCRIPT, "count"));
    }

    @Test
    void outsideHttpThereIsNoSession() {
        String outcome = client.get("rest/share/outside/outside.mjs").body();

        assertTrue(
                outcome.endsWith("NO_HTTP_CALL,NO_HTTP_CALL,NO_HTTP_CALL,NO_HTTP_CALL,NO_HTTP_CALL,NO_HTTP_CALL"),
                outcome);
    }

    private void together(int count, Work work) throws Exception {
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ScriptClient window = client.secondWindow();
            running.add(threads.submit(() -> work.in(window)));
        }
        for (Future<?> one : running) {
            one.get();
        }
    }

    private interface Work {
        void in(ScriptClient window);
    }
}
