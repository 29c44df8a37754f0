// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** Who may run a script is said in it and held before it runs; users log in by HTTP Basic. */
@ExtendWith(ArquillianExtension.class)
class BasicAccessIT {
    private final ScriptClient client = new ScriptClient();

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war("security").addClasses(BasicLogin.class, Users.class);
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
