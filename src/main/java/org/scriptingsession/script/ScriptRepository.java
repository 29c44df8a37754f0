// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.script;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.engine.modules.ScriptModule;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.module.ImportMap;
import org.scriptingsession.module.ModuleGraph;
import org.scriptingsession.module.ProductModules;

/** All scripts of the application: those of the folder first, then those of the WAR. */
@ApplicationScoped
public class ScriptRepository {
    private static final int MOST_READINGS = 5;

    private final Object switching = new Object();

    @Inject
    private ScriptingConfig config;

    @Inject
    private ProductModules product;

    private WarScripts war;
    private Path folder;
    private ScriptFiles packaged;
    private Duration refresh;
    private LongSupplier nanos;
    private volatile Release release;

    /** For CDI. */
    ScriptRepository() {}

    /** Without an application; the folder may be null. */
    ScriptRepository(Path folder, ScriptFiles packaged, Duration refresh, LongSupplier nanos) {
        product = ProductModules.SDK;
        open(folder, packaged, refresh, nanos);
    }

    /**
     * Finds the scripts of an application; called once, before all else.
     *
     * @param application given, because the injectable one is a proxy that, in Weld, works only during requests
     */
    public void open(ServletContext application) {
        war = new WarScripts(application);
        open(config.scriptsDirectory().orElse(null), war, config.scriptsRefresh(), System::nanoTime);
    }

    private void open(Path name, ScriptFiles others, Duration longest, LongSupplier clock) {
        folder = name;
        packaged = others;
        refresh = longest;
        nanos = clock;
        release = new Release(name == null ? null : ScriptFolder.at(name), others, product, longest, clock);
    }

    /** The paths of the scripts in the WAR, sorted. */
    public Set<String> packagedPaths() {
        return war.paths();
    }

    /**
     * A script of the WAR with all it imports, whatever the folder has in their place; only what the WAR lacks is taken from
     * there.
     *
     * @throws org.scriptingsession.api.ScriptingException as {@link #graph}
     */
    public ModuleGraph packagedGraph(String path) {
        ScriptFile entry = war.find(path).orElseThrow(Mistake.NO_SCRIPT::with);
        return ModuleGraph.of(entry.module(), product, this::packaged);
    }

    /** A wrong map in the folder is no fault of the WAR. */
    private Optional<ScriptModule> packaged(String path) {
        Optional<ScriptFile> file = war.find(path);
        return file.isEmpty() && path.equals(ImportMap.PATH)
                ? folderMap()
                : file.or(() -> release.find(path)).map(ScriptFile::module);
    }

    private Optional<ScriptModule> folderMap() {
        try {
            Optional<ScriptModule> map = release.find(ImportMap.PATH).map(ScriptFile::module);
            map.ifPresent(ImportMap::of);
            return map;
        } catch (ScriptingException wrong) {
            // told to the requests whose scripts it concerns
            return Optional.empty();
        }
    }

    /** The paths of all scripts that there are now, sorted; those among them that no URL reaches. */
    public Set<String> paths() {
        return current().paths();
    }

    /**
     * A script that lies nowhere, with all it imports as the files are now.
     *
     * @param path where its relative imports begin
     * @throws org.scriptingsession.api.ScriptingException as {@link #graph}
     */
    public ModuleGraph graphOf(String path, String text) {
        return current().graphOf(ScriptFile.of(path, text));
    }

    /** The text of a script, broken or not, for who must be shown where it fails; empty when it is not there. */
    public Optional<String> text(String path) {
        try {
            return current().find(path).map(ScriptFile::text);
        } catch (ScriptingException unreadable) {
            return Optional.empty();
        }
    }

    /** @throws org.scriptingsession.api.ScriptingException when the WAR has an import map with something wrong */
    public void checkPackagedMap() {
        war.find(ImportMap.PATH).map(ScriptFile::module).ifPresent(ImportMap::of);
    }

    /**
     * The script at a path with all it imports, as the files are now, or were at a look that is younger than
     * {@code scripting.scripts.refresh}; the same object as long as none of them has changed.
     *
     * @return empty when there is no such script
     * @throws org.scriptingsession.api.ScriptingException before {@link #open}; when the script, or what it imports, cannot be
     *     read, parsed or linked
     */
    public Optional<ModuleGraph> graph(String path) {
        Release known = release;
        if (known == null) {
            throw Mistake.TOO_EARLY.with();
        }
        long asked = nanos.getAsLong();
        ModuleGraph seen = known.seen(path, asked);
        return seen == null ? look(path, asked) : Optional.of(seen);
    }

    private Optional<ModuleGraph> look(String path, long asked) {
        Release now = current();
        Optional<ModuleGraph> unchanged = now.unchanged(path);
        return unchanged.isPresent() ? unchanged : read(now, path, asked);
    }

    /**
     * An old release is often removed right after a new one took its place, and any part of it may be missing then: what was read
     * of a release, or failed, counts if it is still in place afterwards.
     */
    private Optional<ModuleGraph> read(Release first, String path, long asked) {
        Release now = first;
        for (int attempt = 1; attempt < MOST_READINGS; attempt++) {
            Optional<ModuleGraph> graph = Optional.empty();
            ScriptingException failure = null;
            try {
                graph = now.read(path, asked);
            } catch (ScriptingException e) {
                failure = e;
            }
            Release afterwards = current();
            if (afterwards != now) {
                now = afterwards;
            } else if (failure == null) {
                return graph;
            } else {
                throw failure;
            }
        }
        return now.read(path, asked);
    }

    /** The release that the folder's name leads to now. */
    private Release current() {
        Release known = release;
        if (folder == null || known.isOf(ScriptFolder.at(folder))) {
            return known;
        }
        synchronized (switching) {
            // looked at again: another request may have seen a later state than this one did
            ScriptFolder now = ScriptFolder.at(folder);
            if (!release.isOf(now)) {
                release = new Release(now, packaged, product, refresh, nanos);
            }
            return release;
        }
    }
}
