// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.sdk;

import java.lang.System.Logger.Level;
import java.util.Map;
import org.scriptingsession.engine.values.Arguments;
import org.scriptingsession.engine.values.HostFunction;
import org.scriptingsession.error.LogText;

/** The host's side of {@code console.js}: the server's log, under a logger named after the script. */
final class ConsoleFunctions {
    private static final String LOGGER_PREFIX = "org.scriptingsession.script.";

    private ConsoleFunctions() {}

    static void addTo(Map<String, HostFunction> functions) {
        FunctionGroup<System.Logger> console = new FunctionGroup<>(
                functions,
                "console",
                call -> System.getLogger(LOGGER_PREFIX + call.scriptPath().substring(1)));
        console.run("debug", (logger, args) -> log(logger, Level.DEBUG, args));
        console.run("info", (logger, args) -> log(logger, Level.INFO, args));
        console.run("warn", (logger, args) -> log(logger, Level.WARNING, args));
        console.run("error", (logger, args) -> log(logger, Level.ERROR, args));
    }

    private static void log(System.Logger logger, Level level, Arguments args) {
        if (logger.isLoggable(level)) {
            logger.log(level, LogText.oneLine(args.string(0, "The message")));
        }
    }
}
