// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scriptingsession.it.app.OtherApplication;
import org.scriptingsession.it.app.OtherResource;
import org.scriptingsession.it.app.RawServlet;

/** The jar in somebody's own application, which has no descriptor: the product's rules of ids hold, and the session is shared. */
@ExtendWith(ArquillianExtension.class)
class LibraryIT extends IdRules {
    private final ScriptClient client = new ScriptClient();

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.library("lifetime")
                .addAsWebInfResource(
                        Deployments.resource("scripts/shared/shared.mjs").toFile(), "scripts/it/shared.mjs")
                .addClasses(OtherApplication.class, OtherResource.class, RawServlet.class);
    }

    @Test
    void scriptsAndResourcesShareTheSessionBothWays() {
        client.value("shared.mjs", "set");

        assertEquals("hello", client.get("rest/share/exchange").body());
        assertEquals("\"true\"", client.value("shared.mjs", "fromResource"));
    }

    @Test
    void thePathOfJaxRsIsNoScripts() {
        assertEquals(
                404,
                client.get("org.scriptingsession.scripts/org.scriptingsession.run")
                        .statusCode());
    }
}
