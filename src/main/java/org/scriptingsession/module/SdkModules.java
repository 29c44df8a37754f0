// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.module;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The product's own modules: what {@code sdk/...} means, with the other names scripts of Eclipse Dirigible use. */
public final class SdkModules {
    /** Where they live for the engine: apart from every path a script can have, whose names hold no colon. */
    private static final String ROOT = "/sdk:/";

    private static final List<String> ALIASES = List.of("@aerokit/sdk/http", "@dirigible/http");
    private static final Map<String, ScriptModule> BY_PATH =
            load("http", "http/session", "http/request", "http/response");

    private SdkModules() {}

    /** The path of the module a bare specifier means; empty when it is none of the product's. */
    public static Optional<String> resolve(String specifier) {
        String name = specifier;
        for (String alias : ALIASES) {
            if (specifier.equals(alias) || specifier.startsWith(alias + "/")) {
                name = "sdk/http" + specifier.substring(alias.length());
            }
        }
        if (!name.startsWith("sdk/")) {
            return Optional.empty();
        }
        String path = ROOT + name.substring("sdk/".length());
        return BY_PATH.containsKey(path) ? Optional.of(path) : Optional.empty();
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

    private static Map<String, ScriptModule> load(String... names) {
        Map<String, ScriptModule> modules = new LinkedHashMap<>();
        for (String name : names) {
            String file = name.substring(name.lastIndexOf('/') + 1) + ".mjs";
            modules.put(ROOT + name, ModuleParser.parse(ROOT + name, text(file)));
        }
        return modules;
    }
}
