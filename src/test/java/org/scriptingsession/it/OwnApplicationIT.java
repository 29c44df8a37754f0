// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptingsession.it.app.BareApplication;
import org.scriptingsession.it.app.OtherResource;
import org.scriptingsession.it.app.SeeingFilter;

/** The jar in an application whose web.xml has filters, a JAX-RS application without a class, and a session cookie of its own. */
@ExtendWith(ArquillianExtension.class)
class OwnApplicationIT {
    private static final String SCRIPT = "rest/scripts/it/shared.mjs/";

    private final ScriptClient client = new ScriptClient();

    @Deployment(testable = false)
    static WebArchive application() {
        WebArchive war = Deployments.library("shared")
                .addClasses(OtherResource.class, SeeingFilter.class)
                .addAsWebInfResource(
                        new StringAsset("import { session } from \"sdk/http\";\nsession.set(\"seen\", true);"),
                        "scripts/it/denied/secret.mjs");
        String descriptor = Deployments.text("own/web.xml");
        if ("wildfly".equals(System.getProperty("arquillian.launch"))) {
            // RefusedPackagingIT shows what it says to one without
            war.addClass(BareApplication.class);
            descriptor = descriptor.replaceAll("(?s)<(servlet|servlet-mapping)>.*?</\\1>", "");
        }
        war.setWebXML(new StringAsset(descriptor));
        return Deployments.withSettings(war, Map.of("scripting.path", "rest/scripts"));
    }

    @Test
    void scriptsAnswerWhereTheSettingSaysAndJaxRsBesideThem() {
        assertEquals("{\"returned\":\"hello\"}", client.body(SCRIPT + "set"));
        assertEquals("hello", client.body("rest/share/exchange"));
        assertEquals("{\"returned\":\"true\"}", client.body(SCRIPT + "fromResource"));
    }

    @Test
    void whereScriptsAnswerByDefaultIsTheApplications() {
        HttpResponse<String> answer = client.get("js/it/shared.mjs/set");

        assertEquals(404, answer.statusCode());
        assertTrue(answer.headers().firstValue("Set-Cookie").isEmpty());
    }

    @Test
    void theResourceThatRunsScriptsIsNoneOfTheApplications() {
        assertEquals(404, client.get("rest/org.scriptingsession.run").statusCode());
        assertEquals(404, client.get("rest/js/it/shared.mjs/set").statusCode());
    }

    @Test
    void theApplicationsCookieIsAsItsDescriptorSays() {
        List<String> cookies = client.get(SCRIPT + "set").headers().allValues("Set-Cookie");

        assertEquals(1, cookies.size(), cookies::toString);
        String cookie = cookies.get(0);
        assertTrue(cookie.startsWith("OWNID="), cookie);
        assertTrue(cookie.toLowerCase().contains("; samesite=strict"), cookie);
        assertTrue(cookie.toLowerCase().contains("; httponly"), cookie);
    }

    /** By the mapping of web.xml, which takes the place before annotations and code. */
    @Test
    void theApplicationsFilterSeesTheWholeRequestAfterTheSessionIsGuarded() {
        HttpResponse<String> answer = client.get(SCRIPT + "set?a=b");

        assertEquals(
                "/it/rest/scripts/it/shared.mjs/set a=b",
                answer.headers().firstValue("X-Seen").orElse("nothing"));
        assertEquals("true", answer.headers().firstValue("X-Guarded").orElse("nothing"));
    }

    /** Payara would find constraints and filters by what stands before the first semicolon. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "rest/scripts/it/denied/secret.mjs",
                "rest/scripts/it/denied/secret.mjs/x",
                "rest/scripts/it/denied/secret.mjs;x",
                "rest/scripts/it/denied;x/secret.mjs",
                "rest/scripts/it;x/denied/secret.mjs",
                "rest/scripts;x/it/denied/secret.mjs",
                "rest/scripts;/it;a=b/denied/secret.mjs",
                "rest;x/scripts/it/denied/secret.mjs",
                "/it;x/rest/scripts/it/denied/secret.mjs",
                "rest/scripts/it/%64enied/secret.mjs",
                "rest/scripts/it/x/../denied/secret.mjs",
                "rest/scripts/it//denied/secret.mjs",
                "rest/scripts/it/./denied/secret.mjs"
            })
    void whatTheDescriptorDeniesNoSpellingReaches(String path) throws IOException {
        String target = path.startsWith("/") ? path : "/it/" + path;
        try (RawExchange exchange = RawExchange.begin("GET " + target, "Connection: close")) {
            String answer = exchange.readToEnd();

            assertTrue(answer.matches("(?s)HTTP/1.1 [34].*"), answer);
            assertFalse(answer.contains("Set-Cookie"), answer);
        }
    }

    @Test
    void aScriptThatIsNotThereIsAProblemThere() {
        HttpResponse<String> answer = client.get("rest/scripts/it/none.mjs");

        assertEquals(404, answer.statusCode());
        assertTrue(answer.body().contains("SCRIPTING-0201"), answer.body());
    }
}
