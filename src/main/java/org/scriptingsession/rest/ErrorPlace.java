// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.error.Failure;

/**
 * A place in a script's source that an error names.
 *
 * @param function that was running there; empty where none was, as in a file that cannot be parsed
 * @param file the script's path without the slash, such as {@code shop/cart.mjs}
 */
record ErrorPlace(String function, String file, int line, int column) {
    private static final Pattern FRAME = Pattern.compile("    at (.*?) \\((.+):(\\d{1,9}):(\\d{1,9})\\)");
    private static final Pattern BEGINNING =
            Pattern.compile("(?s)(\\S.*?\\.(?:mjs|js|json)):(\\d{1,9}):(\\d{1,9}): .*");

    /** The places of an error, the innermost first: the frames of the script that failed, else where its text is wrong. */
    static List<ErrorPlace> of(ScriptingException error) {
        List<ErrorPlace> places = new ArrayList<>();
        String stack = error instanceof Failure failure ? failure.stack().orElse("") : "";
        stack.lines()
                .map(FRAME::matcher)
                .filter(Matcher::matches)
                .forEach(frame ->
                        places.add(new ErrorPlace(frame.group(1), frame.group(2), number(frame, 3), number(frame, 4))));
        Matcher message = BEGINNING.matcher(error.getMessage());
        if (places.isEmpty() && message.matches()) {
            places.add(new ErrorPlace("", message.group(1), number(message, 2), number(message, 3)));
        }
        return places;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
