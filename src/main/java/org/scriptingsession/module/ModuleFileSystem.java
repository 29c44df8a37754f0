// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.module;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Map;
import java.util.Set;
import org.graalvm.polyglot.io.FileSystem;
import org.scriptingsession.error.ScriptingException;

/**
 * All the files a context can see: the product's modules and the scripts of the graph it runs, read-only and from memory.
 * No path leads to a disk.
 */
public final class ModuleFileSystem implements FileSystem {
    private static final Path NOWHERE = Path.of("/nowhere:");
    private ModuleGraph graph;

    /** From now on the scripts of this graph are there. */
    public void serve(ModuleGraph served) {
        graph = served;
    }

    /** From now on no script is there. */
    public void serveNone() {
        graph = null;
    }

    /** No script is imported by a URL. */
    @Override
    public Path parsePath(URI uri) {
        return NOWHERE;
    }

    /** Takes a bare specifier as well: the engine asks with it before it asks for a file. */
    @Override
    public Path parsePath(String path) {
        return Path.of(SdkModules.resolve(path).orElse(path));
    }

    @Override
    public Path toAbsolutePath(Path path) {
        return path.isAbsolute() ? path : Path.of("/").resolve(path);
    }

    @Override
    public Path toRealPath(Path path, LinkOption... options) {
        return toAbsolutePath(path).normalize();
    }

    @Override
    public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... options) throws IOException {
        if (modes.contains(AccessMode.WRITE) || modes.contains(AccessMode.EXECUTE)) {
            throw refused();
        }
        module(path);
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return new BytesChannel(module(path).bytes());
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        module(path);
        return Map.of("isRegularFile", true, "isDirectory", false, "isSymbolicLink", false, "isOther", false);
    }

    @Override
    public void createDirectory(Path path, FileAttribute<?>... attributes) {
        throw refused();
    }

    @Override
    public void delete(Path path) {
        throw refused();
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path path, DirectoryStream.Filter<? super Path> filter) {
        throw refused();
    }

    private ScriptModule module(Path path) throws NoSuchFileException {
        String name = toRealPath(path).toString();
        ScriptModule module = SdkModules.at(name);
        if (module == null && graph != null) {
            module = find(name);
        }
        if (module == null) {
            throw new NoSuchFileException(name);
        }
        return module;
    }

    private ScriptModule find(String name) throws NoSuchFileException {
        try {
            return graph.find(name).orElse(null);
        } catch (ScriptingException broken) {
            throw new NoSuchFileException(name, null, broken.getMessage());
        }
    }

    private static SecurityException refused() {
        return new SecurityException("Scripts have no files to change, list or create.");
    }
}
