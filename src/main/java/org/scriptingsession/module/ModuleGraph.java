// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.module;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.module.ScriptModule.Import;

/**
 * A script with all it imports, read at one moment and immutable: a request runs one state of the files or another, never a
 * mixture.
 */
public final class ModuleGraph {
    private final ScriptModule entry;
    private final Map<String, ScriptModule> modules = new LinkedHashMap<>();
    private final Map<ScriptModule, Map<String, ScriptModule>> targets = new HashMap<>();
    private final Function<String, Optional<ScriptModule>> others;
    private final ModuleExports exports;

    private ModuleGraph(ScriptModule entry, Function<String, Optional<ScriptModule>> others) {
        this.entry = entry;
        this.others = others;
        this.exports = new ModuleExports(this::target);
    }

    /**
     * Follows the imports of a script.
     *
     * @param entry the script
     * @param modules finds an imported script by its path; empty when there is none
     * @throws org.scriptingsession.error.ScriptFailedException for an import that is refused, not found, or of a name that
     *     is not exported
     */
    public static ModuleGraph of(ScriptModule entry, Function<String, Optional<ScriptModule>> modules) {
        ModuleGraph graph = new ModuleGraph(entry, modules);
        graph.visit(entry, new ArrayList<>());
        graph.modules.values().forEach(graph::link);
        return graph;
    }

    /** The script that is run. */
    public ScriptModule entry() {
        return entry;
    }

    /**
     * Who may run the script by its URL.
     *
     * @throws org.scriptingsession.error.ScriptFailedException when it exports an {@code access} that cannot be read without
     *     running it: then nobody may
     */
    public ScriptAccess access() {
        boolean own = entry.exports().local().contains(AccessDeclaration.NAME);
        if (!own && !exports.has(entry, AccessDeclaration.NAME)) {
            return ScriptAccess.OPEN;
        }
        return entry.access()
                .filter(access -> own)
                .orElseThrow(() -> Mistake.ACCESS_NOT_READABLE.with(ModuleParser.location(entry.path(), 1, 1)));
    }

    /** All scripts of the graph, dependencies first, the entry last. */
    public Collection<ScriptModule> modules() {
        return Collections.unmodifiableCollection(modules.values());
    }

    /**
     * What a specifier means to a module: of the graph, else, for {@code import()} of what only the running script knows, as
     * its file is now.
     *
     * @param importer the module's path; for code from a string some other name: it imports relative to the scripts' root
     * @throws org.scriptingsession.error.ScriptFailedException for an import that is refused, not found, or cannot be parsed
     */
    public ScriptModule imported(String importer, String specifier) {
        ScriptModule from = modules.get(importer);
        ScriptModule known = from == null ? null : targets.get(from).get(specifier);
        return known == null ? find(importer.startsWith("/") ? importer : "/", specifier) : known;
    }

    private void visit(ScriptModule module, List<String> ancestors) {
        ancestors.add(module.path());
        for (Import request : module.imports()) {
            String path = resolve(module.path(), request.specifier(), () -> location(module, request));
            if (!ancestors.contains(path) && SdkModules.at(path) == null && !modules.containsKey(path)) {
                visit(
                        others.apply(path)
                                .orElseThrow(() -> notFound(location(module, request), request.specifier(), path)),
                        ancestors);
            }
        }
        ancestors.remove(ancestors.size() - 1);
        modules.put(module.path(), module);
    }

    private void link(ScriptModule module) {
        Map<String, ScriptModule> targetsOfIt = new HashMap<>();
        targets.put(module, targetsOfIt);
        for (Import request : module.imports()) {
            ScriptModule target = target(module, request.specifier());
            targetsOfIt.put(request.specifier(), target);
            for (String name : request.names()) {
                if (!exports.has(target, name)) {
                    throw Mistake.EXPORT_NOT_FOUND.with(location(module, request), name, request.specifier());
                }
            }
        }
    }

    private ScriptModule target(ScriptModule importer, String specifier) {
        Optional<String> sdk = SdkModules.resolve(specifier);
        return sdk.isPresent() ? SdkModules.at(sdk.get()) : modules.get(ScriptPath.resolve(importer.path(), specifier));
    }

    private ScriptModule find(String importer, String specifier) {
        String path = resolve(importer, specifier, () -> "import()");
        ScriptModule module = SdkModules.at(path);
        if (module == null) {
            module = modules.get(path);
        }
        return module == null ? others.apply(path).orElseThrow(() -> notFound("import()", specifier, path)) : module;
    }

    private static String resolve(String importer, String specifier, Supplier<String> location) {
        Optional<String> sdk = SdkModules.resolve(specifier);
        if (sdk.isPresent()) {
            return sdk.get();
        }
        String path = specifier.startsWith("./") || specifier.startsWith("../")
                ? ScriptPath.resolve(importer, specifier)
                : null;
        if (path == null) {
            throw Mistake.IMPORT_REFUSED.with(location.get(), specifier);
        }
        return path;
    }

    private static RuntimeException notFound(String location, String specifier, String path) {
        return Mistake.IMPORT_NOT_FOUND.with(location, specifier, path.substring(1));
    }

    private static String location(ScriptModule module, Import request) {
        return ModuleParser.location(module.path(), request.line(), request.column());
    }
}
