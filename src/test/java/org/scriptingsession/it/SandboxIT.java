// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hostile script reaches nothing but what the contract offers. */
@ExtendWith(ArquillianExtension.class)
class SandboxIT {
    private static final String SCRIPT = "hostile.mjs";

    private final ScriptClient client = new ScriptClient();

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war("sandbox");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "globals",
                "byConstructors",
                "everyResultIsOrdinary",
                "everyErrorIsOrdinary",
                "trapsSeeNoHost",
                "container"
            })
    void noWayOut(String attempt) {
        assertEquals("[]", client.value(SCRIPT, attempt));
    }

    @Test
    void bytesAreTheScriptsOwn() {
        assertEquals("true", client.value(SCRIPT, "bytesAreTheScriptsOwn"));
    }

    @Test
    void speciesIsNotAsked() {
        assertEquals("0", client.value(SCRIPT, "speciesIsNotAsked"));
    }

    @Test
    void accessorsOfAValueRunAsScriptCode() {
        assertEquals("[1,1,1]", client.value(SCRIPT, "gettersOfAValue"));
        assertEquals("\"INVALID_VALUE\"", client.value(SCRIPT, "aValueThatChangesWhileItIsCopied"));
        assertEquals("\"LIMIT_EXCEEDED\"", client.value(SCRIPT, "endlessGetters"));
    }

    @Test
    void sessionsOfUsersAreForTheRoleThatTheSettingsName() {
        assertEquals(
                "[\"FORBIDDEN\",\"FORBIDDEN\",\"FORBIDDEN\",\"FORBIDDEN\"]",
                client.value(SCRIPT, "otherUsersSessions"));
    }

    @Test
    void headersAndCookiesTakeNoInjection() {
        assertEquals(
                "[\"INVALID_VALUE\",\"INVALID_NAME\",\"INVALID_NAME\",\"INVALID_NAME\",\"INVALID_VALUE\",\"INVALID_NAME\","
                        + "\"INVALID_VALUE\",\"INVALID_VALUE\",\"INVALID_NAME\",\"INVALID_NAME\",\"INVALID_NAME\",\"INVALID_NAME\","
                        + "\"INVALID_VALUE\",\"INVALID_VALUE\"]",
                client.value(SCRIPT, "headers"));
        assertEquals("false", client.value(SCRIPT, "goodCookies"));
    }

    @Test
    void prototypesAreNotPolluted() {
        assertEquals(
                "{\"returned\":true}",
                client.get(
                                "js/it/hostile.mjs/prototypes?__proto__=1&__proto__[polluted]=1&constructor.prototype.polluted=1")
                        .body());
    }

    @Test
    void noThreadOfTheServerIsHeld() {
        assertEquals("\"TypeError\"", client.value(SCRIPT, "atomics"));
    }

    @Test
    void nothingIsImportedButScriptsAndTheSdk() {
        assertEquals("[]", client.get("js/it/imports.mjs").body());
    }
}
