// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A distributable application does not start on a server that keeps its sessions to itself. */
@ExtendWith(ArquillianExtension.class)
class RefusedDistributableIT {
    private static final String DISTRIBUTABLE = "distributable";

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = DISTRIBUTABLE, managed = false, testable = false)
    static WebArchive distributable() {
        return Deployments.distributable("it-distributable.war", "rejected");
    }

    @Test
    void theServerSaysWhatIsMissingAndWhatToSwitchOn() {
        String said = Refusals.of(deployer, DISTRIBUTABLE, "/it-distributable/");

        boolean payara = "payara".equals(System.getProperty("arquillian.launch"));
        assertTrue(said.contains(payara ? "SCRIPTING-0806" : "SCRIPTING-0807"), said);
        assertTrue(said.contains(payara ? "--availabilityenabled=true" : "standalone-ha.xml"), said);
        assertTrue(said.contains(payara ? "payara/Hazelcast" : "in a local cache"), said);
    }
}
