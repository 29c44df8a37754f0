// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.script;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.engine.modules.ScriptModule;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.module.ModuleGraph;

/** All scripts of the application: those of the folder first, then those of the WAR. */
@ApplicationScoped
public class ScriptRepository {
    private static final int MOST_READINGS = 5;
    private static final int MOST_GRAPHS = 10_000;

    private final Map<String, ModuleGraph> graphs = new ConcurrentHashMap<>();

    @Inject
    private ScriptingConfig config;

    private volatile List<ScriptFiles> places = List.of();
    private volatile WarScripts packaged;

    /** For CDI. */
    ScriptRepository() {}

    /** Without an application. */
    ScriptRepository(ScriptFiles... places) {
        this.places = List.of(places);
    }

    /**
     * Finds the scripts of an application; called once, before all else.
     *
     * @param application given, because the injectable one is a proxy that, in Weld, works only during requests
     */
    public void open(ServletContext application) {
        packaged = new WarScripts(application);
        places = config.scriptsDirectory()
                .<List<ScriptFiles>>map(folder -> List.of(new DirectoryScripts(folder), packaged))
                .orElse(List.of(packaged));
    }

    /** The paths of the scripts in the WAR, sorted. */
    public Set<String> packagedPaths() {
        return packaged.paths();
    }

    /**
     * A script of the WAR with all it imports, whatever the folder has in their place; only what the WAR lacks is taken from
     * there.
     *
     * @throws org.scriptingsession.api.ScriptingException as {@link #graph}
     */
    public ModuleGraph packagedGraph(String path) {
        ScriptModule entry = packaged.find(path).orElseThrow(Mistake.NO_SCRIPT::with);
        return ModuleGraph.of(entry, imported -> packaged.find(imported).or(() -> find(imported)));
    }

    /**
     * The script at a path with all it imports, as the files are now; the same object as long as none of them has changed.
     *
     * @return empty when there is no such script
     * @throws org.scriptingsession.api.ScriptingException when it or what it imports cannot be read, parsed or linked
     */
    public Optional<ModuleGraph> graph(String path) {
        Optional<ScriptModule> entry = find(path);
        if (entry.isEmpty()) {
            graphs.remove(path);
            return Optional.empty();
        }
        ModuleGraph known = graphs.get(path);
        if (known != null && isCurrent(known, entry.get())) {
            return Optional.of(known);
        }
        ModuleGraph graph = build(entry.get());
        if (graphs.size() >= MOST_GRAPHS) {
            graphs.clear();
        }
        graphs.put(path, graph);
        return Optional.of(graph);
    }

    /** Files that change while they are read would make a graph of two states: then it is read again. */
    private ModuleGraph build(ScriptModule entry) {
        ModuleGraph graph = ModuleGraph.of(entry, this::find);
        for (int attempt = 1; attempt < MOST_READINGS; attempt++) {
            ScriptModule now = find(entry.path()).orElseThrow(Mistake.NO_SCRIPT::with);
            if (isCurrent(graph, now)) {
                break;
            }
            graph = ModuleGraph.of(now, this::find);
        }
        return graph;
    }

    /** @param entry the graph's entry as its file is now */
    private boolean isCurrent(ModuleGraph graph, ScriptModule entry) {
        return entry == graph.entry()
                && graph.modules().stream()
                        .allMatch(
                                module -> module == entry || find(module.path()).orElse(null) == module);
    }

    private Optional<ScriptModule> find(String path) {
        for (ScriptFiles place : places) {
            Optional<ScriptModule> found = place.find(path);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
