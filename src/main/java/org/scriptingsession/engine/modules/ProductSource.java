// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.modules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.graalvm.polyglot.Source;

/** The product's own JavaScript. */
public final class ProductSource {
    /** Where the product's JavaScript lies for the engine. No script's path begins so: the names of scripts hold no colon. */
    public static final String ROOT = "/sdk:/";

    private static final String URI_ROOT = ScriptModule.uriOf(ROOT).toString();

    private ProductSource() {}

    /** Whether a source is the product's own. Code from a string can give itself any name, but no URI. */
    public static boolean isOne(Source source) {
        return source.getURI().toString().startsWith(URI_ROOT);
    }

    /** A classic script, such as {@code engine/contexts/boot.js}. */
    public static Source script(String file) {
        return Source.newBuilder("js", text(file), ROOT + file)
                .uri(ScriptModule.uriOf(ROOT + file))
                .buildLiteral();
    }

    /** The text of a file, such as {@code sdk/session.mjs}. */
    public static String text(String file) {
        try (InputStream in = ProductSource.class.getResourceAsStream("/org/scriptingsession/" + file)) {
            if (in == null) {
                throw new IllegalStateException("The product is packaged without " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The product's " + file + " cannot be read", e);
        }
    }
}
