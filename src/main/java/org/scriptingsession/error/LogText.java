// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.error;

/** Text of scripts and clients on its way into a log. */
public final class LogText {
    private static final int LONGEST = 16 * 1024;

    private LogText() {}

    /**
     * The text as one line: a line break in what a client sent would forge a line of the log. Control characters and line
     * separators are escaped as in ECMAScript; past 16,384 characters it is cut.
     */
    public static String oneLine(String text) {
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
        if (shown.chars().noneMatch(LogText::breaksOut)) {
            return shown;
        }
        StringBuilder line = new StringBuilder(shown.length() + 16);
        shown.chars().forEach(c -> append(line, (char) c));
        return line.toString();
    }

    private static void append(StringBuilder line, char c) {
        if (!breaksOut(c)) {
            line.append(c);
        } else if (c == '\n') {
            line.append("\\n");
        } else if (c == '\r') {
            line.append("\\r");
        } else {
            line.append("\\u%04x".formatted((int) c));
        }
    }

    private static boolean breaksOut(int c) {
        return Character.isISOControl(c) && c != '\t' || c == 0x2028 || c == 0x2029;
    }
}
