// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptingsession.it.app.injection.InsideServlet;

/** Where no HTTP call is served the injected session says so, by its own error, while the call that began the work has one. */
@ExtendWith(ArquillianExtension.class)
class OutsideInjectionIT {
    private static final String NONE = "false NO_HTTP_CALL";

    private final ScriptClient client = new ScriptClient();

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war("shared").addPackage(InsideServlet.class.getPackage());
    }

    @BeforeEach
    void aScriptStores() {
        client.value("shared.mjs", "set");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "executor",
                "select",
                "scheduled",
                "stage",
                "contextual",
                "factory",
                "thread",
                "asynchronous",
                "enterprise",
                "initialized",
                "startup",
                "timer"
            })
    void whereNoCallIsServedTheErrorSaysSo(String kind) {
        assertEquals("true hello," + NONE, client.body("outside/" + kind));
    }

    @Test
    void anAsynchronousObserverHasNoCall() {
        assertEquals("true hello," + NONE + "," + NONE, client.body("outside/observer"));
    }

    @Test
    void theRegistryAnswersEverywhere() {
        assertEquals("true hello,0", client.body("outside/registry"));
    }
}
