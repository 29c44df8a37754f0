// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.sdk;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.scriptingsession.engine.values.Arguments;
import org.scriptingsession.engine.values.HostFunction;

/** The host's side of {@code console.js}: the server's log, and what the console of one run remembers. */
final class ConsoleFunctions {
    private static final Map<String, Level> LEVELS =
            Map.of("debug", Level.DEBUG, "info", Level.INFO, "warn", Level.WARNING, "error", Level.ERROR);

    private ConsoleFunctions() {}

    static void addTo(Map<String, HostFunction> functions) {
        FunctionGroup<RunConsole> console = new FunctionGroup<>(functions, "console", HttpCall::console);
        console.call("shows", (run, args) -> run.shows(level(args)));
        console.run("write", (run, args) -> run.write(level(args), lines(args)));
        console.call("count", (run, args) -> run.count(label(args)));
        console.call("countReset", (run, args) -> run.countReset(label(args)));
        console.call("time", (run, args) -> run.time(label(args)));
        console.call("elapsed", (run, args) -> run.elapsedMillis(label(args)));
        console.call("timeEnd", (run, args) -> run.timeEnd(label(args)));
        console.run("group", (run, args) -> run.group());
        console.run("groupEnd", (run, args) -> run.groupEnd());
    }

    private static Level level(Arguments arguments) {
        return LEVELS.get(arguments.string(0, "The level"));
    }

    private static String label(Arguments arguments) {
        return arguments.string(0, "The label");
    }

    private static List<String> lines(Arguments arguments) {
        List<String> lines = new ArrayList<>();
        for (int i = 1; !arguments.isAbsent(i); i++) {
            lines.add(arguments.string(i, "A line"));
        }
        return lines;
    }
}
