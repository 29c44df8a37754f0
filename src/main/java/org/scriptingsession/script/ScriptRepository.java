// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.script;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.module.ModuleGraph;
import org.scriptingsession.module.ScriptModule;

/** All scripts of the application: those of the folder first, then those of the WAR. */
@ApplicationScoped
public class ScriptRepository {
    private final Map<String, ModuleGraph> graphs = new ConcurrentHashMap<>();

    @Inject
    private ScriptingConfig config;

    private volatile List<ScriptFiles> places = List.of();

    /**
     * Takes the servlet context from the event: the injected one is a proxy that, in Weld, works only during requests. First
     * of all observers, for the others may ask for scripts.
     */
    void open(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) @Initialized(ApplicationScoped.class)
                    ServletContext application) {
        List<ScriptFiles> found = new ArrayList<>();
        config.scriptsDirectory().map(DirectoryScripts::new).ifPresent(found::add);
        found.add(new WarScripts(application));
        places = List.copyOf(found);
    }

    /** Whether there is a script at the path. */
    public boolean contains(String path) {
        return find(path).isPresent();
    }

    /** The paths of all scripts. */
    public SortedSet<String> paths() {
        SortedSet<String> paths = new TreeSet<>();
        places.forEach(place -> paths.addAll(place.paths()));
        return paths;
    }

    /**
     * The script at a path with all it imports, as the files are now; the same object as long as none of them has changed.
     *
     * @return empty when there is no such script
     * @throws org.scriptingsession.error.ScriptFailedException when it or what it imports cannot be read, parsed or linked
     */
    public Optional<ModuleGraph> graph(String path) {
        Optional<ScriptModule> entry = find(path);
        if (entry.isEmpty()) {
            graphs.remove(path);
            return Optional.empty();
        }
        ModuleGraph known = graphs.get(path);
        if (known != null && isCurrent(known)) {
            return Optional.of(known);
        }
        ModuleGraph graph = ModuleGraph.of(entry.get(), this::find);
        graphs.put(path, graph);
        return Optional.of(graph);
    }

    private boolean isCurrent(ModuleGraph graph) {
        for (ScriptModule module : graph.modules()) {
            if (find(module.path()).orElse(null) != module) {
                return false;
            }
        }
        return true;
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
