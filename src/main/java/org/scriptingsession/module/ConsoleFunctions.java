// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.module;

import java.lang.System.Logger.Level;
import java.util.Map;
import org.scriptingsession.error.LogText;

/** The host's side of {@code console.js}: the server's log, under a logger named after the script. */
final class ConsoleFunctions {
    private static final String LOGGER_PREFIX = "org.scriptingsession.script.";

    private ConsoleFunctions() {}

    static void addTo(Map<String, HostFunction> functions) {
        add(functions, "console.debug", Level.DEBUG);
        add(functions, "console.info", Level.INFO);
        add(functions, "console.warn", Level.WARNING);
        add(functions, "console.error", Level.ERROR);
    }

    private static void add(Map<String, HostFunction> functions, String name, Level level) {
        functions.put(name, (call, args) -> {
            System.Logger logger = System.getLogger(LOGGER_PREFIX + call.scriptPath());
            if (logger.isLoggable(level)) {
                logger.log(level, LogText.oneLine(args.string(0, "The message")));
            }
            return null;
        });
    }
}
