// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.context;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.scriptingsession.module.HostBridge;
import org.scriptingsession.module.ModuleFileSystem;
import org.scriptingsession.module.ScriptModule;
import org.scriptingsession.module.SdkModules;

/** A hardened polyglot context: what can be changed in it is gone when {@link #forget} returns. */
final class ScriptContext {
    private static final Source WARM_UP = ScriptModule.sourceOf("/sdk:/warm-up", SdkModules.text("warm-up.mjs"));

    private final Context polyglot;
    private final HostBridge bridge;
    private final ModuleFileSystem files;
    private final Value importer;
    private final Value reset;
    private final ModuleMap modules;
    private final int heapAlarms;
    private int runs;

    /**
     * @param importer a guest function (path, settled) that imports and evaluates a module and gives settled() a function that
     *     returns or throws as the evaluation did
     * @param heapAlarms how often the heap had been nearly full when it was made
     * @param reset a guest function that empties the registry of {@code Symbol.for}
     */
    ScriptContext(
            Context polyglot,
            HostBridge bridge,
            ModuleFileSystem files,
            Value importer,
            Value reset,
            ModuleMap modules,
            int heapAlarms) {
        this.polyglot = polyglot;
        this.bridge = bridge;
        this.files = files;
        this.importer = importer;
        this.reset = reset;
        this.modules = modules;
        this.heapAlarms = heapAlarms;
    }

    Context polyglot() {
        return polyglot;
    }

    HostBridge bridge() {
        return bridge;
    }

    ModuleFileSystem files() {
        return files;
    }

    Value importer() {
        return importer;
    }

    /** How often the heap had been nearly full when it was made. */
    int heapAlarms() {
        return heapAlarms;
    }

    /** Goes once through all that a run goes through, so that the first one does not pay for it. */
    void warm() {
        polyglot.eval(WARM_UP);
        forget();
    }

    /** How many runs it has served. */
    int runs() {
        return runs;
    }

    /** Drops what the run before has left: imported modules, registered symbols, and the way to its session. */
    void forget() {
        runs++;
        bridge.serveNone();
        files.serveNone();
        modules.forgetScripts();
        reset.executeVoid();
    }

    void close() {
        polyglot.close(true);
    }
}
