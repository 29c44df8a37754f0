// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.modules;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graalvm.polyglot.Source;

/**
 * One parsed script file, immutable: what it imports and exports (ECMA-262, Source Text Module Records).
 */
public final class ScriptModule {
    private static final String SCHEME = "script";
    private static final String MODULE_TYPE = "application/javascript+module";

    private final String path;
    private final String name;
    private final Source source;
    private final List<Import> imports;
    private final Exports exports;
    private final Map<String, Object> declarations;
    private final String json;

    /**
     * @param path absolute within the scripts' root, such as {@code /shop/cart.mjs}
     * @param imports in source order, re-exports included
     * @param declarations see {@link #declaration}
     * @param json see {@link #json}
     */
    ScriptModule(
            String path,
            String text,
            List<Import> imports,
            Exports exports,
            Map<String, Object> declarations,
            String json) {
        this.path = path;
        this.name = path.substring(1);
        this.source = sourceOf(path, text);
        this.imports = imports;
        this.exports = exports;
        this.declarations = declarations;
        this.json = json;
    }

    /** Absolute within the scripts' root, such as {@code /shop/cart.mjs}. */
    public String path() {
        return path;
    }

    /** The path without the leading slash, as the script's author knows the file. */
    public String name() {
        return name;
    }

    /** What the engine evaluates; the engine keeps its parsed form as long as this object lives. */
    public Source source() {
        return source;
    }

    /** The module's text. */
    public CharSequence text() {
        return source.getCharacters();
    }

    /**
     * The value of {@code export const name = ...}: objects as maps, arrays as lists, strings, numbers and booleans.
     *
     * @return empty when there is none that can be read without running the module
     */
    public Optional<Object> declaration(String name) {
        return Optional.ofNullable(declarations.get(name));
    }

    /** The text of the JSON file that the module has the value of; empty for a script. */
    public Optional<String> json() {
        return Optional.ofNullable(json);
    }

    /** In source order, re-exports included. */
    public List<Import> imports() {
        return imports;
    }

    /** What the module exports. */
    public Exports exports() {
        return exports;
    }

    /** The module's text as the engine takes it, named by its path. */
    public static Source sourceOf(String path, String text) {
        return Source.newBuilder("js", text, path)
                .mimeType(MODULE_TYPE)
                .uri(uriOf(path))
                .buildLiteral();
    }

    /** Whether a source is a script's file: neither the product's nor code from a string. */
    public static boolean isScript(Source source) {
        return SCHEME.equals(source.getURI().getScheme()) && !ProductSource.isOne(source);
    }

    /** What {@code import.meta.url} is: scripts have no place that they could fetch by URL. */
    static URI uriOf(String path) {
        return URI.create(
                SCHEME + ":" + URLEncoder.encode(path, StandardCharsets.UTF_8).replace("%2F", "/"));
    }

    /**
     * An import or re-export and where it stands.
     *
     * @param json whether it has the attribute {@code type: "json"}
     * @param names what is imported from there; without the namespace
     * @param whole whether the namespace is imported, or all of it passed on
     */
    public record Import(String specifier, boolean json, int line, int column, List<String> names, boolean whole) {}

    /** A name in another module; null stands for the whole namespace. */
    public record Binding(String specifier, String name) {}

    /**
     * What a module exports.
     *
     * @param local names of its own
     * @param indirect names that it passes on
     * @param stars specifiers of {@code export * from}
     * @param areAll whether the module has nothing else: it passes on what others export, and has no code
     */
    public record Exports(List<String> local, Map<String, Binding> indirect, List<String> stars, boolean areAll) {}
}
