// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

/** Where the newest session of a user is refused, those there are go on. */
@ExtendWith(ArquillianExtension.class)
class NewestRefusedIT {
    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war(
                        "security",
                        Map.of(
                                "scripting.sessions.max-per-user",
                                "1",
                                "scripting.sessions.when-full",
                                "newest-refused"))
                .addClasses(AuditTrail.class, AuditTrail.Page.class, HeaderLogin.class, Users.class);
    }

    @Test
    void theNewestSessionOfAUserIsRefused() {
        ScriptClient first = new ScriptClient();
        first.value("open.mjs", "remember");
        assertEquals("alice\n", asAlice(first).body());
        ScriptClient second = new ScriptClient();
        second.value("open.mjs", "remember");

        HttpResponse<String> refused = asAlice(second);

        assertEquals(403, refused.statusCode(), refused::body);
        assertEquals(
                "application/problem+json",
                refused.headers().firstValue("Content-Type").orElse(null));
        assertTrue(refused.body().contains("\"error\":\"SCRIPTING-0703\""), refused::body);
        assertEquals("[null,null]", second.value("open.mjs", "recall"));
        assertEquals("[[\"tea\"],\"alice\"]", first.value("open.mjs", "recall"));
        String trail = first.get("audit").body();
        assertTrue(trail.contains("LimitReached[error=SCRIPTING-0703, subject=alice]"), trail);
        assertTrue(trail.contains("reason=MAX_PER_USER"), trail);
    }

    private static HttpResponse<String> asAlice(ScriptClient browser) {
        return browser.send(
                "GET", "js/it/users.mjs", BodyPublishers.noBody(), "X-User", "alice", "X-Password", "alice!");
    }
}
