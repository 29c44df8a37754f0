// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.modules;

import com.oracle.js.parser.ir.Module.ModuleRequest;
import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.js.lang.JavaScriptLanguage;
import com.oracle.truffle.js.runtime.Errors;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.objects.AbstractModuleRecord;
import com.oracle.truffle.js.runtime.objects.JSModuleData;
import com.oracle.truffle.js.runtime.objects.JSModuleLoader;
import com.oracle.truffle.js.runtime.objects.JSModuleRecord;
import com.oracle.truffle.js.runtime.objects.ScriptOrModule;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import org.graalvm.polyglot.Context;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.engine.values.StackReserve;
import org.scriptingsession.error.Mistake;

/**
 * Gives one context its modules: the product's, which stay, and for the length of a run those of a program. The loader is the
 * host hook HostLoadImportedModule (ECMA-262, 16.2.1.9) and the module map, which the standard leaves to the host.
 *
 * <p>The engine's own loader keeps a module record for the context's life, so that an imported script would carry its
 * variables from request to request; and it asks a file system at every import. This loader takes its place.
 */
public final class ModuleLoader implements JSModuleLoader {
    private final JSRealm realm;
    private final Map<String, AbstractModuleRecord> lasting = new HashMap<>();
    private final Map<String, AbstractModuleRecord> records = new HashMap<>();

    /** Weak, so that what was parsed of a changed script goes with it. */
    private final Map<ScriptModule, JSModuleData> parsed = new WeakHashMap<>();

    private final Program product;
    private Program program;
    private Runnable beforeWaiting = () -> {};

    private ModuleLoader(JSRealm realm, Program product) {
        this.realm = realm;
        this.product = product;
        this.program = product;
    }

    /**
     * Installs a loader in an entered context that has not imported anything.
     *
     * @param product has the modules that there are while no script is run
     */
    public static ModuleLoader in(Context context, Program product) {
        JSRealm realm = JavaScriptLanguage.getJSRealm(context);
        ModuleLoader loader = new ModuleLoader(realm, product);
        EngineInternals.setModuleLoader(realm, loader);
        return loader;
    }

    /** What is loaded now, the product's modules, stays for all runs. */
    public void keep() {
        lasting.putAll(records);
        records.clear();
    }

    /**
     * From now on the modules of this program are there, beside the product's.
     *
     * @param before done before a module is loaded while the program runs: it may have to be read and parsed
     */
    void serve(Program served, Runnable before) {
        program = served;
        beforeWaiting = before;
    }

    void forget() {
        program = product;
        beforeWaiting = () -> {};
        records.clear();
    }

    JSRealm realm() {
        return realm;
    }

    /** Makes the records of the whole program, ready to be linked; returns the entry's. */
    JSModuleRecord instantiate() {
        for (ScriptModule module : program.modules()) {
            records.put(module.path(), new JSModuleRecord(data(module), this));
        }
        for (ScriptModule module : program.modules()) {
            join((JSModuleRecord) records.get(module.path()), module);
        }
        return (JSModuleRecord) records.get(program.entry().path());
    }

    private void join(JSModuleRecord record, ScriptModule module) {
        for (ModuleRequest request : record.getRequestedModules()) {
            String specifier = request.specifier().toJavaStringUncached();
            record.addLoadedModule(realm, request, record(program.linked(module, specifier)));
        }
        record.setUnlinked();
    }

    /** The entry of what the product itself evaluates, whose record the engine has made. */
    @Override
    public AbstractModuleRecord addLoadedModule(ModuleRequest request, AbstractModuleRecord entry) {
        records.put(entry.getSource().getName(), entry);
        return entry;
    }

    /** @throws com.oracle.truffle.js.runtime.JSException a TypeError of the context for what cannot be imported */
    @Override
    public AbstractModuleRecord resolveImportedModule(ScriptOrModule referrer, ModuleRequest request) {
        String specifier = request.specifier().toJavaStringUncached();
        boolean json = ModuleParser.isOfJson(
                request,
                () -> Errors.createTypeError("The import of \"" + specifier
                        + "\" has attributes that are not known: there is type, with the value json."));
        if (StackReserve.isThere()) {
            beforeWaiting.run();
        }
        return record(target(referrer == null ? "" : referrer.getSource().getName(), specifier, json));
    }

    private ScriptModule target(String importer, String specifier, boolean json) {
        try {
            return program.imported(importer, specifier, json);
        } catch (ScriptingException refused) {
            if (Mistake.of(refused) == Mistake.SYNTAX_ERROR) {
                throw Errors.createSyntaxError(refused.getMessage());
            }
            throw Errors.createTypeError(refused.getMessage());
        }
    }

    private AbstractModuleRecord record(ScriptModule module) {
        AbstractModuleRecord known = lasting.get(module.path());
        return known == null
                ? records.computeIfAbsent(module.path(), path -> new JSModuleRecord(data(module), this))
                : known;
    }

    private JSModuleData data(ScriptModule module) {
        return parsed.computeIfAbsent(module, this::parse);
    }

    private JSModuleData parse(ScriptModule module) {
        Source source = Source.newBuilder(JavaScriptLanguage.ID, module.text(), module.path())
                .mimeType(JavaScriptLanguage.MODULE_MIME_TYPE)
                .uri(ScriptModule.uriOf(module.path()))
                .build();
        return realm.getContext().getEvaluator().envParseModule(realm, source);
    }
}
