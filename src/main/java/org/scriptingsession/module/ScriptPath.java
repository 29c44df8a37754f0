// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.module;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** Paths within the scripts' root, such as {@code /shop/cart.mjs}: text, whatever the operating system's paths look like. */
public final class ScriptPath {
    /** How deep a script may lie, itself counted. */
    public static final int MOST_NAMES = 64;

    private static final int LONGEST = 1024;

    private ScriptPath() {}

    /** Whether a name is that of a script: it ends in {@code .mjs} or {@code .js}. */
    public static boolean isScript(String name) {
        return name.endsWith(".mjs") && name.length() > 4 || name.endsWith(".js") && name.length() > 3;
    }

    /** Whether a name is that of a file that scripts import as JSON. */
    public static boolean isJson(String name) {
        return name.endsWith(".json") && name.length() > 5;
    }

    /** Whether a URL reaches a script at this path: no folder or file on the way begins with _ or a dot. */
    public static boolean isReachable(String path) {
        return !path.contains("/_") && !path.contains("/.");
    }

    /**
     * The path that a relative specifier means to the module at {@code importer}; null when it leaves the root, or is none: a
     * path has one spelling, so that a script has one place in memory.
     */
    public static String resolve(String importer, String specifier) {
        Deque<String> segments =
                new ArrayDeque<>(Arrays.asList(importer.substring(1).split("/")));
        segments.removeLast();
        for (String segment : specifier.split("/", -1)) {
            if (segment.equals("..")) {
                if (segments.isEmpty()) {
                    return null;
                }
                segments.removeLast();
            } else if (segment.isEmpty()) {
                return null;
            } else if (!segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        String path = "/" + String.join("/", segments);
        return segments.size() > MOST_NAMES || path.length() > LONGEST ? null : path;
    }
}
