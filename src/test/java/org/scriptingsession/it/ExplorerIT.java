// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the explorer's page is told of session, scripts and server, and how it changes the session. */
@ExtendWith(ArquillianExtension.class)
class ExplorerIT {
    private static final String SCRIPT = "shop.mjs";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ScriptClient browser = new ScriptClient();
    private final ExplorerClient page = new ExplorerClient(browser);

    @Deployment(testable = false)
    static WebArchive application() throws GeneralSecurityException {
        Map<String, String> settings = new HashMap<>(SealSettings.of("secret*"));
        settings.put("scripting.explorer", "local");
        settings.put("scripting.development", "true");
        return Deployments.war("explorer", settings);
    }

    @Test
    void attributesAreShownWithTypeAndSizeAndSealedOnesAsSealed() {
        browser.value(SCRIPT, "fill");
        page.open();

        assertRow("string", 3, "tea", page.row("text"));
        assertRow("number", 8, "1.5", page.row("number"));
        assertRow("boolean", 8, "true", page.row("flag"));
        assertRow("Date", 8, "1970-01-01T00:00:00.005Z", page.row("when"));
        assertRow("object", 61, "{\"items\":[{\"name\":\"tea\",\"price\":3}],\"paid\":null}", page.row("cart"));
        JsonObject sealed = page.row("secretCard");
        assertTrue(sealed.getBoolean("sealed"));
        assertFalse(sealed.containsKey("preview") || sealed.containsKey("bytes"), sealed::toString);
        assertFalse(page.attribute("secretCard").containsKey("tree"));
        assertFalse(page.ask("session").body().contains("4111"));
    }

    private static void assertRow(String type, int bytes, String preview, JsonObject row) {
        assertEquals(type, row.getString("type"));
        assertEquals(bytes, row.getInt("bytes"));
        assertEquals(preview, row.getString("preview"));
    }

    @Test
    void anAttributeIsATreeAndJsonToEdit() {
        browser.value(SCRIPT, "fill");
        page.open();

        JsonObject cart = page.attribute("cart");

        assertEquals(
                "{\"items\":[{\"name\":\"tea\",\"price\":3}],\"paid\":null}",
                cart.get("edit").toString());
        JsonObject tree = cart.getJsonObject("tree");
        assertEquals("object 2", tree.getString("type") + " " + tree.getInt("size"));
        JsonObject items = tree.getJsonArray("members").getJsonArray(0).getJsonObject(1);
        assertEquals("array 1", items.getString("type") + " " + items.getInt("size"));
        assertEquals(
                "{\"$date\":\"1970-01-01T00:00:00.005Z\"}",
                page.attribute("when").get("edit").toString());
    }

    @Test
    void theIdIsNeverTold() {
        String id = browser.value(SCRIPT, "id").replace("\"", "").split("\\.")[0];
        page.open();

        String told = page.ask("session").body();

        assertFalse(told.contains(id), told);
        assertTrue(
                page.look("session").getJsonObject("session").getString("hash").matches("[0-9a-f]{16}"));
    }

    /** The time of the access before that a script sees is that of the page's opening, however often the page has looked since. */
    @Test
    void aLookIsNoAccess() {
        browser.value(SCRIPT, "fill");
        page.open();
        long opened = System.currentTimeMillis();
        long used = used();
        await(() -> System.currentTimeMillis() > opened + 20);

        List<Long> seen = IntStream.range(0, 5).mapToObj(i -> used()).toList();
        page.attribute("cart");
        page.look("scripts");
        page.look("server");

        assertEquals(List.of(used, used, used, used, used), seen);
        long before = Long.parseLong(browser.value(SCRIPT, "lastAccessed"));
        assertTrue(before <= opened, before + " is after " + opened);
    }

    private long used() {
        return page.look("session")
                .getJsonObject("session")
                .getJsonNumber("used")
                .longValue();
    }

    @Test
    void lookingKeepsNoSessionAlive() {
        browser.value(SCRIPT, "short");
        page.open();
        assertEquals("ALIVE", page.state());

        await(() -> page.state().equals("ENDED"));

        assertEquals(0, page.look("session").getJsonArray("attributes").size());
        assertEquals("{}", browser.value(SCRIPT, "read"));
    }

    @Test
    void theTimeLeftIsCountedFromTheLastUse() {
        browser.value(SCRIPT, "fill");
        long before = System.currentTimeMillis();
        browser.value(SCRIPT, "read");
        page.open();

        JsonObject session = page.look("session").getJsonObject("session");

        assertTrue(session.getJsonNumber("used").longValue() >= before, session::toString);
        assertEquals(1800, session.getInt("interval"));
    }

    @Test
    void whatIsTheSameIsNotSentAgain() {
        browser.value(SCRIPT, "fill");
        page.open();
        String mark = page.look("session").getString("mark");

        assertFalse(page.look("session?seen=" + mark).containsKey("attributes"));
        browser.value(SCRIPT, "count");
        assertTrue(page.look("session?seen=" + mark).containsKey("attributes"));
    }

    @Test
    void aValueIsEditedTypeForType() {
        browser.value(SCRIPT, "fill");
        page.open();
        String mark = page.attribute("cart").getString("mark");

        assertEquals(
                204,
                page.put("cart", "{\"at\":{\"$date\":\"2026-11-30T05:20:00.000Z\"},\"n\":[1,null]}", mark)
                        .statusCode());

        JsonObject cart = browser.call(SCRIPT, "read").getJsonObject("returned").getJsonObject("cart");
        assertEquals("{\"at\":\"2026-11-30T05:20:00.000Z\",\"n\":[1,null]}", cart.toString());
        assertTrue(page.ask("attribute?name=%22cart%22").body().contains("\"type\":\"Date\""));
    }

    /** What has changed since it was shown is not overwritten. */
    @Test
    void anEditOfWhatHasChangedIsRefused() {
        browser.value(SCRIPT, "count");
        page.open();
        String mark = page.attribute("count").getString("mark");
        browser.value(SCRIPT, "count");

        assertEquals(409, page.put("count", "7", mark).statusCode());
        assertEquals(409, page.put("count", "7", null).statusCode());
        assertEquals("3", browser.value(SCRIPT, "count"));
    }

    @Test
    void ofConcurrentEditsOneWins() throws Exception {
        browser.value(SCRIPT, "count");
        page.open();
        String mark = page.attribute("count").getString("mark");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> edits = new ArrayList<>();
            for (int i = 100; i < 108; i++) {
                String value = Integer.toString(i);
                edits.add(() -> page.put("count", value, mark).statusCode());
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> edit : threads.invokeAll(edits)) {
                statuses.add(edit.get());
            }
            assertEquals(1, statuses.stream().filter(status -> status == 204).count(), statuses::toString);
            assertEquals(7, statuses.stream().filter(status -> status == 409).count(), statuses::toString);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void addedAndDeletedAttributesAreTheSessions() {
        page.open();
        assertEquals("NONE", page.state());

        assertEquals(204, page.put("name", "\"tea\"", null).statusCode());
        page.open();

        assertEquals("{\"name\":\"tea\"}", browser.value(SCRIPT, "read"));
        assertEquals(
                204, page.change("DELETE", "attribute", "{\"name\":\"name\"}").statusCode());
        assertNull(page.row("name"));
    }

    @Test
    void whatCannotBeStoredIsRefusedWithTheReason() {
        browser.value(SCRIPT, "fill");
        page.open();

        assertRefused(422, "SCRIPTING-0405", page.put("WELD_x", "1", null));
        assertRefused(422, "SCRIPTING-0404", page.put("", "1", null));
        assertRefused(422, "SCRIPTING-0408", page.put("big", "\"" + "x".repeat(70_000) + "\"", null));
        assertRefused(422, "SCRIPTING-0601", page.put("when2", "{\"$date\":\"yesterday\"}", null));
        assertRefused(422, "SCRIPTING-0601", page.put("nothing", "null", null));
        assertRefused(422, "SCRIPTING-0602", page.put("huge", "1e400", null));
        assertRefused(422, "SCRIPTING-0507", page.change("PUT", "attribute", "{\"name\":"));
        assertRefused(422, "SCRIPTING-0601", page.change("PUT", "attribute", "[\"name\"]"));
    }

    private static void assertRefused(int status, String error, HttpResponse<String> answer) {
        assertEquals(
                status + " " + error,
                answer.statusCode() + " " + ScriptClient.json(answer).getString("error"));
    }

    @Test
    void anInvalidatedSessionHasEndedAndIsNotSeenAnyMore() {
        browser.value(SCRIPT, "fill");
        page.open();

        assertEquals(204, page.change("POST", "invalidate", "{}").statusCode());

        assertEquals("ENDED", page.state());
        assertEquals(0, page.look("session").getJsonArray("attributes").size());
        assertEquals("{}", browser.value(SCRIPT, "read"));
    }

    /** Who has known the session by its former id alone looks at it no longer. */
    @Test
    void anotherIdEndsTheView() {
        browser.value(SCRIPT, "fill");
        page.open();
        String before = browser.sessionCookie().orElseThrow();

        assertEquals(204, page.change("POST", "id", "{}").statusCode());

        assertNotEquals(before, browser.sessionCookie().orElseThrow());
        assertEquals("CHANGED", page.state());
        assertEquals(0, page.look("session").getJsonArray("attributes").size());
        assertEquals("ALIVE", page.open().state());
    }

    @Test
    void hostileNamesAndValuesComeAsTheyAre() {
        browser.value(SCRIPT, "odd");
        page.open();

        assertEquals(
                "<script>alert(1)</script>",
                page.row("<img src=x onerror=alert(1)>").getString("preview"));
        assertEquals("\u202Evalue\u200F", page.row("\u202Eright to left").getString("preview"));
        assertTrue(page.ask("session").body().chars().allMatch(c -> c < 0x7f));
        assertTrue(page.ask("session").body().contains("\"half \\ud800\""));
        assertTrue(page.ask("attribute?name=%22half%20%5Cud800%22").body().contains("half \\udc00"));
    }

    @Test
    void aLargeSessionIsShownInPart() {
        browser.value(SCRIPT, "large");
        page.open();

        assertTrue(page.ask("session").body().length() < 10_000);
        assertEquals(60_000, page.attribute("large3").getJsonObject("tree").getInt("length"));
    }

    @Test
    void aThousandAttributesAreAllShown() {
        browser.value(SCRIPT, "many");

        assertEquals(
                1000, page.open().look("session").getJsonArray("attributes").size());
    }

    @Test
    void scriptsAreListedWithWhatIsKnownOfThem() {
        browser.get("js/it/fails.mjs");
        browser.value(SCRIPT, "fill");
        page.open();

        List<JsonObject> scripts = page.look("scripts").getJsonArray("scripts").getValuesAs(JsonObject.class);

        JsonObject shop = named("it/shop.mjs", scripts);
        assertEquals("[\"sdk/http\",\"./_cases.mjs\"]", shop.get("imports").toString());
        assertFalse(shop.containsKey("roles"));
        assertTrue(shop.getInt("calls") > 0 && shop.getJsonNumber("p99").doubleValue() > 0, shop::toString);
        assertEquals(
                "[\"manager\",\"**\"]",
                named("it/managers.mjs", scripts).get("roles").toString());
        JsonObject fails = named("it/fails.mjs", scripts);
        assertEquals(fails.getInt("calls"), fails.getInt("errors"));
        assertFalse(named("it/_cases.mjs", scripts).getBoolean("reachable"));
    }

    private static JsonObject named(String path, List<JsonObject> scripts) {
        return scripts.stream()
                .filter(one -> one.getString("path").equals(path))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theServersFiguresAreThoseOfTheDeployment() {
        page.open();
        JsonObject before = page.look("server");
        new ScriptClient().value(SCRIPT, "fill");
        ScriptClient other = new ScriptClient();
        other.value(SCRIPT, "fill");
        other.value(SCRIPT, "end");

        JsonObject after = page.look("server");

        assertEquals(2, created(after) - created(before));
        assertEquals(1, ended(after) - ended(before));
        assertTrue(after.getJsonObject("sessions").getInt("active") > 0, after::toString);
        assertEquals(4, after.getJsonObject("contexts").getInt("most"));
        assertEquals(3, calls(after) - calls(before));
    }

    private static int created(JsonObject server) {
        return server.getJsonObject("sessions").getInt("created");
    }

    private static int ended(JsonObject server) {
        return server.getJsonObject("sessions").getJsonObject("ended").getInt("APPLICATION");
    }

    private static int calls(JsonObject server) {
        return server.getJsonObject("calls").getJsonArray("durations").stream()
                .mapToInt(one -> one.asJsonArray().getInt(1))
                .sum();
    }

    @Test
    void theScratchPadRunsAScriptOnce() {
        browser.value(SCRIPT, "fill");
        page.open();

        HttpResponse<String> answer = page.change(
                "POST",
                "scratch",
                "import { session, response } from \"sdk/http\"; import { thrownBy } from \"./it/_cases.mjs\";\n"
                        + "response.setStatus(201); response.json([session.get(\"text\"), thrownBy(() => 1)]);");

        assertEquals("201 [\"tea\",null]", answer.statusCode() + " " + answer.body());
    }

    @Test
    void theScratchPadsErrorsNameTheLine() {
        browser.value(SCRIPT, "fill");
        page.open();

        HttpResponse<String> failed = page.change("POST", "scratch", "let a = 1;\nnone();");
        HttpResponse<String> broken = page.change("POST", "scratch", "let a = 1;\nlet a = 2;");

        assertEquals(500, failed.statusCode(), failed::body);
        assertTrue(failed.body().contains("_scratch.mjs:2:1"), failed::body);
        assertEquals(500, broken.statusCode(), broken::body);
        assertTrue(broken.body().contains("_scratch.mjs:2:"), broken::body);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "it never came");
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }
}
