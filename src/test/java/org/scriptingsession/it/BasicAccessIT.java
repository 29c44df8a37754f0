// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptingsession.it.app.BasicLogin;
import org.scriptingsession.it.app.Users;
import org.scriptingsession.it.app.beans.Vault;
import org.scriptingsession.it.redeploy.Waiter;

/** Who may run a script is said in it and held before it runs; users log in by HTTP Basic. */
@ExtendWith(ArquillianExtension.class)
class BasicAccessIT {
    private final ScriptClient client = new ScriptClient();

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war("security")
                .addClasses(BasicLogin.class, Users.class, Vault.class, Waiter.class, Waiter.Call.class)
                .addAsWebInfResource("scripts/caller/caller.mjs", "scripts/it/caller.mjs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"})
    void whoIsNotLoggedInIsChallengedWhateverTheMethod(String method) {
        HttpResponse<String> answer = client.send(method, "js/it/managers.mjs", BodyPublishers.noBody());

        assertEquals(401, answer.statusCode(), answer::body);
        assertTrue(
                answer.headers().firstValue("WWW-Authenticate").orElse("none").startsWith("Basic"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS", "POST"})
    void whoIsInNoneOfTheRolesIsRefused(String method) {
        assertEquals(403, as("alice", method, "managers.mjs").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"caller", "managers"})
    void whoCallsDoesNotDependOnWhenTheBodyComes(String script) throws IOException {
        String[] users = {"bob", "alice", "", "bob", "", ""};
        for (String user : users) {
            String late = post(script, user, true);
            assertEquals(post(script, user, false), late, user);
            assertEquals(user.equals("bob"), late.contains("bob true"), late);
        }
        assertTrue(post("caller", "", true).endsWith("body: null false FORBIDDEN fine 1."));
    }

    /** The status and the body of the answer. */
    private static String post(String script, String user, boolean late) throws IOException {
        try (RawExchange call = RawExchange.begin(
                "POST /it/js/it/" + script + ".mjs",
                "Authorization: " + (user.isEmpty() ? "none" : basic(user, user + "!")),
                "Content-Type: text/plain",
                "Content-Length: 4",
                "Connection: close")) {
            if (late) {
                call.send("b");
                post(script, "", false);
                call.send("ody");
            } else {
                call.send("body");
            }
            String answer = call.readToEnd().strip().replaceAll("\"errorId\":\"[^\"]*\"", "");
            return RawExchange.status(answer) + " " + answer.substring(answer.lastIndexOf('\n') + 1);
        }
    }

    @Test
    void aPreflightIsAnsweredWithoutAUserAndWithoutTheScript() {
        HttpResponse<String> answer = crossOrigin("OPTIONS", "cors.mjs", "https://shop.example", "PUT");

        assertEquals(204, answer.statusCode(), answer::body);
        assertEquals(
                "https://shop.example|true|PUT, DELETE|X-Total|600|",
                headers(answer, "Allow-Origin", "Allow-Credentials", "Allow-Methods", "Allow-Headers", "Max-Age"));
        assertEquals("Origin", answer.headers().firstValue("Vary").orElse("none"));
        assertEquals("none", answer.headers().firstValue("X-Total").orElse("none"));
        assertEquals("none", answer.headers().firstValue("Set-Cookie").orElse("none"));
    }

    @Test
    void aPreflightOfAnotherOriginAllowsNothing() {
        HttpResponse<String> answer = crossOrigin("OPTIONS", "cors.mjs", "https://evil.example", "PUT");

        assertEquals(204, answer.statusCode(), answer::body);
        assertEquals("||", headers(answer, "Allow-Origin", "Allow-Methods"));
        assertEquals("Origin", answer.headers().firstValue("Vary").orElse("none"));
    }

    @Test
    void aCallAndItsErrorsCanBeReadByThePage() {
        HttpResponse<String> ran = crossOrigin("PUT", "cors.mjs", "http://127.0.0.1:8080", null);

        assertEquals("200 ran for PUT", ran.statusCode() + " " + ran.body());
        assertEquals(
                "http://127.0.0.1:8080|true|X-Total|",
                headers(ran, "Allow-Origin", "Allow-Credentials", "Expose-Headers"));
        assertEquals(
                List.of("Accept", "Origin"),
                ran.headers().allValues("Vary").stream().sorted().toList());

        HttpResponse<String> failed = crossOrigin("PUT", "cors.mjs/fails", "https://shop.example", null);
        assertEquals(500, failed.statusCode());
        assertEquals("https://shop.example|X-Total|", headers(failed, "Allow-Origin", "Expose-Headers"));
        assertEquals(List.of("Origin"), failed.headers().allValues("Vary"));

        HttpResponse<String> challenged =
                client.send("PUT", "js/it/cors.mjs", BodyPublishers.noBody(), "Origin", "https://shop.example");
        assertEquals(401, challenged.statusCode());
        assertEquals("https://shop.example|", headers(challenged, "Allow-Origin"));
    }

    @Test
    void aScriptThatDeclaresNothingIsForItsOwnOrigin() {
        HttpResponse<String> answer = crossOrigin("GET", "open.mjs/recall", "https://shop.example", null);

        assertEquals(200, answer.statusCode());
        assertEquals("|", headers(answer, "Allow-Origin"));
        assertEquals("none", answer.headers().firstValue("Vary").orElse("none"));
    }

    @Test
    void everyOriginMayCallWhatSaysSo() {
        HttpResponse<String> answer = crossOrigin("GET", "everywhere.mjs", "https://shop.example", null);

        assertEquals("200 ran", answer.statusCode() + " " + answer.body());
        assertEquals("*||", headers(answer, "Allow-Origin", "Allow-Credentials"));
    }

    /** As bob, but for a preflight, which browsers send without cookies and credentials. */
    private HttpResponse<String> crossOrigin(String method, String script, String origin, String preflightOf) {
        String[] other = preflightOf == null
                ? new String[] {"Authorization", basic("bob", "bob!")}
                : new String[] {"Access-Control-Request-Method", preflightOf};
        return client.send(method, "js/it/" + script, BodyPublishers.noBody(), "Origin", origin, other[0], other[1]);
    }

    private static String headers(HttpResponse<String> answer, String... names) {
        StringBuilder values = new StringBuilder();
        for (String name : names) {
            values.append(answer.headers().firstValue("Access-Control-" + name).orElse(""))
                    .append('|');
        }
        return values.toString();
    }

    @Test
    void oneOfTheRolesSuffices() {
        HttpResponse<String> answer = as("bob", "GET", "managers.mjs");

        assertEquals("200 bob true null\n", answer.statusCode() + " " + answer.body());
    }

    @Test
    void twoAsterisksAreEveryUser() {
        assertEquals("alice\n", as("alice", "GET", "users.mjs").body());
        assertEquals(401, client.get("js/it/users.mjs").statusCode());
    }

    @Test
    void noRolesAdmitNobody() {
        assertEquals(403, as("bob", "GET", "nobody.mjs").statusCode());
    }

    @Test
    void aWrongPasswordIsChallengedAgain() {
        HttpResponse<String> answer = client.send(
                "GET", "js/it/users.mjs", BodyPublishers.noBody(), "Authorization", basic("alice", "wrong"));

        assertEquals(401, answer.statusCode());
    }

    @Test
    void theIdOfBeforeTheLoginIsWorthNothingAfterIt() {
        client.value("open.mjs", "remember");
        ScriptClient attacker = client.secondWindow();
        String known = client.sessionCookie().orElseThrow();

        assertEquals("bob true [\"tea\"]\n", as("bob", "GET", "managers.mjs").body());

        assertNotEquals(known, client.sessionCookie().orElseThrow());
        assertEquals("[null,null]", attacker.value("open.mjs", "recall"));
        assertEquals("bob true [\"tea\"]\n", as("bob", "GET", "managers.mjs").body());
    }

    @Test
    void theIdOfASessionThatTheFirstRequestBeginsIsTheOneThatTheClientGets() {
        String[] ids = as("alice", "GET", "begins.mjs").body().split(",");

        assertEquals("true", ids[1]);
        assertEquals(
                ScriptClient.SESSION_COOKIE + "=" + ids[0],
                withoutRoute(client.sessionCookie().orElseThrow()));
        assertEquals("[[\"tea\"],null]", client.value("open.mjs", "recall"));
        assertEquals("[[\"tea\"],null]", client.value("open.mjs", "recall"));
    }

    /** WildFly appends the node's name to the cookie. */
    private static String withoutRoute(String cookie) {
        return cookie.split("\\.")[0];
    }

    @Test
    void anotherUserOfTheSameBrowserHasAnotherId() {
        client.value("open.mjs", "remember");
        as("alice", "GET", "users.mjs");
        String alices = client.sessionCookie().orElseThrow();

        as("bob", "GET", "users.mjs");

        assertNotEquals(alices, client.sessionCookie().orElseThrow());
    }

    @Test
    void requestsThatLogInTogetherKeepTheSession() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 20; round++) {
                ScriptClient browser = new ScriptClient();
                browser.value("open.mjs", "remember");
                String known = browser.sessionCookie().orElseThrow();
                CyclicBarrier start = new CyclicBarrier(8);
                List<Future<?>> running = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    running.add(threads.submit(() -> {
                        start.await();
                        return browser.send(
                                "GET",
                                "js/it/users.mjs",
                                BodyPublishers.noBody(),
                                "Authorization",
                                basic("alice", "alice!"));
                    }));
                }
                for (Future<?> one : running) {
                    one.get();
                }
                assertNotEquals(known, browser.sessionCookie().orElseThrow());
                assertEquals("[[\"tea\"],null]", browser.value("open.mjs", "recall"), "round " + round);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void requestsOfOneUserKeepTheId() {
        client.value("open.mjs", "remember");
        as("alice", "GET", "users.mjs");
        String id = client.sessionCookie().orElseThrow();

        client.value("open.mjs", "recall");
        as("alice", "GET", "users.mjs");

        assertEquals(id, client.sessionCookie().orElseThrow());
    }

    private HttpResponse<String> as(String user, String method, String script) {
        return client.send(
                method, "js/it/" + script, BodyPublishers.noBody(), "Authorization", basic(user, user + "!"));
    }

    private static String basic(String user, String password) {
        byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }
}
