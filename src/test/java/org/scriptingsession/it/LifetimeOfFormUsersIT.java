// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scriptingsession.it.app.AuditTrail;
import org.scriptingsession.it.app.FormLogin;
import org.scriptingsession.it.app.Users;

/** As {@link LifetimeOfUsersIT}, for users who log in by a form. */
@ExtendWith(ArquillianExtension.class)
@Timeout(60)
class LifetimeOfFormUsersIT {
    private final ScriptClient client = new ScriptClient();

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war("security", Map.of("scripting.session.max-lifetime", "PT3S"))
                .addClasses(AuditTrail.class, AuditTrail.Page.class, FormLogin.class, Users.class)
                .addAsWebResource(Deployments.resource("login/login.html").toFile(), "login.html")
                .addAsWebResource(Deployments.resource("login/refused.html").toFile(), "refused.html");
    }

    @Test
    void theRequestThatEndsTheSessionIsNobodys() {
        client.value("open.mjs", "remember");
        client.get("js/it/users.mjs");
        FormAccessIT.logIn(client, "alice", "alice!");

        HttpResponse<String> answer = client.get("js/it/users.mjs");
        while (answer.statusCode() == 200) {
            assertEquals("alice\n", answer.body());
            answer = client.get("js/it/users.mjs");
            assertTrue(answer.statusCode() != 200 || !hasEnded(), "it ran as a user whose session has ended");
        }

        assertEquals(302, answer.statusCode(), answer::body);
        assertTrue(hasEnded());
        assertEquals("[null,null]", client.value("open.mjs", "recall"));
    }

    private static boolean hasEnded() {
        return new ScriptClient().get("audit").body().contains("reason=MAX_LIFETIME");
    }
}
