// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.payara;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scriptingsession.server.ServerMembers.MissingMembersException;

/** Here there is nothing of Payara: all that is looked up is named. */
class PayaraMembersTest {
    @Test
    void whatIsMissingForOneNodeIsNamed() {
        String said = assertThrows(MissingMembersException.class, () -> new PayaraMembers(PayaraMembersTest.class))
                .getMessage();

        assertTrue(said.contains("class org.apache.catalina.core.ApplicationContextFacade"), said);
        assertTrue(said.contains("class com.sun.enterprise.util.uuid.UuidGenerator"), said);
        assertTrue(said.contains("class org.glassfish.grizzly.Connection"), said);
    }

    @Test
    void whatIsMissingForSeveralNodesIsNamed() {
        String said = assertThrows(
                        MissingMembersException.class, () -> new PayaraSessions(PayaraMembersTest.class, "manager"))
                .getMessage();

        assertTrue(said.contains("class org.glassfish.web.valve.GlassFishValve"), said);
        assertTrue(said.contains("class org.glassfish.web.ha.session.management.HASession"), said);
    }
}
