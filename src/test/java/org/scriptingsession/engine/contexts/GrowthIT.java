// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What a run had of its own goes with it: names, texts, expressions, errors. Each of these is run 20,000 times in a JVM that
 * drops what is held softly at each collection. The engine's caches are bounded, and take some 7 MB to fill.
 */
class GrowthIT {
    /** An error left 8394 bytes a run, once. A cache that still fills gave 14 MB of expressions. */
    private static final long MOST_BYTES = 24_000_000 / GrowingRuns.RUNS;

    @Test
    void aRunLeavesNothingThatGrows() throws Exception {
        SmallJvm jvm = SmallJvm.run(GrowingRuns.class, "-XX:SoftRefLRUPolicyMSPerMB=0");

        assertEquals(0, jvm.exit(), jvm.output());
        List<String> figures = jvm.output().lines().collect(Collectors.toList());
        assertEquals(10, figures.size(), jvm.output());
        for (String figure : figures) {
            assertTrue(Long.parseLong(figure.split(" ")[1]) <= MOST_BYTES, jvm.output());
        }
    }
}
