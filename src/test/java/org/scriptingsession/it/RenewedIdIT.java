// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scriptingsession.it.app.BasicLogin;
import org.scriptingsession.it.app.Users;

/** Who knows an id of before, or the id that renewal made of it, has nothing when a request with the former one changes it. */
@ExtendWith(ArquillianExtension.class)
@Timeout(60)
class RenewedIdIT {
    private static final String[] ALICE = {
        "Authorization", "Basic " + Base64.getEncoder().encodeToString("alice:alice!".getBytes(StandardCharsets.UTF_8))
    };

    private final ScriptClient first = new ScriptClient();
    private ScriptClient stillFormer;

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war("security", Map.of("scripting.session.renew-id-after", "PT1S"))
                .addClasses(BasicLogin.class, Users.class);
    }

    @Test
    void aLogin() {
        first.value("open.mjs", "remember");
        ScriptClient victim = renewed();

        assertEquals("alice\n", asAlice(victim, "users.mjs").body());

        onlyKnownTo(victim);
        assertEquals("alice\n", asAlice(victim, "users.mjs").body());
    }

    @Test
    void aScriptsChange() {
        first.value("open.mjs", "remember");
        ScriptClient victim = renewed();

        assertNotEquals(first.sessionCookie().orElseThrow(), victim.value("open.mjs", "changeId"));

        onlyKnownTo(victim);
    }

    @Test
    void aLogout() {
        first.value("open.mjs", "remember");
        asAlice(first, "users.mjs");
        ScriptClient victim = renewed();

        assertEquals(
                "[null,[\"tea\"]]",
                ScriptClient.json(asAlice(victim, "open.mjs/logout"))
                        .get("returned")
                        .toString());

        onlyKnownTo(victim);
    }

    /** A window that has the id of before the renewal, which the first one has seen. */
    private ScriptClient renewed() {
        ScriptClient late = first.secondWindow();
        String former = first.sessionCookie().orElseThrow();
        while (first.sessionCookie().orElseThrow().equals(former)) {
            assertEquals("[[\"tea\"],null]", first.value("open.mjs", "recall"));
        }
        stillFormer = late.secondWindow();
        return late;
    }

    private void onlyKnownTo(ScriptClient victim) {
        assertNotEquals(stillFormer.sessionCookie(), victim.sessionCookie());
        assertNotEquals(first.sessionCookie(), victim.sessionCookie());
        assertEquals("[null,null]", first.value("open.mjs", "recall"));
        assertEquals("[null,null]", stillFormer.value("open.mjs", "recall"));
        assertEquals("[[\"tea\"],null]", victim.value("open.mjs", "recall"));
    }

    private static HttpResponse<String> asAlice(ScriptClient browser, String script) {
        return browser.send("GET", "js/it/" + script, BodyPublishers.noBody(), ALICE);
    }
}
