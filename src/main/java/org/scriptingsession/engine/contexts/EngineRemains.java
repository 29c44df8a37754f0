// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import com.oracle.truffle.api.TruffleSafepoint;
import java.lang.System.Logger.Level;
import java.lang.ref.Reference;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import org.graalvm.polyglot.Engine;

/**
 * What an engine would leave in the JVM of a server that undeploys the application, and which would hold all classes of the
 * application: a hook for the JVM's end, and a value in each of the server's threads that ran a script.
 */
final class EngineRemains {
    private static final System.Logger LOGGER = System.getLogger(EngineRemains.class.getName());

    /** What the engine does when its native library is loaded already: by another application of the server, or before. */
    private static final String LIBRARY_TAKEN = "polyglotimpl.AttachLibraryFailureAction";

    private EngineRemains() {}

    /**
     * To be called before anything of the engine is initialized; a second call does no harm. The hook would close engines, which
     * an application does at its own end; of several applications one has the native library, which the others do not need and
     * would warn of in eight lines.
     */
    static void forgo() {
        if (System.getProperty(LIBRARY_TAKEN) == null) {
            System.setProperty(LIBRARY_TAKEN, "ignore");
        }
        try {
            field(Engine.class, "shutdownHookInitialized").setBoolean(null, true);
        } catch (ReflectiveOperationException | RuntimeException e) {
            warn(e);
        }
    }

    /** To be called when no engine is left: one that lives would not reach its threads any more. */
    static void leaveThreads() {
        if (Engine.class.getClassLoader() != EngineRemains.class.getClassLoader()) {
            // an engine that several applications share stays
            return;
        }
        try {
            Field locals = field(Thread.class, "threadLocals");
            Field table = field(locals.getType(), "table");
            Field value = field(table.getType().getComponentType(), "value");
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                Object map = locals.get(thread);
                if (map != null) {
                    forget(table.get(map), value);
                }
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            warn(e);
        }
    }

    /** Its thread may be using the table meanwhile; an entry that is cleared is to it as after a collection of garbage. */
    private static void forget(Object table, Field value) throws IllegalAccessException {
        for (int i = 0; i < Array.getLength(table); i++) {
            Object entry = Array.get(table, i);
            Object kept = entry == null ? null : value.get(entry);
            if (kept instanceof TruffleSafepoint) {
                ((Reference<?>) entry).clear();
                value.set(entry, null);
            }
        }
    }

    private static Field field(Class<?> type, String name) throws NoSuchFieldException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    private static void warn(Exception reason) {
        LOGGER.log(
                Level.WARNING,
                "When this application is undeployed its classes stay in memory. Start the server's JVM with"
                        + " --add-opens java.base/java.lang=ALL-UNNAMED.",
                reason);
    }
}
