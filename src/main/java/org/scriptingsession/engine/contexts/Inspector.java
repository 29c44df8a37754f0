// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import com.oracle.truffle.api.interop.InteropException;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.graalvm.polyglot.Engine;
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

    private static final String LOOPBACK = "127.0.0.1";

    private Inspector() {}

    /**
     * Makes sure that the inspector can listen, before the first engine: for a port that is taken its library would wait
     * forever.
     *
     * @throws org.scriptingsession.api.ScriptingException with what to do
     */
    static void requirePort(int port) {
        try (ServerSocket free = new ServerSocket()) {
            free.bind(new InetSocketAddress(LOOPBACK, port));
        } catch (IOException taken) {
            throw Mistake.INSPECTOR_FAILED.because(taken, port, taken.getMessage());
        }
    }

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
        }
    }

    /** Whether a thread's script stands at a breakpoint. */
    static boolean holds(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(STOPPED)
                        && frame.getMethodName().equals("notifyCallback"));
    }

    /**
     * Lets all scripts go on that stand at a breakpoint, and closes the port. To be called before the engine is closed, which
     * would wait for who debugs them.
     */
    static void close(Engine engine) {
        try {
            TruffleObject inspector = engine.getInstruments().get("inspect").lookup(TruffleObject.class);
            InteropLibrary.getUncached().invokeMember(inspector, "close");
        } catch (InteropException | RuntimeException | LinkageError e) {
            LOGGER.log(Level.WARNING, "the inspector could not be closed", e);
        }
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
