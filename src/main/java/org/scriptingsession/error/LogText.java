// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.error;

import java.util.Arrays;

/** Text of scripts and clients on its way into a log. */
public final class LogText {
    private static final int LONGEST = 16 * 1024;
    private static final int DEEPEST = 20;
    private static final int LONGEST_QUOTED = 64;

    private LogText() {}

    /**
     * The text as one line: a line break in what a client sent would forge a line of the log. Control characters, line
     * separators, marks that turn the direction of writing, and halves of characters are escaped as in ECMAScript; past 16,384
     * characters it is cut.
     */
    public static String oneLine(String text) {
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
        if (isLine(text)) {
            return text;
        }
        StringBuilder line = new StringBuilder(shown.length() + 16);
        shown.codePoints().forEach(c -> append(line, c));
        return line.toString();
    }

    /** A name or type that a script chose, so that a huge one makes no huge message. */
    public static String shortened(String text) {
        return text.length() > LONGEST_QUOTED ? text.substring(0, LONGEST_QUOTED) + "..." : text;
    }

    /**
     * The exception with all that {@link #oneLine} changes changed: loggers write messages, causes and names of frames, which
     * are functions of scripts, as they are. The same exception when nothing is to be changed.
     */
    public static Throwable harmless(Throwable e) {
        return isHarmless(e, 0) ? e : new Shown(e, 0);
    }

    private static boolean isHarmless(Throwable e, int depth) {
        return e == null
                || depth < DEEPEST
                        && isLine(e.toString())
                        && Arrays.stream(e.getStackTrace()).allMatch(frame -> isLine(frame.toString()))
                        && isHarmless(e.getCause(), depth + 1)
                        && Arrays.stream(e.getSuppressed()).allMatch(s -> isHarmless(s, depth + 1));
    }

    private static boolean isLine(String text) {
        return text.length() <= LONGEST && text.codePoints().noneMatch(LogText::breaksOut);
    }

    private static void append(StringBuilder line, int c) {
        if (!breaksOut(c)) {
            line.appendCodePoint(c);
        } else if (c == '\n') {
            line.append("\\n");
        } else if (c == '\r') {
            line.append("\\r");
        } else {
            line.append("\\u%04x".formatted(c));
        }
    }

    private static boolean breaksOut(int c) {
        if (c < 0x7f) {
            return c < ' ' && c != '\t';
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            case Character.FORMAT -> turnsWriting(c);
            default -> false;
        };
    }

    /** Whether what follows, or came before, may be shown in another order (Unicode Standard Annex 9, 2). */
    private static boolean turnsWriting(int c) {
        return c == 0x61c || c == 0x200e || c == 0x200f || c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
    }

    /** Another exception as it may be shown; causes that are nested deeper than anybody reads are left out. */
    private static final class Shown extends Exception {
        private static final long serialVersionUID = 1L;

        private final String text;

        Shown(Throwable e, int depth) {
            super(
                    null,
                    e.getCause() == null || depth == DEEPEST ? null : new Shown(e.getCause(), depth + 1),
                    true,
                    true);
            text = oneLine(e.toString());
            setStackTrace(Arrays.stream(e.getStackTrace()).map(Shown::frame).toArray(StackTraceElement[]::new));
            if (depth < DEEPEST) {
                Arrays.stream(e.getSuppressed()).forEach(s -> addSuppressed(new Shown(s, depth + 1)));
            }
        }

        private static StackTraceElement frame(StackTraceElement frame) {
            String file = frame.getFileName();
            return new StackTraceElement(
                    oneLine(frame.getClassName()),
                    oneLine(frame.getMethodName()),
                    file == null ? null : oneLine(file),
                    frame.getLineNumber());
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
