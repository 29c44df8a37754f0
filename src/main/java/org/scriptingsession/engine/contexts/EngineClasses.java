// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.impl.DefaultTruffleRuntime;
import com.oracle.truffle.js.lang.JavaScriptLanguage;
import com.oracle.truffle.regex.RegexLanguage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import org.graalvm.shadowed.com.ibm.icu.util.ULocale;
import org.scriptingsession.engine.modules.EngineInternals;

/**
 * Initializes the engine's classes. The engine does it when a script first needs one, and a script may need it where its
 * recursion has used up the stack: a class whose initialization fails is broken for all scripts until the server starts again.
 *
 * <p>That takes a second or more of one processor, so it begins when the container has the application's classes, in a thread of
 * its own, beside what the container does then. No engine may be made meanwhile: two threads that initialize classes which need
 * each other would wait for each other.
 */
public final class EngineClasses {
    private static final FutureTask<Void> INITIALIZATION = new FutureTask<>(EngineClasses::initializeAll, null);

    private static final String CLASS = ".class";

    /** What a class file says that has something to initialize. */
    private static final String INITIALIZER = "<clinit>";

    /** Not used unless counters are switched on. Its initialization adds a hook for the JVM's end, which holds all classes. */
    private static final String HOOKED = "/DebugCounter$DebugCounterImpl.class";

    private EngineClasses() {}

    /** Begins, and returns at once. The thread ends by itself, and a deployment that is refused does not have to wait for it. */
    public static void begin() {
        Thread thread = new Thread(INITIALIZATION, EngineClasses.class.getName());
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns when all are initialized; to be called before anything else of the engine is touched. */
    public static void initialize() {
        INITIALIZATION.run();
        try {
            INITIALIZATION.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The engine's classes cannot be initialized", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the engine's classes were initialized", e);
        }
    }

    /** Whether scripts become machine code in this JVM; in others they are interpreted. */
    public static boolean compileScripts() {
        return !(Truffle.getRuntime() instanceof DefaultTruffleRuntime);
    }

    private static void initializeAll() {
        EngineInternals.lookUp();
        EngineRemains.forgo();
        for (Class<?> one :
                new Class<?>[] {TruffleLanguage.class, JavaScriptLanguage.class, RegexLanguage.class, ULocale.class}) {
            URL jar = one.getProtectionDomain().getCodeSource().getLocation();
            try (InputStream in = fileOf(jar).openStream();
                    // what WildFly gives is one, but not the bytes of one
                    JarInputStream entries = in instanceof JarInputStream open ? open : new JarInputStream(in)) {
                initialize(entries, one.getClassLoader());
            } catch (IOException e) {
                throw new UncheckedIOException("The engine's " + jar + " cannot be read", e);
            }
        }
    }

    /** A module of WildFly has {@code jar:file:...!/}, which names no entry of the file. */
    private static URL fileOf(URL jar) throws IOException {
        return jar.openConnection() instanceof JarURLConnection entry ? entry.getJarFileURL() : jar;
    }

    private static void initialize(JarInputStream jar, ClassLoader loader) throws IOException {
        for (JarEntry entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
            String file = entry.getName();
            if (!file.endsWith(CLASS) || file.startsWith("META-INF/") || file.endsWith(HOOKED)) {
                continue;
            }
            if (new String(jar.readAllBytes(), StandardCharsets.ISO_8859_1).contains(INITIALIZER)) {
                String name = file.substring(0, file.length() - CLASS.length()).replace('/', '.');
                try {
                    Class.forName(name, true, loader);
                } catch (ClassNotFoundException | LinkageError | InternalError | AssertionError notForThisJvm) {
                    System.getLogger(EngineClasses.class.getName())
                            .log(System.Logger.Level.DEBUG, name + " is not used in this JVM", notForThisJvm);
                }
            }
        }
    }
}
