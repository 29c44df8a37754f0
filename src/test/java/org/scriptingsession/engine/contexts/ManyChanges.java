// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import java.util.Map;

/** Runs a script and what it imports, both changed before each run, as many times as the first argument says. */
final class ManyChanges {
    private ManyChanges() {}

    public static void main(String[] arguments) {
        int changes = Integer.parseInt(arguments[0]);
        try (TestContexts contexts = new TestContexts(Map.of("scripting.contexts", "1"))) {
            for (int i = 0; i < changes; i++) {
                contexts.put(
                        "_part.mjs",
                        "export const part = " + i + "; export function of" + i + "() { return " + i + "; }");
                contexts.run(contexts.graph(
                        "whole",
                        "import { part } from './_part.mjs'; if (part !== " + i
                                + ") throw new Error('an older state: ' + part); const pad = '" + "x".repeat(2000) + i
                                + "';"));
            }
        }
        System.out.println("ran " + changes);
    }
}
