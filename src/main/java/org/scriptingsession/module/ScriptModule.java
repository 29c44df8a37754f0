// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.module;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graalvm.polyglot.Source;

/**
 * One parsed script file, immutable: what it imports and exports (ECMA-262, Source Text Module Records), and what decides
 * in which kind of context it can run.
 *
 * @param path absolute within the scripts' root, such as {@code /shop/cart.mjs}
 * @param source what the engine evaluates; its parsed form is cached by the engine as long as this object lives
 * @param imports in source order, re-exports included
 * @param localExports export name to local name
 * @param indirectExports export name to the import it passes on; an import name of null is the whole namespace
 * @param starExports specifiers of {@code export * from}
 * @param assigned names that are assigned anywhere but at their declaration
 * @param traits what is special about the module
 */
public record ScriptModule(
        String path,
        Source source,
        List<Import> imports,
        Map<String, String> localExports,
        Map<String, Binding> indirectExports,
        List<String> starExports,
        Set<String> assigned,
        Set<Trait> traits) {

    private static final String MODULE_TYPE = "application/javascript+module";

    /** An import or re-export and where it stands. */
    public record Import(String specifier, int line, int column, List<String> names) {}

    /** A name in another module. */
    public record Binding(String specifier, String name) {}

    /** What keeps a module from sharing a context that others use after it. */
    public enum Trait {
        /** Awaits at its top level, so that its evaluation may never end. */
        TOP_LEVEL_AWAIT,
        /** Calls {@code import()}. */
        DYNAMIC_IMPORT,
        /** Mentions {@code eval} or {@code Function}, so that what it does is not seen by reading it. */
        CODE_FROM_STRINGS
    }

    /** The module's text. */
    public CharSequence text() {
        return source.getCharacters();
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
}
