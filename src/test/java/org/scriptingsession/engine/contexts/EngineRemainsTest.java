// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** A server's threads outlive the application that they ran scripts of. */
class EngineRemainsTest {
    /** What the JDK keeps softly, such as the methods of records, is dropped at each collection. */
    @Test
    void nothingHoldsTheClassesOfApplicationsThatAreOver() throws Exception {
        SmallJvm jvm = SmallJvm.run(PastApplications.class, "-XX:SoftRefLRUPolicyMSPerMB=0");

        assertEquals(0, jvm.exit(), jvm.output());
        // later JDKs warn of the engine before
        assertEquals(
                "0", jvm.output().strip().lines().reduce((before, last) -> last).orElse(""), jvm.output());
    }
}
