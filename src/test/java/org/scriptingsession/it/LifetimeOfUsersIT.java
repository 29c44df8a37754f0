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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scriptingsession.it.app.AuditTrail;
import org.scriptingsession.it.app.HeaderLogin;
import org.scriptingsession.it.app.Users;

/** With a session that is too old ends what its user may do, from the very request that ends the session. */
@ExtendWith(ArquillianExtension.class)
@Timeout(60)
class LifetimeOfUsersIT {
    private final ScriptClient client = new ScriptClient();

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war("security", Map.of("scripting.session.max-lifetime", "PT3S"))
                .addClasses(AuditTrail.class, AuditTrail.Page.class, HeaderLogin.class, Users.class);
    }

    @Test
    void theRequestThatEndsTheSessionIsNobodys() {
        client.value("open.mjs", "remember");
        client.send("GET", "js/it/users.mjs", BodyPublishers.noBody(), "X-User", "alice", "X-Password", "alice!");

        HttpResponse<String> answer = client.get("js/it/users.mjs");
        while (answer.statusCode() == 200) {
            assertEquals("alice\n", answer.body());
            answer = client.get("js/it/users.mjs");
            assertTrue(answer.statusCode() != 200 || !hasEnded(), "it ran as a user whose session has ended");
        }

        assertEquals(401, answer.statusCode(), answer::body);
        assertTrue(hasEnded());
        assertEquals("[null,null]", client.value("open.mjs", "recall"));
    }

    private static boolean hasEnded() {
        return new ScriptClient().get("audit").body().contains("reason=MAX_LIFETIME");
    }
}
