// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The servers have a limit of sessions of their own, whoever begins them; scripts are told as of the product's. */
@ExtendWith(ArquillianExtension.class)
class ServerBoundIT {
    @Deployment(testable = false)
    static WebArchive application() {
        WebArchive war = Deployments.war("bound");
        war.delete("WEB-INF/glassfish-web.xml");
        return war.addAsWebInfResource(
                        Deployments.resource("bound/glassfish-web.xml").toFile())
                .addAsWebInfResource(Deployments.resource("bound/jboss-web.xml").toFile());
    }

    @Test
    void oneTooManyIsAskedToTryAgain() {
        ScriptClient first = new ScriptClient();
        assertEquals("begun\n", first.get("js/it/begin.mjs").body());
        assertEquals("begun\n", new ScriptClient().get("js/it/begin.mjs").body());

        HttpResponse<String> refused = new ScriptClient().get("js/it/begin.mjs");

        assertEquals(503, refused.statusCode(), refused::body);
        assertTrue(refused.body().contains("\"error\":\"SCRIPTING-0412\""), refused::body);
        assertEquals("\"here\"", first.value("bound.mjs", "mark"));
    }
}
