// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.module;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.engine.modules.ModuleParser;
import org.scriptingsession.engine.modules.ScriptModule;
import org.scriptingsession.engine.modules.ScriptModule.Binding;
import org.scriptingsession.engine.modules.ScriptModule.Import;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.value.JsonText;

/**
 * What of a graph is evaluated: of packages that say {@code "sideEffects": false} in their {@code package.json}, as bundlers read
 * it, what is used. Their authors promise that evaluating a module is of use to those alone who import something of it.
 *
 * <p>Such a package's index passes on what hundreds of modules export. A module that imports two names of an index is linked to
 * an index of these two names, which imports nothing else. A narrowed index has no code and no variables, so scripts cannot tell
 * it from the file. Who imports the whole namespace, or calls {@code import()}, gets the file.
 */
final class TreeShaking {
    private static final String PACKAGE = "package.json";
    private static final String SIDE_EFFECTS = "sideEffects";

    private final Map<ScriptModule, Map<String, ScriptModule>> targets;
    private final ModuleExports exports;
    private final Function<String, Optional<ScriptModule>> files;
    private final Map<String, Boolean> free = new HashMap<>();
    private final Map<ScriptModule, Boolean> circular = new HashMap<>();
    private final Map<List<Object>, ScriptModule> narrowed = new HashMap<>();
    private final Set<ScriptModule> visited = new HashSet<>();
    private final Map<String, ScriptModule> evaluated = new LinkedHashMap<>();
    private final Map<ScriptModule, Map<String, ScriptModule>> links = new HashMap<>();

    private TreeShaking(
            Map<ScriptModule, Map<String, ScriptModule>> targets,
            ModuleExports exports,
            Function<String, Optional<ScriptModule>> files) {
        this.targets = new HashMap<>(targets);
        this.exports = exports;
        this.files = files;
    }

    /**
     * @param entry evaluated with all that it needs
     * @param targets what each import of the graph's modules means
     * @param files finds a file by its path
     */
    static TreeShaking of(
            ScriptModule entry,
            Map<ScriptModule, Map<String, ScriptModule>> targets,
            ModuleExports exports,
            Function<String, Optional<ScriptModule>> files) {
        TreeShaking shaken = new TreeShaking(targets, exports, files);
        shaken.visit(entry);
        return shaken;
    }

    /** Dependencies first, the entry last. */
    Collection<ScriptModule> evaluated() {
        return Collections.unmodifiableCollection(evaluated.values());
    }

    /** What a module that is evaluated is linked to. */
    ScriptModule linked(ScriptModule importer, String specifier) {
        return links.get(importer).get(specifier);
    }

    private void visit(ScriptModule module) {
        if (!targets.containsKey(module) || !visited.add(module)) {
            return;
        }
        Map<String, ScriptModule> linked = new HashMap<>();
        links.put(module, linked);
        for (Import request : module.imports()) {
            ScriptModule target = targets.get(module).get(request.specifier());
            ScriptModule used = isNarrowable(target, request) ? narrow(target, request.names()) : target;
            linked.put(request.specifier(), used);
            visit(used);
        }
        evaluated.put(module.path(), module);
    }

    private boolean isNarrowable(ScriptModule target, Import request) {
        return target.exports().areAll()
                && !request.whole()
                && !request.names().isEmpty()
                && targets.containsKey(target)
                && isFree(target)
                && !isCircular(target);
    }

    /** In a circle the index decides which module comes first, and one that comes too early finds the other's classes missing. */
    private boolean isCircular(ScriptModule module) {
        Boolean known = circular.putIfAbsent(module, true);
        if (known == null) {
            known = targets.getOrDefault(module, Map.of()).values().stream()
                    .map(this::isCircular)
                    .reduce(false, Boolean::logicalOr);
            circular.put(module, known);
        }
        return known;
    }

    private ScriptModule narrow(ScriptModule index, List<String> names) {
        List<Object> key = List.of(index, names);
        ScriptModule known = narrowed.get(key);
        if (known == null) {
            // no script has such a path: their names end in .mjs or .js
            known = ModuleParser.parse(index.path() + "#" + narrowed.size(), text(index, names));
            narrowed.put(key, known);
            targets.put(known, targets.get(index));
        }
        return known;
    }

    private String text(ScriptModule index, List<String> names) {
        Map<String, Map<String, Binding>> ways = new HashMap<>();
        for (String name : names) {
            Binding way = exports.way(index, name);
            ways.computeIfAbsent(way.specifier(), specifier -> new LinkedHashMap<>())
                    .put(name, way);
        }
        StringBuilder text = new StringBuilder();
        for (Import request : index.imports()) {
            String from = JsonText.of(request.specifier()) + (request.json() ? " with { type: \"json\" };\n" : ";\n");
            Map<String, Binding> passedOn = ways.get(request.specifier());
            if (passedOn != null) {
                passedOn.forEach((name, way) -> text.append("export ")
                        .append(way.name() == null ? "* as " : "{ " + JsonText.of(way.name()) + " as ")
                        .append(JsonText.of(name))
                        .append(way.name() == null ? " from " : " } from ")
                        .append(from));
            } else if (!isFree(targets.get(index).get(request.specifier()))) {
                text.append("import ").append(from);
            }
        }
        return text.toString();
    }

    /** Whether the package that the module belongs to promises that its modules have no side effects. */
    private boolean isFree(ScriptModule module) {
        String path = module.path();
        return targets.containsKey(module) && isFree(path.substring(0, path.lastIndexOf('/') + 1));
    }

    /** The nearest {@code package.json} counts, as for Node. */
    private boolean isFree(String folder) {
        Boolean known = free.get(folder);
        if (known == null) {
            Optional<String> manifest = manifest(folder);
            known = manifest.isPresent()
                    ? promises(manifest.get())
                    : folder.length() > 1
                            && isFree(folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1));
            free.put(folder, known);
        }
        return known;
    }

    private Optional<String> manifest(String folder) {
        try {
            return files.apply(folder + PACKAGE).flatMap(ScriptModule::json);
        } catch (ScriptingException e) {
            if (Mistake.of(e) != Mistake.SYNTAX_ERROR && Mistake.of(e) != Mistake.UNREADABLE) {
                throw e;
            }
            // nobody imports the file: to scripts its mistakes are not there, and it promises nothing
            return Optional.of("{}");
        }
    }

    private static boolean promises(String manifest) {
        try (var reader = JsonText.JSON.createReader(new StringReader(manifest))) {
            return reader.readValue() instanceof JsonObject members && members.get(SIDE_EFFECTS) == JsonValue.FALSE;
        }
    }
}
