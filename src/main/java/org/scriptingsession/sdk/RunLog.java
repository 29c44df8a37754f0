// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.sdk;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.ResourceBundle;
import org.scriptingsession.error.LogText;

/** What one run writes into the server's log, under a logger named after its script: a bounded part of the disk. */
final class RunLog {
    static final int MOST = 1 << 20;

    /** Of one record: as much as of one line. */
    static final int MOST_OF_RECORD = 16 * 1024;

    /** What the server adds to a record, about. */
    private static final int RECORD = 100;

    /** Before the lines below a record's first: by these who reads the log knows them from the beginning of a record. */
    private static final String BELOW = System.lineSeparator() + "    ";

    private static final String PREFIX = "org.scriptingsession.script.";

    private final String scriptPath;
    private System.Logger logger;
    private int left = MOST;

    RunLog(String scriptPath) {
        this.scriptPath = scriptPath;
    }

    /** A log of all levels that nobody reads. */
    static RunLog unread() {
        RunLog log = new RunLog("/unread");
        log.logger = new Unread();
        return log;
    }

    boolean shows(Level level) {
        if (logger == null) {
            // most runs write nothing
            logger = System.getLogger(PREFIX + LogText.oneLine(scriptPath.substring(1)));
        }
        return left >= 0 && logger.isLoggable(level);
    }

    /**
     * Writes a record; once it is too much, that this and all that follows was dropped.
     *
     * @param indent before each line
     * @param lines of which each is one, whatever is in it
     */
    void write(Level level, String indent, List<String> lines) {
        if (!shows(level)) {
            return;
        }
        String text = text(indent, lines);
        left -= text.length() + RECORD;
        if (left < 0) {
            logger.log(
                    Level.WARNING,
                    "This run has logged too much (" + MOST + " characters). All that follows is dropped.");
        } else {
            logger.log(level, text);
        }
    }

    private static String text(String indent, List<String> lines) {
        StringBuilder text = new StringBuilder();
        String between = "";
        for (String line : lines) {
            if (text.length() > MOST_OF_RECORD) {
                return text.append(between).append("...").toString();
            }
            text.append(between).append(indent).append(LogText.oneLine(line));
            between = BELOW;
        }
        return text.toString();
    }

    private static final class Unread implements System.Logger {
        @Override
        public String getName() {
            return PREFIX + "unread";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
            // nobody reads it
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String format, Object... arguments) {
            // nobody reads it
        }
    }
}
