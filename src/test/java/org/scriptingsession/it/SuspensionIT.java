// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scriptingsession.it.app.SuspendServlet;

/** A server that is suspended, as before a stop that waits for the last calls, watches those calls. */
@EnabledIfSystemProperty(
        named = "arquillian.launch",
        matches = "wildfly",
        disabledReason = "Payara cannot be suspended")
@ExtendWith(ArquillianExtension.class)
@Timeout(60)
class SuspensionIT {
    private final ScriptClient client = new ScriptClient();

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war("stuck", Map.of("scripting.timeout", "PT1S")).addClass(SuspendServlet.class);
    }

    @Test
    void aCallThatGoesOnIsStoppedAtItsDeadline() {
        String[] lines = client.body("suspend?script=it/loop.mjs").split("\n");

        assertEquals("SUSPENDING", lines[0]);
        assertTrue(lines[1].startsWith("it/loop.mjs was stopped at its deadline of PT1S"), lines[1]);
        assertEquals(503, client.get("js/it/loop.mjs").statusCode());
    }
}
