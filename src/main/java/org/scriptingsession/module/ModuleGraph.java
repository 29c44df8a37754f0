// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.module;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
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
    private final ModuleExports exports;
    private boolean cyclic;

    private ModuleGraph(ScriptModule entry) {
        this.entry = entry;
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
        ModuleGraph graph = new ModuleGraph(entry);
        graph.visit(entry, modules, new ArrayList<>());
        graph.modules.values().forEach(graph::checkImportedNames);
        return graph;
    }

    /** The script that is run. */
    public ScriptModule entry() {
        return entry;
    }

    /** All scripts of the graph, dependencies first, the entry last. */
    public List<ScriptModule> modules() {
        return List.copyOf(modules.values());
    }

    /** The script at a path, if it belongs to the graph. */
    public Optional<ScriptModule> at(String path) {
        return Optional.ofNullable(modules.get(path));
    }

    /** The names a script of the graph exports, those of {@code export *} included. */
    public SortedSet<String> exportsOf(ScriptModule module) {
        return new TreeSet<>(exports.namesOf(module));
    }

    /** Whether a module imports, directly or not, one that imports it. */
    public boolean isCyclic() {
        return cyclic;
    }

    private void visit(ScriptModule module, Function<String, Optional<ScriptModule>> found, List<String> ancestors) {
        ancestors.add(module.path());
        for (Import request : module.imports()) {
            String path = resolve(module, request);
            if (ancestors.contains(path)) {
                cyclic = true;
            } else if (SdkModules.at(path) == null && !modules.containsKey(path)) {
                visit(found.apply(path).orElseThrow(() -> notFound(module, request, path)), found, ancestors);
            }
        }
        ancestors.remove(ancestors.size() - 1);
        modules.put(module.path(), module);
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
