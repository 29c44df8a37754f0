// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.module;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.scriptingsession.engine.modules.ModuleParser;
import org.scriptingsession.engine.modules.ProductSource;
import org.scriptingsession.engine.modules.ScriptModule;

/** The product's own modules: what {@code sdk/...} means, with the other names scripts of Eclipse Dirigible use. */
final class SdkModules {
    private static final List<String> DIRIGIBLE = List.of("@aerokit/sdk/http", "@dirigible/http");
    private static final Map<String, String> HTTP = Map.of(
            "",
            "http.mjs",
            "/session",
            "session.mjs",
            "/request",
            "request.mjs",
            "/response",
            "response.mjs",
            "/sessions",
            "sessions.mjs");
    private static final Map<String, String> DIRIGIBLE_HTTP =
            Map.of("", "dirigible-http.mjs", "/request", "dirigible-request.mjs", "/upload", "dirigible-upload.mjs");
    private static final Map<String, String> BY_SPECIFIER = new HashMap<>();
    private static final Map<String, ScriptModule> BY_PATH = new HashMap<>();

    static {
        HTTP.forEach((module, file) -> {
            String path = add("http" + module, file);
            BY_SPECIFIER.put("sdk/http" + module, path);
            DIRIGIBLE.forEach(name -> BY_SPECIFIER.put(name + module, path));
        });
        DIRIGIBLE_HTTP.forEach((module, file) -> {
            String path = add("dirigible/http" + module, file);
            DIRIGIBLE.forEach(name -> BY_SPECIFIER.put(name + module, path));
        });
    }

    private static String add(String name, String file) {
        String path = ProductSource.ROOT + name;
        BY_PATH.put(path, ModuleParser.parse(path, ProductSource.text("sdk/" + file)));
        return path;
    }

    private SdkModules() {}

    /** The path of the module a bare specifier means; null when it is none of the product's. */
    static String resolve(String specifier) {
        return BY_SPECIFIER.get(specifier);
    }

    /** The module at a path that {@link #resolve} gave; null for any other path. */
    static ScriptModule at(String path) {
        return BY_PATH.get(path);
    }
}
