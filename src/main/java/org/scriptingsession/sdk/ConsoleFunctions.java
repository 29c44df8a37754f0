// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.sdk;

import java.lang.System.Logger.Level;
import java.util.Map;
import org.scriptingsession.engine.values.HostFunction;

/** The host's side of {@code console.js}: the server's log. */
final class ConsoleFunctions {
    private static final String MESSAGE = "The message";

    private ConsoleFunctions() {}

    static void addTo(Map<String, HostFunction> functions) {
        FunctionGroup<RunLog> console = new FunctionGroup<>(functions, "console", HttpCall::log);
        console.run("debug", (log, args) -> log.write(Level.DEBUG, args.string(0, MESSAGE)));
        console.run("info", (log, args) -> log.write(Level.INFO, args.string(0, MESSAGE)));
        console.run("warn", (log, args) -> log.write(Level.WARNING, args.string(0, MESSAGE)));
        console.run("error", (log, args) -> log.write(Level.ERROR, args.string(0, MESSAGE)));
    }
}
