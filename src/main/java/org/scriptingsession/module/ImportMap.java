// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.module;

import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.StringReader;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.engine.modules.ModuleParser;
import org.scriptingsession.engine.modules.ScriptModule;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.value.JsonText;

/**
 * What bare specifiers mean, such as {@code date-fns} (HTML standard, 8.1.6, import maps). Its base is the scripts' root, and no
 * target lies outside of it. A null says that a specifier means nothing.
 */
public final class ImportMap {
    /** Where it lies. */
    public static final String PATH = "/importmap.json";

    static final ImportMap NONE = new ImportMap();

    /** What nobody maps away, and names that mean the same. */
    private static final List<String> PRODUCTS = List.of("sdk/", "beans/", "@dirigible/http", "@aerokit/sdk/http");

    /** Longer prefixes first. */
    private final Map<String, Map<String, String>> scopes = new TreeMap<>(Comparator.reverseOrder());

    private Map<String, String> imports = sorted();

    private ImportMap() {}

    /**
     * Reads a map.
     *
     * @throws ScriptingException with line and column of what is wrong
     */
    public static ImportMap of(ScriptModule file) {
        String json = file.json().orElseThrow();
        try (JsonParser parser = JsonText.JSON.createParser(new StringReader(json))) {
            return new Reader(parser).read();
        }
    }

    private static Map<String, String> sorted() {
        return new TreeMap<>(Comparator.reverseOrder());
    }

    /**
     * The path that a specifier is mapped to.
     *
     * @param normalized the path that it means by itself, or the specifier where it means none
     * @return null when the map says nothing of it
     */
    String resolve(String importer, String normalized, String specifier, String location) {
        for (Map.Entry<String, Map<String, String>> scope : scopes.entrySet()) {
            if (isWithin(importer, scope.getKey())) {
                String target = match(scope.getValue(), normalized, specifier, location);
                if (target != null) {
                    return target;
                }
            }
        }
        return match(imports, normalized, specifier, location);
    }

    private static boolean isWithin(String path, String prefix) {
        return path.equals(prefix) || prefix.endsWith("/") && path.startsWith(prefix);
    }

    private static String match(Map<String, String> map, String normalized, String specifier, String location) {
        for (Map.Entry<String, String> entry : map.entrySet()) {
            if (isWithin(normalized, entry.getKey())) {
                String address = entry.getValue();
                String rest = normalized.substring(entry.getKey().length());
                String target = address == null ? null : ScriptPath.resolve("/", "." + address + rest);
                if (target == null || !isWithin(target, address)) {
                    throw Mistake.IMPORT_REFUSED.with(location, specifier);
                }
                return target;
            }
        }
        return null;
    }

    private static final class Reader {
        private final JsonParser parser;
        private final ImportMap map = new ImportMap();

        Reader(JsonParser parser) {
            this.parser = parser;
        }

        ImportMap read() {
            begin("An import map is an object with imports and scopes");
            while (parser.next() == Event.KEY_NAME) {
                String member = parser.getString();
                switch (member) {
                    case "imports" -> map.imports = specifiers();
                    case "scopes" -> readScopes();
                    case "integrity" -> skip();
                    default -> throw wrong("An import map has imports and scopes, and no \"" + member + "\"");
                }
            }
            return map;
        }

        private void readScopes() {
            begin("scopes is an object");
            while (parser.next() == Event.KEY_NAME) {
                String prefix = parser.getString();
                String path = isPath(prefix) || prefix.contains(":") ? path(prefix) : path("./" + prefix);
                if (path == null) {
                    throw wrong("The scope \"" + prefix + "\" is no path within the scripts' root, such as ./shop/");
                }
                map.scopes.put(path, specifiers());
            }
        }

        private Map<String, String> specifiers() {
            begin("Specifiers are members of an object");
            Map<String, String> specifiers = sorted();
            while (parser.next() == Event.KEY_NAME) {
                String specifier = parser.getString();
                String path = isPath(specifier) ? path(specifier) : specifier;
                if (path == null || path.isEmpty()) {
                    throw wrong("\"" + specifier + "\" is no specifier");
                }
                if (PRODUCTS.stream().anyMatch(path::startsWith)) {
                    throw wrong("\"" + specifier + "\" is the product's, and cannot be mapped");
                }
                specifiers.put(path, address(specifier));
            }
            return specifiers;
        }

        private String address(String specifier) {
            Event value = parser.next();
            if (value == Event.VALUE_NULL) {
                return null;
            }
            String path = value == Event.VALUE_STRING ? path(parser.getString()) : null;
            if (path == null) {
                throw wrong("What \"" + specifier
                        + "\" means is no path within the scripts' root, such as ./_packages/a.mjs");
            }
            if (specifier.endsWith("/") != path.endsWith("/")) {
                throw wrong("\"" + specifier + "\" and what it means both end in a slash, or neither does");
            }
            return path;
        }

        /** Null for what leads out of the root. */
        private static String path(String relative) {
            if (!isPath(relative)) {
                return null;
            }
            boolean folder = relative.endsWith("/");
            String text = folder ? relative.substring(0, relative.length() - 1) : relative;
            String path =
                    switch (text) {
                        case "", "." -> "";
                        default -> ScriptPath.resolve("/", text.startsWith("/") ? "." + text : text);
                    };
            return path == null ? null : path + (folder ? "/" : "");
        }

        private static boolean isPath(String specifier) {
            return specifier.startsWith("/") || specifier.startsWith("./") || specifier.startsWith("../");
        }

        /** Nothing is fetched, so there is nothing to hold against it. */
        private void skip() {
            begin("integrity is an object");
            parser.skipObject();
        }

        private void begin(String expected) {
            if (parser.next() != Event.START_OBJECT) {
                throw wrong(expected);
            }
        }

        private ScriptingException wrong(String what) {
            return Mistake.WRONG_IMPORT_MAP.with(
                    ModuleParser.location(PATH, (int) parser.getLocation().getLineNumber(), (int)
                            parser.getLocation().getColumnNumber()),
                    what);
        }
    }
}
