// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scriptingsession.it.app.OtherApplication;
import org.scriptingsession.it.app.OtherResource;

/** Two web applications in one EAR, each with the product's jar: they know nothing of one another. */
@DisabledIfSystemProperty(named = "arquillian.launch", matches = "payara", disabledReason = "Payara Micro takes no EAR")
@ExtendWith(ArquillianExtension.class)
class EarIT {
    private static final boolean ONE_CONFIGURATION = !"wildfly".equals(System.getProperty("arquillian.launch"));
    private static final String OTHER = "/it-other/" + (ONE_CONFIGURATION ? "js" : "scripts") + "/it/shared.mjs/";

    private final ScriptClient client = new ScriptClient();

    @Deployment(testable = false)
    static EnterpriseArchive two() {
        WebArchive other = Deployments.library("it-other.war", "shared");
        return ShrinkWrap.create(EnterpriseArchive.class, "it-two.ear")
                .addAsModule(Deployments.library("shared").addClasses(OtherApplication.class, OtherResource.class))
                .addAsModule(
                        ONE_CONFIGURATION
                                ? other
                                : Deployments.withSettings(other, Map.of("scripting.path", "scripts")));
    }

    @Test
    void eachSharesItsOwnSession() {
        client.value("shared.mjs", "set");

        assertEquals("hello", client.body("rest/share/exchange"));
        assertEquals("{\"returned\":null}", client.body(OTHER + "fromScript"));
    }

    @Test
    @EnabledIfSystemProperty(
            named = "arquillian.launch",
            matches = "wildfly",
            disabledReason = "Payara has one configuration of MicroProfile Config for all of an EAR")
    void eachHasItsOwnSettings() {
        HttpResponse<String> here = client.get("/it-other/js/it/shared.mjs/set");

        assertEquals(404, here.statusCode());
        assertEquals(404, client.get("scripts/it/shared.mjs/set").statusCode());
        assertTrue(client.body(OTHER + "names").startsWith("{\"returned\":["));
    }
}
