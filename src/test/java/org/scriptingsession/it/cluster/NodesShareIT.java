// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptingsession.it.Await;

/** One session, asked for at one node and the other, one request after the other. */
class NodesShareIT {
    /** What a request needs to begin on a slow machine; it lasts longer, so that another meets it. */
    private static final Duration BEGUN = Duration.ofMillis(1500);

    private final Shopper shopper = new Shopper();
    private URI a;
    private URI b;

    @BeforeEach
    void begin() {
        Cluster cluster = Cluster.running();
        a = cluster.a().base();
        b = cluster.b().base();
        shopper.get(a, "begin?interval=1234");
    }

    /** The client has its beginning. */
    @Test
    void anAnswerThatHasBegunIsCutWhenItsSessionCannotBeStored() throws InterruptedException {
        assertTrue(shopper.ask(a, "../../unstorable?answer=flushed").isEmpty());
    }

    /** Payara's clients otherwise need a second cookie with the version of the session. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyReadIsFresh(boolean allCookies) {
        Shopper client = allCookies ? shopper : shopper.withSessionAlone();
        for (int i = 1; i <= 100; i++) {
            JsonObject written = client.get(i % 3 == 0 ? a : b, "add");
            assertEquals(i, written.getInt("count"));
            JsonObject read = client.get(i % 2 == 0 ? a : b, "read");
            assertEquals(i, read.getInt("count"), "at request " + i);
            assertEquals(written.getString("id"), read.getString("id"));
            assertEquals(1234, read.getInt("interval"));
        }
    }

    /** Some containers end the response of an error before the request has ended. */
    @Test
    void whatIsWrittenBeforeAnErrorIsStoredBeforeTheClientSeesIt() {
        for (int i = 1; i <= 50; i++) {
            assertEquals(409, shopper.status(i % 2 == 0 ? a : b, "refuse"));
            assertEquals(i, shopper.get(i % 2 == 0 ? b : a, "read").getInt("count"));
        }
    }

    /** It has the whole answer before the response ends. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../announced?size=0",
                "../../announced?size=5",
                "../../announced?size=100000",
                "../../announced?size=5&fail",
                "../../announced?size=5&writer",
                "../../announced?size=100000&writer",
                "announce"
            })
    void whatIsWrittenBeforeAnAnswerOfAnnouncedLengthIsStoredBeforeTheClientHasIt(String work) {
        for (int i = 1; i <= 50; i++) {
            assertEquals(200, shopper.status(i % 2 == 0 ? a : b, work));
            assertEquals(i, shopper.get(i % 2 == 0 ? b : a, "read").getInt("count"));
        }
    }

    /** WildFly would log it, and answer that all is well. The session goes on as it was stored before. */
    @ParameterizedTest
    @CsvSource({
        "text, true",
        "text, false",
        "announced, true",
        "none, false",
        "error, true",
        "redirect, false",
        "later, true",
        "later, false"
    })
    void whatCannotBeStoredIsRefusedAndGone(String answer, boolean sticky) {
        shopper.get(a, "add");

        assertEquals(503, shopper.status(a, "../../unstorable?answer=" + answer));

        long begun = System.nanoTime();
        assertEquals(1, shopper.get(sticky ? a : b, "read").getInt("count"));
        assertEquals(2, shopper.get(sticky ? a : b, "add").getInt("count"));
        assertEquals(3, shopper.get(sticky ? b : a, "add").getInt("count"));
        assertTrue(Duration.ofNanos(System.nanoTime() - begun).toSeconds() < 5, "waited for what was given up");
    }

    /** Each node of Payara would end it by the interval that the session had when that node saw it last. */
    @Test
    @EnabledIfSystemProperty(
            named = "cluster.server",
            matches = "payara",
            disabledReason = "WildFly keeps the interval in the grid alone, and has nothing to wait for")
    void anIntervalMadeLongerElsewhereHoldsOnBothNodes() {
        shopper.get(a, "begin?interval=5");
        shopper.get(b, "begin?interval=900");

        Await.pause(Duration.ofSeconds(20));

        assertTrue(shopper.get(a, "read").getBoolean("alive"));
    }

    @Test
    void aSessionThatEndedIsDeadOnBothNodes() {
        Shopper thief = shopper.withSessionAlone();
        assertTrue(thief.get(b, "read").getBoolean("alive"));

        shopper.get(a, "logout");

        assertFalse(thief.get(b, "read").getBoolean("alive"));
        assertFalse(thief.get(a, "read").getBoolean("alive"));
    }

    /** A browser sends cookies of other paths and domains as well, and perhaps before. */
    @ParameterizedTest
    @ValueSource(strings = {"SCRIPTINGSID=stale; SCRIPTINGSID=", "OVER", "SCRIPTINGSID=; OVER; SCRIPTINGSID=x.b"})
    void anotherSessionCookieHidesNoSession(String others) {
        String over = shopper.sessionCookie();
        shopper.get(b, "logout");
        shopper.get(a, "begin?interval=1234");
        String first = others.replace("OVER", over);

        for (int i = 1; i <= 10; i++) {
            JsonObject written = shopper.get(i % 3 == 0 ? a : b, "add", "Cookie", first);
            assertEquals(i, written.getInt("count"));
            JsonObject read = shopper.get(i % 2 == 0 ? a : b, "read", "Cookie", first);
            assertEquals(i, read.getInt("count"));
            assertEquals(written.getString("id"), read.getString("id"));
        }
    }

    /** Before the other thread takes over, and by it; with an answer whose end the client knows, too. */
    @ParameterizedTest
    @ValueSource(strings = {"", "?announced", "?dispatch", "?dispatch&announced"})
    void whatAnAsynchronousRequestWritesIsStoredBeforeItsAnswer(String how) {
        for (int i = 0; i < 20; i++) {
            shopper.get(b, "begin?interval=1234");

            assertEquals("answered", shopper.response(a, "../../later" + how).body());

            assertEquals(42, shopper.get(b, "read").getInt("count"));
        }
    }

    /** What a node keeps of it is of a request that is over, and may be old. */
    @Test
    void aSessionThatTheRegistryEndsIsDeadOnBothNodes() {
        shopper.logIn(a);
        shopper.get(b, "add");
        assertEquals(2, shopper.get(a, "add").getInt("count"));

        String answer = new Shopper().response(a, "../../registry").body();

        assertEquals("1 ended, 0 left", answer);
        assertFalse(shopper.get(a, "read").getBoolean("alive"));
        assertFalse(shopper.get(b, "read").getBoolean("alive"));
    }

    /** The request holds what it asks for. */
    @Test
    void aUserMayEndHisOwnSessionByTheRegistry() {
        shopper.logIn(a);

        long begun = System.nanoTime();
        String answer = shopper.response(a, "../../registry").body();

        assertEquals("1 ended, 0 left", answer);
        assertTrue(Duration.ofNanos(System.nanoTime() - begun).toSeconds() < 5, "waited for itself");
        assertFalse(shopper.get(b, "read").getBoolean("alive"));
    }

    /** It would count towards the sessions that its user may have. */
    @Test
    void aSessionThatEndedElsewhereIsInTheRegistryNoMore() {
        shopper.logIn(a);
        shopper.get(b, "logout");

        assertEquals(
                "0 ended, 0 left", new Shopper().response(a, "../../registry").body());
    }

    @Test
    void anIdThatWasChangedIsDeadOnBothNodes() {
        shopper.get(b, "add");
        Shopper thief = shopper.withSessionAlone();

        shopper.get(a, "login");

        assertFalse(thief.get(b, "read").getBoolean("alive"));
        assertFalse(thief.get(a, "read").getBoolean("alive"));
        assertEquals(1, shopper.get(b, "read").getInt("count"));
    }

    @Test
    void aRequestMayEndASessionAndBeginAnother() {
        shopper.get(b, "add");
        Shopper thief = shopper.withSessionAlone();

        for (int i = 0; i < 5; i++) {
            assertEquals("true", shopper.response(a, "../../again").body());
            assertEquals(42, shopper.get(b, "add").getInt("count"));
            assertEquals(43, shopper.get(a, "add").getInt("count"));
        }

        assertFalse(thief.get(a, "read").getBoolean("alive"));
        assertFalse(thief.get(b, "read").getBoolean("alive"));
    }

    /** Payara drops what the other node has stored when the id changes here. */
    @Test
    @EnabledIfSystemProperty(
            named = "cluster.server",
            matches = "payara",
            disabledReason = "WildFly lets the other node wait until the id has changed")
    void anIdThatComesTooLateDoesNotChange() {
        shopper.get(b, "add");
        Shopper other = shopper.withSessionAlone();
        CompletableFuture<Integer> login =
                CompletableFuture.supplyAsync(() -> shopper.status(a, "slowLogin?millis=4000"));
        Await.pause(BEGUN);
        assertEquals(2, other.get(b, "add").getInt("count"));

        assertEquals(503, login.join());

        assertEquals(2, shopper.get(a, "read").getInt("count"));
        assertEquals(3, shopper.get(b, "add").getInt("count"));
        assertEquals(3, other.get(a, "read").getInt("count"));
    }

    /** It has the id of before: on Payara the session has got another one meanwhile, on WildFly that waits for it. */
    @Test
    void aLogoutHoldsForTheIdThatTheSessionGetsMeanwhile() {
        shopper.get(b, "add");
        Shopper other = shopper.withSessionAlone();
        CompletableFuture<Integer> logout =
                CompletableFuture.supplyAsync(() -> other.status(b, "slowLogout?millis=4000"));
        Await.pause(BEGUN);
        shopper.get(a, "login");

        assertEquals(200, logout.join());

        assertFalse(shopper.get(a, "read").getBoolean("alive"));
        assertFalse(shopper.get(b, "read").getBoolean("alive"));
    }

    /**
     * The request writes after the session has ended elsewhere, or gives it another id: it may be refused, and brings nothing back.
     * WildFly lets the logout wait for it instead; after a login it then comes too late, with an id that is dead already.
     */
    @ParameterizedTest
    @ValueSource(strings = {"slow", "slowLogin"})
    void aRequestOnItsWayDoesNotBringASessionBack(String work) {
        shopper.get(b, "add");
        Shopper other = shopper.withSessionAlone();
        CompletableFuture<HttpResponse<String>> slow =
                CompletableFuture.supplyAsync(() -> other.response(b, work + "?millis=4000"));
        Await.pause(BEGUN);

        shopper.get(a, "logout");
        Await.pause(Duration.ofMillis(500));
        boolean tooLate = slow.isDone() && work.equals("slowLogin");
        HttpResponse<String> answer = slow.join();

        if (answer.statusCode() == 503) {
            assertEquals(
                    "application/problem+json",
                    answer.headers().firstValue("Content-Type").orElse(null));
            assertEquals("1", answer.headers().firstValue("Retry-After").orElse(null));
            assertTrue(answer.body().contains("\"error\":\"SCRIPTING-0801\""), answer::body);
        }
        Shopper thief = shopper.withSessionAlone();
        if (!tooLate) {
            assertFalse(other.get(b, "read").getBoolean("alive"));
            assertFalse(other.get(a, "read").getBoolean("alive"));
        }
        assertFalse(thief.get(a, "read").getBoolean("alive"));
        assertFalse(thief.get(b, "read").getBoolean("alive"));
    }
}
