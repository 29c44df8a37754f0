// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A fenced block of a page.
 *
 * @param line of the page, at which the fence stands
 * @param language empty where the fence names none
 * @param notes what comments before the fence say of it, such as {@code <!-- not run: needs two machines -->}
 */
record Block(Path page, int line, String language, Map<String, String> notes, String text) {
    /** What a command is, and what it prints; null where the page does not show it. */
    record Command(String text, String output) {
        private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        private static final Pattern TIME = Pattern.compile("\\d+:\\d\\d:\\d\\d(\\.\\d+)?Z?");

        /** Whether this is what the page shows, but for ids and times; three dots stand for anything. */
        boolean prints(String said) {
            if (output == null) {
                return true;
            }
            String pattern = Arrays.stream(masked(output).split("\\.\\.\\.", -1))
                    .map(Pattern::quote)
                    .collect(Collectors.joining("[\\s\\S]*"));
            return masked(said).matches(pattern);
        }

        private static String masked(String text) {
            return TIME.matcher(ID.matcher(text.strip()).replaceAll("ID")).replaceAll("TIME");
        }
    }

    Optional<String> note(String key) {
        return Optional.ofNullable(notes.get(key));
    }

    boolean isRun() {
        return !notes.containsKey("not run");
    }

    /** The commands of a console: a line after {@code $}, and the next while a backslash ends one. */
    List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        StringBuilder command = null;
        StringBuilder output = new StringBuilder();
        boolean goesOn = false;
        for (String said : text.lines().toList()) {
            if (goesOn) {
                command.append('\n').append(said);
            } else if (said.startsWith("$ ")) {
                add(commands, command, output);
                command = new StringBuilder(said.substring(2));
            } else {
                output.append(said).append('\n');
            }
            goesOn = command != null && output.isEmpty() && said.endsWith("\\");
        }
        add(commands, command, output);
        return commands;
    }

    private static void add(List<Command> commands, StringBuilder command, StringBuilder output) {
        if (command != null) {
            commands.add(new Command(command.toString(), output.isEmpty() ? null : output.toString()));
            output.setLength(0);
        }
    }

    /** Where it stands, for who must mend it. */
    @Override
    public String toString() {
        return page + ":" + line;
    }
}
