// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.module;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.engine.modules.ModuleParser;
import org.scriptingsession.engine.modules.Program;
import org.scriptingsession.engine.modules.ScriptModule;
import org.scriptingsession.engine.modules.ScriptModule.Import;
import org.scriptingsession.error.Mistake;

/**
 * A script with all it imports, read at one moment and immutable: a request runs one state of the files or another, never a
 * mixture.
 */
public final class ModuleGraph implements Program {
    private static final String ACCESS = "access";
    private static final String CORS = "cors";

    private final ScriptModule entry;
    private final Map<String, ScriptModule> modules = new LinkedHashMap<>();
    private final Map<ScriptModule, Map<String, ScriptModule>> targets = new HashMap<>();
    private final Specifiers specifiers;
    private final Function<String, Optional<ScriptModule>> others;
    private final ModuleExports exports;
    private final Set<String> declared = new HashSet<>();
    private TreeShaking shaken;

    private ModuleGraph(ScriptModule entry, ProductModules product, Function<String, Optional<ScriptModule>> others) {
        this.entry = entry;
        this.specifiers = new Specifiers(product, others);
        this.others = others;
        this.exports = new ModuleExports(this::target);
    }

    /**
     * Follows the imports of a script.
     *
     * @param entry the script
     * @param product the modules that are no scripts
     * @param modules finds a script, JSON file or import map by its path; empty when there is none
     * @throws org.scriptingsession.api.ScriptingException for an import that is refused, not found, or of a name that
     *     is not exported
     */
    public static ModuleGraph of(
            ScriptModule entry, ProductModules product, Function<String, Optional<ScriptModule>> modules) {
        ModuleGraph graph = new ModuleGraph(entry, product, modules);
        graph.visit(entry, new ArrayList<>());
        graph.modules.values().forEach(graph::link);
        graph.shaken = TreeShaking.of(entry, graph.targets, graph.exports, modules);
        Stream.of(ACCESS, CORS).filter(name -> graph.exports.has(entry, name)).forEach(graph.declared::add);
        return graph;
    }

    @Override
    public ScriptModule entry() {
        return entry;
    }

    /**
     * The roles of which one suffices to run the script by its URL, as it says itself:
     * {@code export const access = { roles: ["manager"] };}. {@code **} is any user who is logged in (Servlet 6.0, 13.8); no
     * role admits nobody.
     *
     * @return empty when the script says nothing: then everybody may
     * @throws org.scriptingsession.api.ScriptingException when it exports an {@code access} that cannot be read without
     *     running it: then nobody may
     */
    public Optional<List<String>> access() {
        return declared(ACCESS, ModuleGraph::roles, Mistake.ACCESS_NOT_READABLE);
    }

    /**
     * From which other origins the script may be called, as it says itself.
     *
     * @return empty when the script says nothing
     * @throws org.scriptingsession.api.ScriptingException when it exports a {@code cors} that cannot be read without running it
     */
    public Optional<CrossOrigin> crossOrigin() {
        return declared(CORS, CrossOrigin::of, Mistake.CORS_NOT_READABLE);
    }

    private <T> Optional<T> declared(String name, Function<Object, Optional<T>> reading, Mistake unreadable) {
        if (!declared.contains(name)) {
            return Optional.empty();
        }
        Optional<T> read = entry.declaration(name).flatMap(reading);
        if (read.isEmpty()) {
            throw unreadable.with(ModuleParser.location(entry.path(), 1, 1));
        }
        return read;
    }

    private static Optional<List<String>> roles(Object declared) {
        if (!(declared instanceof Map<?, ?> object)
                || object.size() != 1
                || !(object.get("roles") instanceof List<?> list)
                || !list.stream().allMatch(String.class::isInstance)) {
            return Optional.empty();
        }
        return Optional.of(list.stream().map(String.class::cast).toList());
    }

    /**
     * Makes sure that a component may call what the script exports.
     *
     * @throws org.scriptingsession.api.ScriptingException when it exports nothing of the name
     */
    public void requireExport(String name) {
        if (!exports.has(entry, name)) {
            throw Mistake.CALLED_EXPORT_NOT_FOUND.with(
                    entry.name(), name, NearestNames.of(name, entry.exports().local()));
        }
    }

    @Override
    public Collection<ScriptModule> modules() {
        return shaken.evaluated();
    }

    @Override
    public ScriptModule linked(ScriptModule importer, String specifier) {
        return shaken.linked(importer, specifier);
    }

    /**
     * What a specifier means to a module: of the graph, else, for {@code import()} of what only the running script knows, what
     * is found where the graph's own modules were.
     *
     * @param importer code from a string imports relative to the scripts' root
     */
    @Override
    public ScriptModule imported(String importer, String specifier, boolean json) {
        ScriptModule from = modules.get(importer);
        ScriptModule known = from == null ? null : targets.get(from).get(specifier);
        ScriptModule target = known == null ? find(importer.startsWith("/") ? importer : "/", specifier, json) : known;
        Specifiers.checkType(target.path(), specifier, json, "import()");
        return target;
    }

    private void visit(ScriptModule module, List<String> ancestors) {
        ancestors.add(module.path());
        for (Import request : module.imports()) {
            String location = location(module, request);
            String path = specifiers.resolve(module.path(), request.specifier(), location);
            Specifiers.checkType(path, request.specifier(), request.json(), location);
            if (!ancestors.contains(path) && specifiers.product(path) == null && !modules.containsKey(path)) {
                visit(other(path, request.specifier(), location), ancestors);
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
                    throw notExported(target, name, request.specifier(), location(module, request));
                }
            }
        }
    }

    private ScriptModule target(ScriptModule importer, String specifier) {
        return known(specifiers.resolve(importer.path(), specifier, importer.path()));
    }

    private ScriptModule find(String importer, String specifier, boolean json) {
        String path = specifiers.resolve(importer, specifier, "import()");
        Specifiers.checkType(path, specifier, json, "import()");
        ScriptModule module = known(path);
        return module == null ? other(path, specifier, "import()") : module;
    }

    private ScriptModule known(String path) {
        ScriptModule known = specifiers.product(path);
        return known == null ? modules.get(path) : known;
    }

    private ScriptModule other(String path, String specifier, String location) {
        return others.apply(path)
                .orElseThrow(() -> Mistake.IMPORT_NOT_FOUND.with(location, specifier, path.substring(1)));
    }

    private static ScriptingException notExported(ScriptModule target, String name, String specifier, String location) {
        return ProductModules.isBean(specifier)
                ? Mistake.BEAN_EXPORT_NOT_FOUND.with(
                        location,
                        '"' + name + "\" of " + specifier,
                        NearestNames.of(name, target.exports().local()))
                : Mistake.EXPORT_NOT_FOUND.with(location, name, specifier);
    }

    private static String location(ScriptModule module, Import request) {
        return ModuleParser.location(module.path(), request.line(), request.column());
    }
}
