// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.script;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.module.ModuleGraph;
import org.scriptingsession.module.ProductModules;

/**
 * The scripts under one root of the folder, with all that was read of them. When the folder's name leads to another root there is
 * another release, and of this one only what still runs stays in memory.
 */
final class Release implements ScriptFiles {
    private static final int MOST_READINGS = 5;
    private static final int MOST_GRAPHS = 10_000;

    private final ScriptFolder folder;
    private final List<ScriptFiles> places;
    private final ProductModules product;
    private final long refreshNanos;
    private final LongSupplier nanos;
    private final Map<String, Known> graphs = new ConcurrentHashMap<>();

    /**
     * @param folder null when there is none
     * @param packaged the scripts that count where the folder has none
     * @param product the modules that are no scripts
     * @param refresh how old a look at a script's files may be
     * @param nanos the clock
     */
    Release(ScriptFolder folder, ScriptFiles packaged, ProductModules product, Duration refresh, LongSupplier nanos) {
        this.folder = folder;
        this.product = product;
        this.places = folder == null
                ? List.of(packaged)
                : List.of(new DirectoryScripts(folder.root(), InstantSource.system()), packaged);
        this.refreshNanos = refresh.toNanos();
        this.nanos = nanos;
    }

    boolean isOf(ScriptFolder now) {
        return now.equals(folder);
    }

    @Override
    public Optional<ScriptFile> find(String path) {
        return places.stream().flatMap(place -> place.find(path).stream()).findFirst();
    }

    @Override
    public Set<String> paths() {
        return places.stream().flatMap(place -> place.paths().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** A script that lies nowhere, with what it imports. */
    ModuleGraph graphOf(ScriptFile entry) {
        return ModuleGraph.of(entry.module(), product, path -> find(path).map(ScriptFile::module));
    }

    /**
     * What was read of a script, if its files have been looked at since it was asked for, or not long before.
     *
     * @return null when they were not
     */
    ModuleGraph seen(String path, long asked) {
        Known known = graphs.get(path);
        return known != null && isFresh(known, asked) ? known.graph : null;
    }

    /** What was read of a script, if its files are still as they were. */
    Optional<ModuleGraph> unchanged(String path) {
        return Optional.ofNullable(graphs.get(path)).filter(this::confirm).map(known -> known.graph);
    }

    /** Reads a script that is new or has changed: one request does, and those that come meanwhile get what it has read. */
    Optional<ModuleGraph> read(String path, long asked) {
        if (graphs.size() >= MOST_GRAPHS) {
            graphs.clear();
        }
        Known now = graphs.compute(
                path, (key, known) -> known != null && (isFresh(known, asked) || confirm(known)) ? known : build(key));
        return Optional.ofNullable(now).map(known -> known.graph);
    }

    private boolean isFresh(Known known, long asked) {
        return asked - known.looked < refreshNanos;
    }

    private boolean confirm(Known known) {
        long looked = nanos.getAsLong();
        if (!known.files.isCurrent()) {
            return false;
        }
        known.looked = looked;
        return true;
    }

    /** Files that change while they are read would make a graph, or a mistake, of two states: then they are read again. */
    private Known build(String path) {
        for (int attempt = 1; ; attempt++) {
            long looked = nanos.getAsLong();
            ReadFiles files = new ReadFiles(this);
            try {
                Optional<ModuleGraph> graph =
                        files.find(path).map(entry -> ModuleGraph.of(entry, product, files::find));
                files.complete();
                if (graph.isEmpty()) {
                    return null;
                }
                if (attempt == MOST_READINGS || files.isCurrent()) {
                    return new Known(graph.get(), files, looked);
                }
            } catch (ScriptingException e) {
                if (attempt == MOST_READINGS || files.isCurrent()) {
                    throw e;
                }
            }
        }
    }

    private static final class Known {
        private final ModuleGraph graph;
        private final ReadFiles files;
        private volatile long looked;

        Known(ModuleGraph graph, ReadFiles files, long looked) {
            this.graph = graph;
            this.files = files;
            this.looked = looked;
        }
    }
}
