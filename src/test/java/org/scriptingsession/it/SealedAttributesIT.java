// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptingsession.it.app.RawServlet;

/** What the settings name is ciphertext to everybody but scripts and {@code ScriptingSession}. */
@ExtendWith(ArquillianExtension.class)
class SealedAttributesIT {
    private static final String SCRIPT = "sealed.mjs";

    private final ScriptClient client = new ScriptClient();

    @Deployment(testable = false)
    static WebArchive application() throws GeneralSecurityException {
        return Deployments.war("sealed", SealSettings.of("secret*")).addClass(RawServlet.class);
    }

    @Test
    void aSealedValueComesBackTypeForType() {
        client.value(SCRIPT, "store");

        assertEquals(
                "[\"4111\",true,true,\"plain\",\"hidden\","
                        + "\"{\\\"card\\\":\\\"4111\\\",\\\"when\\\":\\\"1970-01-01T00:00:00.005Z\\\",\\\"zero\\\":0}\"]",
                client.value(SCRIPT, "read"));
        assertEquals("\"4111\"", client.value(SCRIPT, "changeId"));
    }

    @Test
    void theSessionHoldsCiphertextAlone() {
        client.value(SCRIPT, "store");

        String raw = client.get("raw/all").body();

        assertTrue(raw.contains("secretCart=") && raw.contains("open=plain"), raw);
        assertFalse(raw.contains("4111") || raw.contains("hidden"), raw);
    }

    @Test
    void updatesAndRemovalsWorkOnSealedValues() {
        assertEquals("2", client.value(SCRIPT, "update"));
        client.value(SCRIPT, "store");
        assertEquals("[\"hidden\",true,false]", client.value(SCRIPT, "remove"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tamper", "plain", "move"})
    void whatWasNotSealedHereUnderThisNameIsAnError(String way) {
        client.value(SCRIPT, "store");
        client.get("raw/" + way);

        String error = "\"Error SEALED_VALUE\"";
        assertEquals(String.join(",", "[" + error, error, error, "true,true,false]"), client.value(SCRIPT, "broken"));
    }
}
