// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.module;

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
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import org.graalvm.polyglot.Context;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.error.ScriptSyntaxException;

/**
 * Gives one context its modules: the product's, which stay, and for the length of a run those of the script's graph. It is
 * the host hook HostLoadImportedModule (ECMA-262, 16.2.1.9) and the module map, which the standard leaves to the host.
 *
 * <p>The engine's own loader keeps a module record for the context's life, so that an imported script would carry its
 * variables from request to request, and asks a file system at every import. The engine has no public way to set another:
 * this puts itself into a field by reflection. The version of GraalJS is pinned, and a context in which the field is not found
 * is not made, so that another version stops the deployment instead of leaking.
 */
public final class ModuleLoader implements JSModuleLoader {
    private static final Field PLACE = place();

    private final JSRealm realm;
    private final Map<String, AbstractModuleRecord> lasting = new HashMap<>();
    private final Map<String, AbstractModuleRecord> records = new HashMap<>();

    /** Weak, so that what was parsed of a changed script goes with it. */
    private final Map<ScriptModule, JSModuleData> parsed = new WeakHashMap<>();

    private ModuleGraph graph;

    private ModuleLoader(JSRealm realm) {
        this.realm = realm;
    }

    /** Installs itself in an entered context that has not imported anything. */
    public static ModuleLoader in(Context context) {
        JSRealm realm = JavaScriptLanguage.getJSRealm(context);
        ModuleLoader loader = new ModuleLoader(realm);
        try {
            PLACE.set(realm, loader);
        } catch (IllegalAccessException e) {
            throw unknownEngine(e);
        }
        return loader;
    }

    /** What is loaded now, the product's modules, stays for all runs. */
    public void keep() {
        lasting.putAll(records);
        records.clear();
    }

    /** From now on the scripts of this graph are there. */
    public void serve(ModuleGraph served) {
        graph = served;
    }

    /** Forgets every module but the product's own. */
    public void forget() {
        graph = null;
        records.clear();
    }

    JSRealm realm() {
        return realm;
    }

    /** Makes the records of the whole graph, ready to be linked; returns the entry's. */
    JSModuleRecord instantiate() {
        for (ScriptModule module : graph.modules()) {
            records.put(module.path(), new JSModuleRecord(data(module), this));
        }
        for (ScriptModule module : graph.modules()) {
            AbstractModuleRecord record = records.get(module.path());
            join((JSModuleRecord) record, module);
        }
        return (JSModuleRecord) records.get(graph.entry().path());
    }

    private void join(JSModuleRecord record, ScriptModule module) {
        for (ModuleRequest request : record.getRequestedModules()) {
            record.addLoadedModule(realm, request, resolveImportedModule(record, request));
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
        if (!request.attributes().isEmpty()) {
            throw Errors.createTypeError(
                    "The import of \"" + specifier + "\" has attributes: scripts are imported without.");
        }
        return record(target(referrer == null ? "" : referrer.getSource().getName(), specifier));
    }

    private ScriptModule target(String importer, String specifier) {
        try {
            ScriptModule target = graph == null ? SdkModules.named(specifier) : graph.imported(importer, specifier);
            if (target == null) {
                throw Errors.createTypeError("No script is run that could import \"" + specifier + "\".");
            }
            return target;
        } catch (ScriptSyntaxException wrong) {
            throw Errors.createSyntaxError(wrong.getMessage());
        } catch (ScriptingException refused) {
            throw Errors.createTypeError(refused.getMessage());
        }
    }

    private AbstractModuleRecord record(ScriptModule module) {
        AbstractModuleRecord known = lasting.get(module.path());
        if (known == null) {
            known = records.get(module.path());
        }
        if (known == null) {
            known = new JSModuleRecord(data(module), this);
            records.put(module.path(), known);
        }
        return known;
    }

    private JSModuleData data(ScriptModule module) {
        JSModuleData data = parsed.get(module);
        if (data == null) {
            Source source = Source.newBuilder(JavaScriptLanguage.ID, module.text(), module.path())
                    .mimeType(JavaScriptLanguage.MODULE_MIME_TYPE)
                    .uri(ScriptModule.uriOf(module.path()))
                    .build();
            data = realm.getContext().getEvaluator().envParseModule(realm, source);
            parsed.put(module, data);
        }
        return data;
    }

    private static Field place() {
        try {
            Field field = JSRealm.class.getDeclaredField("moduleLoader");
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw unknownEngine(e);
        }
    }

    private static IllegalStateException unknownEngine(ReflectiveOperationException e) {
        return new IllegalStateException(
                "This version of GraalJS keeps its module loader in an unknown place. Package the version that the product's"
                        + " pom.xml names.",
                e);
    }
}
