// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
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
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war("watch");
    }

    @Test
    void theApplicationIsAlive() {
        assertEquals("UP", status("live", "scripting.alive"));
    }

    /** It is deployed before all its contexts are made. */
    @Test
    void theApplicationIsReadyOnceItsContextsAreMade() {
        Await.until(
                PATIENCE, () -> "ready: " + status("ready", "scripting.ready"), () -> status("ready", "scripting.ready")
                        .equals("UP"));
    }

    private static String status(String kind, String name) {
        boolean payara = System.getProperty("arquillian.launch").equals("payara");
        String server = payara ? "/" : "http://127.0.0.1:" + System.getProperty("it.management.port") + "/";
        HttpResponse<String> health = new ScriptClient().get(server + "health/" + kind);
        return ScriptClient.json(health.body()).getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                .filter(check -> check.getString("name").equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(health.body()))
                .getString("status");
    }
}
