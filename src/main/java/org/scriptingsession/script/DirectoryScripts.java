// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.scriptingsession.engine.modules.ModuleParser;
import org.scriptingsession.engine.modules.ScriptModule;
import org.scriptingsession.error.Mistake;

/** The scripts in the folder named by {@code scripting.scripts.directory}: a changed file counts at the next request. */
final class DirectoryScripts implements ScriptFiles {
    /** Links within the folder can give a file any number of paths. */
    private static final int MOST_KNOWN = 10_000;

    private final Path root;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** @param root a real path, so that what a symbolic link leads out of it can be told */
    DirectoryScripts(Path root) {
        this.root = root;
    }

    @Override
    public Optional<ScriptModule> find(String path) {
        try {
            Path file = root.resolve(path.substring(1)).toRealPath();
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!file.startsWith(root) || !attributes.isRegularFile()) {
                return forget(path);
            }
            return Optional.of(current(path, file, FileState.of(attributes)));
        } catch (IOException | InvalidPathException absent) {
            return forget(path);
        }
    }

    private ScriptModule current(String path, Path file, FileState state) {
        Known before = known.get(path);
        if (before != null && before.state.equals(state) && state.wasSettledAt(before.read)) {
            return before.module;
        }
        Instant read = Instant.now();
        String text = read(path, file);
        ScriptModule module = before != null && text.contentEquals(before.module.text())
                ? before.module
                : ModuleParser.parse(path, text);
        if (known.size() >= MOST_KNOWN) {
            known.clear();
        }
        known.put(path, new Known(state, read, module));
        return module;
    }

    private Optional<ScriptModule> forget(String path) {
        known.remove(path);
        return Optional.empty();
    }

    private static String read(String path, Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw Mistake.UNREADABLE.because(e, path.substring(1));
        }
    }

    private record Known(FileState state, Instant read, ScriptModule module) {}

    /** What tells one state of a file from the next without reading it. */
    private record FileState(FileTime modified, long size, Object key) {
        /** A file system's clock may tick this slowly. */
        private static final Duration TICK = Duration.ofSeconds(2);

        static FileState of(BasicFileAttributes attributes) {
            return new FileState(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
        }

        /**
         * Whether equal states mean equal contents for one who read at that time: a file written twice within one tick of the
         * clock, at the same length, looks unchanged, so a state as young as its reading proves nothing.
         */
        boolean wasSettledAt(Instant read) {
            return modified.toInstant().isBefore(read.minus(TICK));
        }
    }
}
