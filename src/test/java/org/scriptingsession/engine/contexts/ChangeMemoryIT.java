// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * Changed scripts leave nothing that lasts. The engine's caches give way only when memory is short, so this asks a JVM of its
 * own with a small heap: were 4 kB of each change kept, it would end in an OutOfMemoryError.
 */
class ChangeMemoryIT {
    @Test
    void twentyThousandChangesFitInASmallHeap() throws IOException, InterruptedException {
        SmallJvm jvm = SmallJvm.run(ManyChanges.class, "-Xmx64m", "20000");

        assertEquals(0, jvm.exit(), jvm.output());
        assertTrue(jvm.output().contains("ran 20000"), jvm.output());
    }
}
