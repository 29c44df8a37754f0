// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application's older protobuf is told at deployment where it is needed, and is nobody's business elsewhere. */
@ExtendWith(ArquillianExtension.class)
class OlderProtobufIT {
    private static final String ENCRYPTING = "encrypting";
    private static final String PLAIN = "plain";

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = ENCRYPTING, managed = false, testable = false)
    static WebArchive encrypting() throws GeneralSecurityException {
        return Deployments.withSettings(war("it-encrypting.war"), SealSettings.of("secret*"));
    }

    @Deployment(name = PLAIN, managed = false, testable = false)
    static WebArchive plain() {
        return war("it.war");
    }

    @Test
    void withEncryptionTheDeploymentStops() {
        String said = Refusals.of(deployer, ENCRYPTING, "/it-encrypting/");

        assertTrue(said.contains("SCRIPTING-0709"), said);
        assertTrue(said.contains("Bring protobuf-java 4.33.6 or later"), said);
    }

    @Test
    void withoutEncryptionTheApplicationStarts() {
        deployer.deploy(PLAIN);
        try {
            assertEquals("fine", new ScriptClient().body("js/it/fine.mjs"));
        } finally {
            deployer.undeploy(PLAIN);
        }
    }

    private static WebArchive war(String name) {
        return Deployments.withOther(
                Deployments.library(name, "rejected"),
                "protobuf-java",
                "protobuf-java-" + System.getProperty("it.older.protobuf"));
    }
}
