// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/**
 * A recursion that ends in the host breaks nothing for the next script. A class is broken once and for all when the stack ends
 * in its initialization, so this asks a JVM in which none has been initialized but by a deployment.
 */
class DeepCallsIT {
    @Test
    void noFunctionCalledAtTheEndOfTheStackBreaksWhatOthersNeed() throws Exception {
        SmallJvm jvm = SmallJvm.run(DeepCalls.class, "-Xmx512m");

        assertEquals(0, jvm.exit(), jvm.output());
        assertTrue(jvm.output().contains("all is well after "), jvm.output());
    }
}
