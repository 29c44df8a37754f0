// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scriptingsession.it.app.FormLogin;
import org.scriptingsession.it.app.Users;

/** Users log in by a form. */
@ExtendWith(ArquillianExtension.class)
class FormAccessIT {
    private final ScriptClient client = new ScriptClient();

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war("security", Map.of("scripting.session.renew-id-after", "PT1S"))
                .addClasses(FormLogin.class, Users.class)
                .addAsWebResource(Deployments.resource("login/login.html").toFile(), "login.html")
                .addAsWebResource(Deployments.resource("login/refused.html").toFile(), "refused.html");
    }

    @Test
    void whoIsNotLoggedInIsSentToTheForm() {
        HttpResponse<String> answer = client.get("js/it/users.mjs");

        assertEquals(302, answer.statusCode(), answer::body);
        assertTrue(answer.headers().firstValue("Location").orElseThrow().endsWith("/it/login.html"));
    }

    @Test
    void theIdOfBeforeTheLoginIsWorthNothingAfterIt() {
        client.value("open.mjs", "remember");
        client.get("js/it/users.mjs");
        ScriptClient attacker = client.secondWindow();
        String known = client.sessionCookie().orElseThrow();

        logIn(client, "bob", "bob!");

        assertEquals("bob true [\"tea\"]\n", client.get("js/it/managers.mjs").body());
        assertNotEquals(known, client.sessionCookie().orElseThrow());
        assertEquals(302, attacker.get("js/it/managers.mjs").statusCode());
        assertEquals("[null,null]", attacker.value("open.mjs", "recall"));
    }

    @Test
    void aLoginByAFormerIdIsNotThatOfWhoKnowsTheNewOne() {
        ScriptClient victim = withFormerId();
        victim.get("js/it/users.mjs");

        // some containers look for the login's session before they let the product find it, and answer 404
        victim.post(
                "j_security_check",
                "j_username=bob&j_password=bob%21",
                "Content-Type",
                "application/x-www-form-urlencoded");
        victim.get("js/it/managers.mjs");

        assertEquals(302, client.get("js/it/managers.mjs").statusCode());
        assertTrue(client.value("open.mjs", "recall").endsWith(",null]"), "the user of another");
    }

    /** Another window, with the id of before a renewal; this one has the id that the renewal made. */
    private ScriptClient withFormerId() {
        client.value("open.mjs", "remember");
        String former = client.sessionCookie().orElseThrow();
        ScriptClient other = client.secondWindow();
        while (client.sessionCookie().orElseThrow().equals(former)) {
            assertEquals("[[\"tea\"],null]", client.value("open.mjs", "recall"));
        }
        return other;
    }

    @Test
    void anotherUserIsRefused() {
        client.get("js/it/managers.mjs");
        logIn(client, "alice", "alice!");

        assertEquals(403, client.get("js/it/managers.mjs").statusCode());
        assertEquals("alice\n", client.get("js/it/users.mjs").body());
    }

    @Test
    void aLogoutEndsTheRightsAndChangesTheId() {
        client.get("js/it/users.mjs");
        logIn(client, "alice", "alice!");
        assertEquals("alice\n", client.get("js/it/users.mjs").body());
        client.value("open.mjs", "remember");
        ScriptClient thief = client.secondWindow();

        assertEquals("[null,[\"tea\"]]", client.value("open.mjs", "logout"));

        assertEquals(302, client.get("js/it/users.mjs").statusCode());
        assertEquals(302, thief.get("js/it/users.mjs").statusCode());
    }

    @Test
    void aScriptsWrongLoginIsAnErrorWithACode() {
        assertEquals("Error LOGIN_FAILED", client.error("open.mjs", "wrong"));
        assertEquals("TypeError INVALID_VALUE", client.error("open.mjs", "arguments"));
        assertEquals("[null,null]", client.value("open.mjs", "recall"));
    }

    static void logIn(ScriptClient client, String user, String password) {
        HttpResponse<String> answer = client.post(
                "j_security_check",
                "j_username=" + user + "&j_password=" + password.replace("!", "%21"),
                "Content-Type",
                "application/x-www-form-urlencoded");
        // as a browser would: the mechanism logs in when the first request comes again
        String location = answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
        client.get(location.replaceAll("https?://[^/]+", ""));
    }
}
