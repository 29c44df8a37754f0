// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.module;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.scriptingsession.engine.modules.ModuleParser;
import org.scriptingsession.engine.modules.ProductSource;
import org.scriptingsession.engine.modules.ScriptModule;

/**
 * The modules that are no scripts: what {@code sdk/...} means, with the other names scripts of Eclipse Dirigible use, and what
 * {@code beans/...} means in one application.
 */
public final class ProductModules {
    /** Those of every application. */
    public static final ProductModules SDK = new ProductModules(Map.of());

    private static final String BEANS = "beans/";
    private static final String HOST_GROUP = "beans";

    private final Map<String, String> bySpecifier = new HashMap<>();
    private final Map<String, ScriptModule> byPath = new HashMap<>();
    private final Set<String> beans = new TreeSet<>();

    /** @param beans what each bean's module exports, by the module's name, such as {@code shop/cart} */
    public ProductModules(Map<String, ? extends Collection<String>> beans) {
        bySpecifier.putAll(SdkModules.BY_SPECIFIER);
        byPath.putAll(SdkModules.BY_PATH);
        beans.forEach((name, exports) -> {
            String path = ProductSource.ROOT + BEANS + name;
            bySpecifier.put(BEANS + name, path);
            byPath.put(path, ModuleParser.parse(path, text(name, new TreeSet<>(exports))));
            this.beans.add(BEANS + name);
        });
    }

    /** The name by which the host's function behind a bean's export is offered. */
    public static String hostFunction(String module, String export) {
        return HOST_GROUP + "." + module + "." + export;
    }

    /** What each bean's module is imported as. */
    public Set<String> beans() {
        return Collections.unmodifiableSet(beans);
    }

    /** Whether a bare specifier means a bean's module, there or not. */
    static boolean isBean(String specifier) {
        return specifier.startsWith(BEANS);
    }

    /** The path of the module a bare specifier means; null when it is none of these. */
    String resolve(String specifier) {
        return bySpecifier.get(specifier);
    }

    /** The module at a path that {@link #resolve} gave; null for any other path. */
    ScriptModule at(String path) {
        return byPath.get(path);
    }

    /** Names as strings: a method's may be a word or have a character that no identifier of ECMAScript has. */
    private static String text(String name, Set<String> exports) {
        StringBuilder text = new StringBuilder("const { " + HOST_GROUP + ": host = {} } = globalThis.host;\n");
        StringBuilder members = new StringBuilder();
        int number = 0;
        for (String export : exports) {
            String variable = "f" + number++;
            text.append("const %s = host[\"%s.%s\"];%n".formatted(variable, name, export));
            text.append("export { %s as \"%s\" };%n".formatted(variable, export));
            members.append(" [\"%s\"]: %s,".formatted(export, variable));
        }
        return text.append("export default Object.freeze({")
                .append(members)
                .append(" });\n")
                .toString();
    }

    /** The same for all applications of a server. */
    private static final class SdkModules {
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
        private static final Map<String, String> DIRIGIBLE_HTTP = Map.of(
                "", "dirigible-http.mjs", "/request", "dirigible-request.mjs", "/upload", "dirigible-upload.mjs");
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
    }
}
