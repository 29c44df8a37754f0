// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run cannot fill the server's disk. */
class RunLogTest {
    private final Logger logger = Logger.getLogger("org.scriptingsession.script.it/log.mjs");
    private final List<String> lines = new ArrayList<>();
    private final RunLog log = new RunLog("/it/log.mjs");
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getLevel() + " " + line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.setUseParentHandlers(false);
        logger.setLevel(java.util.logging.Level.INFO);
        logger.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(handler);
    }

    @Test
    void linesAreWrittenAsLines() {
        log.write(Level.INFO, "", List.of("a\nforged {0}"));
        log.write(Level.DEBUG, "", List.of("not shown"));

        assertEquals(List.of("INFO a\\nforged {0}"), lines);
    }

    @Test
    void shortAndLongLinesAreBounded() {
        for (String text : List.of("", "x".repeat(1_000_000))) {
            RunLog one = new RunLog("/it/log.mjs");
            lines.clear();
            for (int i = 0; i < 20_000; i++) {
                one.write(Level.INFO, "", List.of(text));
            }

            long written = lines.stream().mapToLong(String::length).sum();
            assertTrue(written < RunLog.MOST, () -> written + " characters");
            assertTrue(lines.size() <= RunLog.MOST / 100 + 1, () -> lines.size() + " lines");
            assertEquals(
                    "WARNING This run has logged too much (1048576 characters). All that follows is dropped.",
                    lines.get(lines.size() - 1));
            assertEquals(
                    1, lines.stream().filter(line -> line.endsWith("dropped.")).count());
        }
    }
}
