// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.exchange.request.PercentEncoding;
import org.scriptingsession.module.ScriptPath;

/**
 * The script that a URL means, and what follows it.
 *
 * <p>The path is taken as the client sent it and decoded here, once and segment by segment: containers differ in what they
 * decode, normalize and cut off, and each difference is a way around a check.
 *
 * @param script what was found for its path
 * @param pathInfo all of it (Servlet 6.0, 3.5), such as {@code /cart.mjs/items/3}
 * @param resourcePath such as {@code items/3}; empty when nothing follows
 */
record ScriptUrl<T>(T script, String pathInfo, String resourcePath) {
    /**
     * Finds the script.
     *
     * @param rawPath what follows {@code /js/} in the request line's path
     * @param find the script at a path such as {@code /cart.mjs}; empty when there is none
     * @throws org.scriptingsession.api.ScriptingException when there is none, or it is not reachable by URL
     */
    static <T> ScriptUrl<T> of(String rawPath, Function<String, Optional<T>> find) {
        List<String> segments = new ArrayList<>();
        for (String raw : rawPath.split("/", -1)) {
            segments.add(name(raw));
        }
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < Math.min(segments.size(), ScriptPath.MOST_NAMES); i++) {
            String name = segments.get(i);
            if (name.isEmpty() || name.startsWith(".") || name.startsWith("_")) {
                break;
            }
            path.append('/').append(name);
            Optional<T> script = ScriptPath.isScript(name) ? find.apply(path.toString()) : Optional.empty();
            if (script.isPresent()) {
                String resourcePath = String.join("/", segments.subList(i + 1, segments.size()));
                boolean alone = i + 1 == segments.size();
                return new ScriptUrl<>(script.get(), alone ? path.toString() : path + "/" + resourcePath, resourcePath);
            }
        }
        throw Mistake.NO_SCRIPT.with();
    }

    /** The name that a segment of a path means, without parameters and decoded. */
    static String name(String segment) {
        return decode(withoutParameters(segment));
    }

    /** Drops path parameters such as {@code ;jsessionid=...}, before the segment is judged: {@code ..;} is {@code ..}. */
    private static String withoutParameters(String segment) {
        int semicolon = segment.indexOf(';');
        return semicolon < 0 ? segment : segment.substring(0, semicolon);
    }

    private static String decode(String segment) {
        String decoded = PercentEncoding.decode(segment).orElseThrow(Mistake.NO_SCRIPT::with);
        if (decoded.equals(".") || decoded.equals("..")) {
            throw Mistake.NO_SCRIPT.with();
        }
        for (int i = 0; i < decoded.length(); i++) {
            char c = decoded.charAt(i);
            if (c == '/' || c == '\\' || Character.isISOControl(c)) {
                throw Mistake.NO_SCRIPT.with();
            }
        }
        return decoded;
    }
}
