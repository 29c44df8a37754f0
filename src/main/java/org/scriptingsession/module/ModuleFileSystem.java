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
import java.util.function.Function;
import org.graalvm.polyglot.io.FileSystem;

/**
 * All the files a context can see: the product's modules and the scripts of the graph it runs, read-only and from memory.
 * No path leads to a disk.
 */
public final class ModuleFileSystem implements FileSystem {
    private Function<String, String> texts = path -> null;

    /** @param found the text of a script by its path; null where there is none */
    public void serve(Function<String, String> found) {
        texts = found;
    }

    @Override
    public Path parsePath(URI uri) {
        return Path.of(uri.getPath());
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
        text(path);
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return new TextChannel(text(path));
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        text(path);
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

    private String text(Path path) throws NoSuchFileException {
        String name = toRealPath(path).toString();
        ScriptModule sdk = SdkModules.at(name);
        String text = sdk != null ? sdk.text().toString() : texts.apply(name);
        if (text == null) {
            throw new NoSuchFileException(name);
        }
        return text;
    }

    private static SecurityException refused() {
        return new SecurityException("Scripts have no files to change, list or create.");
    }
}
