// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.module;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Source;

/**
 * One parsed script file, immutable: what it imports and exports (ECMA-262, Source Text Module Records).
 */
public final class ScriptModule {
    private static final String MODULE_TYPE = "application/javascript+module";

    private final String path;
    private final Source source;
    private final byte[] bytes;
    private final List<Import> imports;
    private final Exports exports;
    private final boolean awaits;

    /**
     * @param path absolute within the scripts' root, such as {@code /shop/cart.mjs}
     * @param imports in source order, re-exports included
     * @param awaits whether it has a top-level await
     */
    ScriptModule(String path, String text, List<Import> imports, Exports exports, boolean awaits) {
        this.path = path;
        this.source = sourceOf(path, text);
        this.bytes = text.getBytes(StandardCharsets.UTF_8);
        this.imports = imports;
        this.exports = exports;
        this.awaits = awaits;
    }

    /** Absolute within the scripts' root, such as {@code /shop/cart.mjs}. */
    public String path() {
        return path;
    }

    /** What the engine evaluates; the engine keeps its parsed form as long as this object lives. */
    public Source source() {
        return source;
    }

    /** The module's text. */
    public CharSequence text() {
        return source.getCharacters();
    }

    /** The text in UTF-8; for reading only. */
    byte[] bytes() {
        return bytes;
    }

    List<Import> imports() {
        return imports;
    }

    Exports exports() {
        return exports;
    }

    boolean awaits() {
        return awaits;
    }

    /** The module's text as the engine takes it: under its path, so that relative imports resolve, but not from a file. */
    public static Source sourceOf(String path, String text) {
        try {
            return Source.newBuilder("js", new File(path))
                    .content(text)
                    .mimeType(MODULE_TYPE)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException("a source with given content is not read", e);
        }
    }

    /**
     * An import or re-export and where it stands.
     *
     * @param names what is imported from there; without the namespace
     */
    record Import(String specifier, int line, int column, List<String> names) {}

    /** A name in another module; null stands for the whole namespace. */
    record Binding(String specifier, String name) {}

    /**
     * What a module exports.
     *
     * @param local names of its own
     * @param indirect names that it passes on
     * @param stars specifiers of {@code export * from}
     */
    record Exports(List<String> local, Map<String, Binding> indirect, List<String> stars) {}
}
