// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.sdk;

import java.lang.System.Logger.Level;
import org.scriptingsession.error.LogText;

/** What one run writes into the server's log, under a logger named after its script: a bounded part of the disk. */
final class RunLog {
    static final int MOST = 1 << 20;

    /** What the server adds to a line, about. */
    private static final int LINE = 100;

    private static final String PREFIX = "org.scriptingsession.script.";

    private final String scriptPath;
    private int left = MOST;

    RunLog(String scriptPath) {
        this.scriptPath = scriptPath;
    }

    /** Writes a line; once it is too much, that this and all that follows was dropped. */
    void write(Level level, String text) {
        System.Logger logger = System.getLogger(PREFIX + LogText.oneLine(scriptPath.substring(1)));
        if (left < 0 || !logger.isLoggable(level)) {
            return;
        }
        String line = LogText.oneLine(text);
        left -= line.length() + LINE;
        if (left < 0) {
            logger.log(
                    Level.WARNING,
                    "This run has logged too much (" + MOST + " characters). All that follows is dropped.");
        } else {
            logger.log(level, line);
        }
    }
}
