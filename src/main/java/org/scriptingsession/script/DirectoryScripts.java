// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.script;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.module.ScriptPath;

/** The scripts in a folder: each look is at the file as it is on disk. */
final class DirectoryScripts implements ScriptFiles {
    /** Links within the folder can give a file any number of paths. */
    private static final int MOST_KNOWN = 10_000;

    private final Path root;
    private final InstantSource clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** @param root a real path, so that what a symbolic link leads out of it can be told */
    DirectoryScripts(Path root, InstantSource clock) {
        this.root = root;
        this.clock = clock;
    }

    @Override
    public Optional<ScriptFile> find(String path) {
        try {
            Path file = root.resolve(path.substring(1)).toRealPath();
            FileState state = FileState.of(file);
            if (!file.startsWith(root) || !state.isFile()) {
                return absent(path);
            }
            Known before = known.get(path);
            if (before != null && before.isOf(state)) {
                return Optional.of(before.file);
            }
            if (known.size() >= MOST_KNOWN) {
                known.clear();
            }
            // one request reads and parses, the others wait for it
            Known now = known.compute(path, (key, found) -> current(key, file, found));
            return now == null ? absent(path) : Optional.of(now.file);
        } catch (AccessDeniedException e) {
            // of a folder on the way: what it holds is not known, and another place's script must not run instead
            throw Mistake.UNREADABLE.because(e, path.substring(1));
        } catch (IOException | InvalidPathException e) {
            return absent(path);
        }
    }

    /** Found at this moment, without what may not be read, lies behind symbolic links or is past {@value #MOST_KNOWN}. */
    @Override
    public Set<String> paths() {
        Set<String> found = new TreeSet<>();
        try {
            Files.walkFileTree(root, Set.of(), ScriptPath.MOST_NAMES, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
                    String path = "/" + root.relativize(file).toString().replace(File.separatorChar, '/');
                    if (is.isRegularFile() && ScriptPath.isScript(path)) {
                        found.add(path);
                    }
                    return found.size() < MOST_KNOWN ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, IOException changedMeanwhile) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            // none of the above throws
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** @return null when the file is gone */
    private Known current(String path, Path file, Known before) {
        try {
            FileState state = FileState.of(file);
            if (before != null && before.isOf(state)) {
                return before;
            }
            Instant read = clock.instant();
            String text = Files.readString(file);
            boolean same = before != null && before.file.text().equals(text);
            return new Known(state, read, same ? before.file : ScriptFile.of(path, text));
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw Mistake.UNREADABLE.because(e, path.substring(1));
        }
    }

    /** Without its folder nothing can be said of a file: another place's script must not run instead of the folder's. */
    private Optional<ScriptFile> absent(String path) {
        known.remove(path);
        if (!Files.isDirectory(root) || !Files.isExecutable(root)) {
            throw Mistake.FOLDER_GONE.with();
        }
        return Optional.empty();
    }

    private record Known(FileState state, Instant read, ScriptFile file) {
        boolean isOf(FileState now) {
            return state.equals(now) && state.wasSettledAt(read);
        }
    }
}
