// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scriptingsession.it.app.Desk;
import org.scriptingsession.it.app.OtherApplication;
import org.scriptingsession.it.app.OtherResource;
import org.scriptingsession.it.app.Place;
import org.scriptingsession.it.app.SharingServlet;
import org.scriptingsession.it.app.Visitor;

/** Scripts and the components of Jakarta EE have one session. */
@ExtendWith(ArquillianExtension.class)
class SharedSessionIT {
    private static final String SCRIPT = "shared.mjs";

    private final ScriptClient client = new ScriptClient();

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war("shared")
                .addClasses(
                        Desk.class,
                        OtherApplication.class,
                        OtherResource.class,
                        Place.class,
                        SharingServlet.class,
                        Visitor.class);
    }

    @Test
    void aServletReadsWhatAScriptStored() {
        client.value(SCRIPT, "set");

        assertEquals("hello", body("servlet/get"));
    }

    @Test
    void aScriptReadsWhatAServletStored() {
        assertEquals("12.5", body("servlet/set"));

        assertEquals("\"12.5\"", client.value(SCRIPT, "fromServlet"));
    }

    @Test
    void anEnterpriseBeanSharesBothWays() {
        client.value(SCRIPT, "set");

        assertEquals("hello", body("servlet/desk"));
        assertEquals("\"fromDesk\"", client.value(SCRIPT, "fromScript"));
    }

    @Test
    void aResourceOfAnotherApplicationSharesBothWays() {
        client.value(SCRIPT, "set");

        assertEquals("hello", body("rest/share/exchange"));
        assertEquals("\"true\"", client.value(SCRIPT, "fromResource"));
    }

    @Test
    void scriptAndServletSeeOneId() {
        String id = client.value(SCRIPT, "identity").replace("\"", "");

        assertEquals(id + " false " + id, body("servlet/identity"));
    }

    @Test
    void whatAServletPutInTheHttpSessionIsReadAsText() {
        body("servlet/plain");

        assertEquals(
                "[\"plain\",\"7\",\"1099511627776\",\"0.1\",\"true\",\"1970-01-01T00:00:00.000Z\",\"Place of Sofia\"]",
                client.value(SCRIPT, "plain"));
    }

    @Test
    void whatAScriptStoredIsOfJdkTypes() {
        client.value(SCRIPT, "typed");

        assertEquals("java.lang.String java.lang.Integer java.lang.Double java.lang.Boolean", body("servlet/types"));
    }

    @Test
    void anotherComponentsAttributeCanBeRemoved() {
        body("servlet/plain");

        assertEquals("[\"Place of Sofia\",null]", client.value(SCRIPT, "removePlace"));
    }

    @Test
    void theEntriesOfCdiAreNotListed() {
        assertEquals("1", body("servlet/visitor"));
        client.value(SCRIPT, "set");

        assertEquals("[\"fromScript\"]", client.value(SCRIPT, "names"));
        assertEquals("2", body("servlet/visitor"));
    }

    @Test
    void outsideHttpNothingIsValidAndAllElseSaysSo() {
        String outcome = body("rest/share/outside/outside.mjs");

        assertTrue(outcome.endsWith("[false,false,false,null,[]]"), outcome);
    }

    @Test
    void aScriptThatNoUrlReachesCanBeRunAsAJob() {
        assertEquals("ran", body("rest/share/outside/_job.mjs"));
        assertEquals(404, client.get("js/it/_job.mjs").statusCode());
    }

    @Test
    void aJobWithoutAScriptSaysSo() {
        String outcome = body("rest/share/outside/absent.mjs");

        assertTrue(outcome.startsWith("SCRIPTING-0201"), outcome);
    }

    private String body(String path) {
        var response = client.get(path);
        assertEquals(200, response.statusCode(), response::body);
        return response.body();
    }
}
