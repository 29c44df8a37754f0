// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** MicroProfile Health, of Payara and of WildFly's {@code standalone-microprofile.xml}; {@code standalone.xml} has none. */
@ExtendWith(ArquillianExtension.class)
@EnabledIfSystemProperty(named = "arquillian.launch", matches = "payara|wildfly-microprofile")
class HealthIT {
    private static final int PATIENCE_LOOKS = 200;

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war("watch");
    }

    @Test
    void theApplicationIsAlive() throws Exception {
        assertEquals("UP", status("live", "scripting.alive"));
    }

    /** It is deployed before all its contexts are made. */
    @Test
    void theApplicationIsReadyOnceItsContextsAreMade() throws Exception {
        String status = status("ready", "scripting.ready");
        for (int looks = 0; status.equals("DOWN") && looks < PATIENCE_LOOKS; looks++) {
            status = status("ready", "scripting.ready");
        }
        assertEquals("UP", status);
    }

    private static String status(String kind, String name) throws Exception {
        boolean payara = System.getProperty("arquillian.launch").equals("payara");
        String server = payara
                ? Deployments.base().resolve("/").toString()
                : "http://127.0.0.1:" + System.getProperty("it.management.port") + "/";
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server + "health/" + kind)).build();
        HttpResponse<String> health = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        return ScriptClient.json(health.body()).getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                .filter(check -> check.getString("name").equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(health.body()))
                .getString("status");
    }
}
