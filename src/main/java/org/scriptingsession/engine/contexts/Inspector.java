// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.scriptingsession.error.LogText;
import org.scriptingsession.error.Mistake;

/**
 * The engine's debugger, by the Chrome DevTools protocol, where {@code scripting.inspect} asks for it. It is a library that
 * developers add; without the setting nothing of it is used.
 */
final class Inspector {
    private static final System.Logger LOGGER = System.getLogger(Inspector.class.getName());

    /** The engine's, which calls the inspector when a script has come to a breakpoint, and goes on when that returns. */
    private static final String STOPPED = "com.oracle.truffle.api.debug.DebuggerSession";

    private Inspector() {}

    /** Makes an engine that the inspector listens for, on the loopback address. */
    static Engine open(Engine.Builder builder, int port) {
        Announcement announcement = new Announcement();
        try {
            return builder.allowExperimentalOptions(true)
                    .option("inspect", String.valueOf(port))
                    // a request that nobody debugs runs on
                    .option("inspect.Suspend", "false")
                    .err(announcement)
                    .build();
        } catch (IllegalArgumentException noSuchOption) {
            throw Mistake.INSPECTOR_MISSING.because(noSuchOption);
        } catch (PolyglotException refused) {
            throw Mistake.INSPECTOR_FAILED.because(refused, port, refused.getMessage());
        }
    }

    /** Whether a thread's script stands at a breakpoint. */
    static boolean holds(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(STOPPED)
                        && frame.getMethodName().equals("notifyCallback"));
    }

    /** What the inspector says of the address that it listens at, which has a secret in it, goes to the log. */
    private static final class Announcement extends OutputStream {
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        @Override
        public synchronized void write(int next) {
            if (next != '\n') {
                line.write(next);
            } else if (line.size() > 0) {
                LOGGER.log(Level.INFO, LogText.oneLine(line.toString(StandardCharsets.UTF_8)));
                line.reset();
            }
        }
    }
}
