// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.module;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.scriptingsession.error.ScriptingMessages;
import org.scriptingsession.module.ScriptModule.Import;

/**
 * A script with all it imports, read at one moment and immutable: a request runs one state of the files or another, never a
 * mixture.
 */
public final class ModuleGraph {
    private final ScriptModule entry;
    private final Map<String, ScriptModule> modules = new LinkedHashMap<>();
    private final Function<String, Optional<ScriptModule>> others;
    private final ModuleExports exports;
    private boolean mayPend;

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
        graph.modules.values().forEach(graph::checkImportedNames);
        return graph;
    }

    /** The script that is run. */
    public ScriptModule entry() {
        return entry;
    }

    /** All scripts of the graph, dependencies first, the entry last. */
    public Collection<ScriptModule> modules() {
        return Collections.unmodifiableCollection(modules.values());
    }

    /**
     * The script at a path: of the graph, else, for {@code import()} of what only the running script knows, as its file is
     * now.
     */
    Optional<ScriptModule> find(String path) {
        ScriptModule module = modules.get(path);
        return module == null ? others.apply(path) : Optional.of(module);
    }

    /**
     * Whether the script must be run by {@code import()}: a top-level await may leave its evaluation pending, and in a cycle
     * the script itself is imported, which must give the one instance that is run.
     */
    public boolean mayPend() {
        return mayPend;
    }

    private void visit(ScriptModule module, List<String> ancestors) {
        ancestors.add(module.path());
        for (Import request : module.imports()) {
            String path = resolve(module, request);
            if (ancestors.contains(path)) {
                mayPend = true;
            } else if (SdkModules.at(path) == null && !modules.containsKey(path)) {
                visit(others.apply(path).orElseThrow(() -> notFound(module, request, path)), ancestors);
            }
        }
        ancestors.remove(ancestors.size() - 1);
        modules.put(module.path(), module);
        mayPend |= module.awaits();
    }

    private void checkImportedNames(ScriptModule module) {
        for (Import request : module.imports()) {
            ScriptModule target = target(module, request.specifier());
            for (String name : request.names()) {
                if (!exports.has(target, name)) {
                    throw ScriptingMessages.exportNotFound(location(module, request), name, request.specifier());
                }
            }
        }
    }

    private ScriptModule target(ScriptModule importer, String specifier) {
        Optional<String> sdk = SdkModules.resolve(specifier);
        return sdk.isPresent() ? SdkModules.at(sdk.get()) : modules.get(ScriptPath.resolve(importer.path(), specifier));
    }

    private static String resolve(ScriptModule importer, Import request) {
        String specifier = request.specifier();
        Optional<String> sdk = SdkModules.resolve(specifier);
        if (sdk.isPresent()) {
            return sdk.get();
        }
        String path = specifier.startsWith("./") || specifier.startsWith("../")
                ? ScriptPath.resolve(importer.path(), specifier)
                : null;
        if (path == null) {
            throw ScriptingMessages.importRefused(location(importer, request), specifier);
        }
        return path;
    }

    private static RuntimeException notFound(ScriptModule importer, Import request, String path) {
        return ScriptingMessages.importNotFound(location(importer, request), request.specifier(), path.substring(1));
    }

    private static String location(ScriptModule module, Import request) {
        return ModuleParser.location(module.path(), request.line(), request.column());
    }
}
