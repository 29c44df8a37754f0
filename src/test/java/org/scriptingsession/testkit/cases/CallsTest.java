// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.testkit.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.scriptingsession.testkit.ScriptAnswer;
import org.scriptingsession.testkit.ScriptClient;
import org.scriptingsession.testkit.ScriptRequest;
import org.scriptingsession.testkit.ScriptTest;

@ScriptTest(scripts = "src/test/resources/kit", settings = "scripting.statements.limit=100000", contextPath = "/shop")
class CallsTest {
    @BeforeEach
    void fill(ScriptClient client) {
        client.session().set("cart", List.of("book"));
    }

    @Test
    void aScriptAnswers(ScriptClient client) {
        ScriptAnswer answer =
                client.post("cart.mjs/items/3").form("product", "tea & büns").send();
        assertEquals(201, answer.status(), answer::toString);
        assertEquals("2", answer.header("X-Items"));
        assertEquals(
                Map.of("cart", List.of("book", "tea & büns"), "path", "items/3", "page", "/shop/cart"),
                answer.json(Map.class));
        assertEquals(
                Optional.of(List.of("book", "tea & büns")), client.session().get("cart"));
        assertEquals(Optional.empty(), answer.error());
        assertNull(answer.header("X-None"));
    }

    @Test
    void callsOfOneClientShareASession(ScriptClient client) {
        client.post("cart.mjs").form("product", "a").send();
        assertEquals("3", client.post("cart.mjs").form("product", "b").send().header("X-Items"));
    }

    @Test
    void whatCountsIsWhenARequestIsSent(ScriptClient client) {
        ScriptRequest first = client.get("id.mjs");
        ScriptRequest second = client.get("id.mjs");
        client.post("logout.mjs").send();
        String id = first.send().json(Map.class).get("id").toString();
        assertEquals(id, second.send().json(Map.class).get("id"));
    }

    @Test
    void theRequestIsAsItWasSent(ScriptClient client) {
        ScriptAnswer answer = client.put("echo.mjs?a=1")
                .query("b", "x y")
                .header("X-Test", "yes")
                .header("Cookie", "one=1; two=2")
                .json("{\"ü\":1}")
                .send();
        assertEquals(
                "{\"method\":\"PUT\",\"query\":[\"1\",\"x y\"],\"header\":\"yes\","
                        + "\"cookies\":[[\"one\",\"1\"],[\"two\",\"2\"]],"
                        + "\"body\":\"{\\\"ü\\\":1}\",\"type\":\"application/json\"}",
                answer.text(),
                answer::toString);
        assertTrue(answer.header("Content-Type").startsWith("application/json"));
    }

    @Test
    void headHasNoBody(ScriptClient client) {
        ScriptAnswer answer = client.request("HEAD", "echo.mjs").send();
        assertEquals(200, answer.status());
        assertEquals(0, answer.bytes().length);
    }

    @Test
    void anErrorIsTheProblemThatClientsGet(ScriptClient client) {
        ScriptAnswer answer = client.get("fails.mjs").send();
        assertEquals(500, answer.status());
        assertEquals("application/problem+json", answer.header("Content-Type"));
        assertEquals("SCRIPTING-0208", answer.json(Map.class).get("error"));
        assertEquals("SCRIPTING-0208", answer.error().orElseThrow().id());
        assertTrue(answer.toString().contains("too few eggs"), answer::toString);
        assertTrue(answer.toString().contains("fails.mjs:7"), answer::toString);
        assertFalse(answer.isCut());
    }

    @Test
    void anErrorCutsWhatWasBegun(ScriptClient client) {
        ScriptAnswer answer = client.get("fails.mjs?late=1").send();
        assertTrue(answer.isCut(), answer::toString);
        assertTrue(answer.error().isPresent());
    }

    @Test
    void settingsHold(ScriptClient client) {
        ScriptAnswer answer = client.get("slow.mjs").send();
        assertTrue(answer.error().orElseThrow().getMessage().contains("100000"), answer::toString);
    }

    @Test
    void noScriptIsThere(ScriptClient client) {
        assertEquals(404, client.get("none.mjs").send().status());
        assertEquals(404, client.get("_sum.mjs").send().status());
    }

    @Test
    void aModuleIsCalledFromJava(ScriptClient client) {
        assertEquals(6, client.runner().call(Integer.class, "_sum.mjs", "sum", 1, 2, 3));
        assertThrows(org.scriptingsession.api.ScriptingException.class, () -> client.runner()
                .call("_sum.mjs", "none"));
    }

    @Test
    void sessionsAreLikeTheContainers(ScriptClient client) {
        ScriptAnswer first = client.get("id.mjs").send();
        String id = client.session().getId();
        assertEquals(id, first.json(Map.class).get("id"));
        assertTrue(first.text().contains("\"isNew\":false,\"idle\":1800"), first::toString);
        client.logIn("anna").get("id.mjs").send();
        assertNotEquals(id, client.session().getId());
        client.post("logout.mjs").send();
        assertEquals(Optional.empty(), client.userName());
        assertEquals(Optional.empty(), client.session().get("cart"));
        assertTrue(client.get("id.mjs").send().text().contains("\"isNew\":true"));
    }

    @Test
    void onlyTheirRolesLetUsersIn(ScriptClient client) {
        assertEquals(401, client.get("managers.mjs").send().status());
        assertEquals(
                403, client.logIn("anna", "clerk").get("managers.mjs").send().status());
        ScriptAnswer answer =
                client.logIn("anna", "manager").get("managers.mjs").send();
        assertEquals("hello anna", answer.text());
        assertEquals(401, client.logOut().get("managers.mjs").send().status());
    }

    @Test
    void scriptsLogUsersInWhomTheTestKnows(ScriptClient client) {
        client.account("anna", "secret", "manager");
        assertEquals(
                "LOGIN_FAILED",
                client.post("login.mjs?user=anna&password=other").send().text());
        assertEquals(
                "anna",
                client.post("login.mjs?user=anna&password=secret").send().text());
        assertEquals(200, client.get("managers.mjs").send().status());
        assertEquals(Optional.of("anna"), client.userName());
    }

    @Test
    void misuseIsTold(ScriptClient client) {
        var sent = client.get("echo.mjs");
        sent.send();
        assertThrows(IllegalStateException.class, sent::send);
        assertThrows(IllegalArgumentException.class, () -> client.request("TRACE", "echo.mjs"));
        assertThrows(IllegalArgumentException.class, () -> client.bean("text"));
    }

    @Nested
    class Inside {
        @Test
        void nestedClassesHaveTheApplicationAround(ScriptClient client) {
            assertEquals(Optional.of(List.of("book")), client.session().get("cart"));
        }
    }
}
