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
    private static final List<String> HTTP_NAMES = List.of("sdk/http", "@aerokit/sdk/http", "@dirigible/http");
    private static final List<String> HTTP_MODULES = List.of("", "/session", "/request", "/response", "/sessions");
    private static final Map<String, String> BY_SPECIFIER = new HashMap<>();
    private static final Map<String, ScriptModule> BY_PATH = new HashMap<>();

    static {
        for (String module : HTTP_MODULES) {
            String path = ProductSource.ROOT + "http" + module;
            HTTP_NAMES.forEach(name -> BY_SPECIFIER.put(name + module, path));
            String file = module.isEmpty() ? "http.mjs" : module.substring(1) + ".mjs";
            BY_PATH.put(path, ModuleParser.parse(path, ProductSource.text("sdk/" + file)));
        }
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
