// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scriptingsession.it.app.OtherApplication;
import org.scriptingsession.it.app.OtherResource;

/** The jar in somebody's own application, which has no descriptor of the product's. */
@ExtendWith(ArquillianExtension.class)
class LibraryIT {
    private final ScriptClient client = new ScriptClient();

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.library("shared").addClasses(OtherApplication.class, OtherResource.class);
    }

    @Test
    void scriptsAndResourcesShareTheSessionBothWays() {
        client.value("shared.mjs", "set");

        assertEquals("hello", client.get("rest/share/exchange").body());
        assertEquals("\"true\"", client.value("shared.mjs", "fromResource"));
    }

    @Test
    void theSessionsCookieIsThatOfTheProduct() {
        String cookie = client.get("js/it/shared.mjs/set")
                .headers()
                .firstValue("Set-Cookie")
                .orElse("none")
                .toLowerCase(Locale.ROOT);

        assertTrue(cookie.startsWith("scriptingsid="), cookie);
        assertTrue(cookie.contains("; httponly"), cookie);
        assertTrue(cookie.contains("; samesite=lax"), cookie);
    }

    @Test
    void thePathOfJaxRsIsNoScripts() {
        assertEquals(
                404,
                client.get("org.scriptingsession.scripts/org.scriptingsession.run")
                        .statusCode());
    }
}
