// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scriptingsession.it.app.AuditTrail;
import org.scriptingsession.it.app.HeaderLogin;
import org.scriptingsession.it.app.Users;

/** Users log in by the application's own authentication mechanism and identity store, two sessions at most. */
@ExtendWith(ArquillianExtension.class)
class CustomAccessIT {
    private final ScriptClient client = new ScriptClient();

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war(
                        "security",
                        Map.of(
                                "scripting.sessions.max-per-user",
                                "2",
                                "scripting.sessions.admin-role",
                                "manager",
                                // a list of sessions is no attribute, however long
                                "scripting.session.attribute.max-values",
                                "8"))
                .addClasses(AuditTrail.class, AuditTrail.Page.class, HeaderLogin.class, Users.class);
    }

    @Test
    void theMechanismsOwnChallengeIsAnswered() {
        HttpResponse<String> answer = client.get("js/it/users.mjs");

        assertEquals(401, answer.statusCode());
        assertEquals("Header", answer.headers().firstValue("WWW-Authenticate").orElseThrow());
    }

    @Test
    void theIdOfBeforeTheLoginIsWorthNothingAfterIt() {
        client.value("open.mjs", "remember");
        ScriptClient attacker = client.secondWindow();
        String known = client.sessionCookie().orElseThrow();

        assertEquals("bob true [\"tea\"]\n", as(client, "bob", "managers.mjs").body());

        assertNotEquals(known, client.sessionCookie().orElseThrow());
        assertEquals("[null,null]", attacker.value("open.mjs", "recall"));
        assertEquals("bob true [\"tea\"]\n", client.get("js/it/managers.mjs").body());
    }

    @Test
    void theUsersOldestSessionEndsForOneTooMany() {
        ScriptClient first = loggedIn("alice");
        ScriptClient second = loggedIn("alice");
        ScriptClient third = loggedIn("alice");

        assertEquals("[null,null]", first.value("open.mjs", "recall"));
        assertEquals("[[\"tea\"],\"alice\"]", second.value("open.mjs", "recall"));
        assertEquals("[[\"tea\"],\"alice\"]", third.value("open.mjs", "recall"));
    }

    @Test
    void whoIsInTheRoleListsAndEndsSessions() {
        ScriptClient manager = loggedIn("bob");
        ScriptClient one = loggedIn("alice");
        ScriptClient two = loggedIn("alice");

        assertEquals("[[true,true],[true,true]]", manager.value("sessions.mjs", "alices"));
        assertEquals("[2,0]", manager.value("sessions.mjs", "count"));
        assertEquals("[true,false]", manager.value("sessions.mjs", "endOne"));
        assertEquals("[null,null]", one.value("open.mjs", "recall"));
        assertEquals("1", manager.value("sessions.mjs", "endAll"));
        assertEquals("[null,null]", two.value("open.mjs", "recall"));
        assertEquals("[0,0]", manager.value("sessions.mjs", "count"));
        assertTrue(manager.get("audit").body().contains("reason=REGISTRY, user=alice, by=bob]"));
    }

    @Test
    void othersSeeNoSessions() {
        assertEquals("Error FORBIDDEN", loggedIn("alice").error("sessions.mjs", "count"));
    }

    private ScriptClient loggedIn(String user) {
        ScriptClient browser = new ScriptClient();
        browser.value("open.mjs", "remember");
        assertEquals(user + "\n", as(browser, user, "users.mjs").body());
        return browser;
    }

    private static HttpResponse<String> as(ScriptClient browser, String user, String script) {
        return browser.send(
                "GET", "js/it/" + script, BodyPublishers.noBody(), "X-User", user, "X-Password", user + "!");
    }
}
