// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scriptingsession.it.app.FormLogin;
import org.scriptingsession.it.app.Users;

/** Where the explorer is for users in a role: from anywhere, for as long as they are logged in, and for nobody else. */
@ExtendWith(ArquillianExtension.class)
class ExplorerRoleIT {
    private final ScriptClient browser = new ScriptClient();
    private final ExplorerClient page = new ExplorerClient(browser);

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war("security", Map.of("scripting.explorer", "manager"))
                .addClasses(FormLogin.class, Users.class)
                .addAsWebResource(Deployments.resource("login/login.html").toFile(), "login.html")
                .addAsWebResource(Deployments.resource("login/refused.html").toFile(), "refused.html");
    }

    @Test
    void whoIsNotLoggedInIsAskedWhoHeIs() {
        assertEquals(302, browser.get("explorer/").statusCode());
        assertEquals(302, browser.get("explorer/explorer.mjs").statusCode());
        HttpResponse<String> open = browser.post("explorer/api/open", "", ExplorerClient.TOKEN, "open");
        assertEquals(302, open.statusCode());
        assertFalse(open.body().contains("token"));
    }

    @Test
    void anotherUserIsRefused() {
        logIn(browser, "alice");

        assertEquals(403, browser.get("explorer/").statusCode());
        assertEquals(
                403,
                browser.post("explorer/api/open", "", ExplorerClient.TOKEN, "open")
                        .statusCode());
    }

    @Test
    void whoHasTheRoleLooksFromAnywhere() {
        logIn(browser, "bob");
        browser.value("open.mjs", "remember");

        assertEquals(
                200,
                browser.send("GET", "explorer/", BodyPublishers.noBody(), "X-Forwarded-For", "192.0.2.1")
                        .statusCode());
        page.open();
        assertEquals("ALIVE", page.state());
        assertEquals("bob", page.look("session").getJsonObject("session").getString("user"));
        assertEquals(204, page.put("note", "\"tea\"", null).statusCode());
        assertEquals("tea", page.row("note").getString("preview"));
    }

    @Test
    void withTheLoginEndsTheLook() {
        logIn(browser, "bob");
        browser.value("open.mjs", "remember");
        page.open();
        assertTrue(page.ask("scripts").body().contains("managers.mjs"));

        browser.value("open.mjs", "logout");

        assertEquals(410, page.ask("session").statusCode());
        assertEquals(410, page.ask("scripts").statusCode());
        assertEquals(410, page.ask("server").statusCode());
    }

    /** Who knew the session before its user logged in does not see what the user puts into it. */
    @Test
    void aLookOfBeforeALoginEndsWithIt() {
        logIn(browser, "bob");
        browser.value("open.mjs", "remember");
        page.open();
        browser.value("open.mjs", "changeId");

        assertEquals(410, page.ask("session").statusCode());
    }

    private static void logIn(ScriptClient client, String user) {
        client.get("explorer/");
        FormAccessIT.logIn(client, user, user + "!");
    }
}
