// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.module;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The product's own modules: what {@code sdk/...} means, with the other names scripts of Eclipse Dirigible use. */
public final class SdkModules {
    /** Where they live for the engine: apart from every path a script can have, whose names hold no colon. */
    private static final String ROOT = "/sdk:/";

    private static final List<String> HTTP_NAMES = List.of("sdk/http", "@aerokit/sdk/http", "@dirigible/http");
    private static final List<String> HTTP_MODULES = List.of("", "/session", "/request", "/response", "/sessions");
    private static final Map<String, String> BY_SPECIFIER = new HashMap<>();
    private static final Map<String, ScriptModule> BY_PATH = new HashMap<>();

    static {
        for (String module : HTTP_MODULES) {
            String path = ROOT + "http" + module;
            HTTP_NAMES.forEach(name -> BY_SPECIFIER.put(name + module, path));
            String file = module.isEmpty() ? "http.mjs" : module.substring(1) + ".mjs";
            BY_PATH.put(path, ModuleParser.parse(path, text(file)));
        }
    }

    private SdkModules() {}

    /** The path of the module a bare specifier means; empty when it is none of the product's. */
    public static Optional<String> resolve(String specifier) {
        return Optional.ofNullable(BY_SPECIFIER.get(specifier));
    }

    /** The module a bare specifier means; null when it is none of the product's. */
    static ScriptModule named(String specifier) {
        return BY_PATH.get(BY_SPECIFIER.get(specifier));
    }

    /** The module at a path that {@link #resolve} gave; null for any other path. */
    static ScriptModule at(String path) {
        return BY_PATH.get(path);
    }

    /** A file of the product's JavaScript, such as {@code boot.js}. */
    public static String text(String file) {
        try (InputStream in = SdkModules.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The product is packaged without " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The product's " + file + " cannot be read", e);
        }
    }
}
