// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.values;

import java.util.Arrays;
import java.util.Map;

/** What {@code bound.js} must know of the JDK. */
final class PlatformFunctions {
    /** Since JDK 20. Without it the engine fails inside wherever it needs a number of 16 bits. */
    private static final boolean HAS_FLOAT16 = Arrays.stream(Float.class.getMethods())
            .anyMatch(method -> method.getName().equals("floatToFloat16"));

    private PlatformFunctions() {}

    static void addTo(Map<String, HostFunction> functions) {
        functions.put("platform.hasFloat16", (call, args) -> HAS_FLOAT16);
    }
}
