// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.module;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * From which other origins a script may be called by a browser (Fetch standard, 3.2), as the script says itself:
 * {@code export const cors = { origins: ["https://shop.example"], methods: ["PUT"] };}.
 *
 * @param origins such as {@code https://shop.example:8443}; {@value #ANY} alone is every one
 * @param methods beside GET, HEAD and POST, which browsers send without asking
 * @param headers that a call may have beside those browsers send without asking, and that an answer shows to the page
 * @param credentials whether cookies go with the call
 * @param maxAge how long a browser may remember the answer to its preflight, in seconds
 */
public record CrossOrigin(
        List<String> origins, List<String> methods, List<String> headers, boolean credentials, OptionalInt maxAge) {
    static final String ANY = "*";

    private static final Pattern ORIGIN =
            Pattern.compile("[a-z][a-z0-9+.-]*://([a-z0-9._-]+|\\[[0-9a-f:.]+])(:[0-9]{1,5})?");
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    /** Whether a browser's page of this origin may call the script. */
    public boolean allows(String origin) {
        return isForAll() || origins.contains(origin);
    }

    /** Whether the answer is the same for every origin. */
    public boolean isForAll() {
        return origins.contains(ANY);
    }

    /** Reads a declaration; empty when it is none that can be held. */
    static Optional<CrossOrigin> of(Object declared) {
        if (!(declared instanceof Map<?, ?> object)) {
            return Optional.empty();
        }
        Reader reader = new Reader(new HashMap<>(object));
        List<String> origins = reader.texts(
                "origins", text -> text.equals(ANY) || ORIGIN.matcher(text).matches());
        CrossOrigin read = new CrossOrigin(
                origins,
                reader.texts("methods", TOKEN.asMatchPredicate()),
                reader.texts("headers", TOKEN.asMatchPredicate()),
                reader.flag("credentials"),
                reader.seconds("maxAge"));
        boolean alone = !read.isForAll() || origins.size() == 1 && !read.credentials;
        return Optional.of(read).filter(cors -> reader.isWhole() && alone && !origins.isEmpty());
    }

    /** Takes members out of a declaration, and knows in the end whether one was wrong or is left. */
    private static final class Reader {
        private final Map<Object, Object> members;
        private boolean wrong;

        private Reader(Map<Object, Object> members) {
            this.members = members;
        }

        private List<String> texts(String name, Predicate<String> valid) {
            Object value = members.remove(name);
            List<String> texts = new ArrayList<>();
            if (value instanceof List<?> list) {
                for (Object element : list) {
                    wrong |= !(element instanceof String text) || !valid.test(text);
                    texts.add(String.valueOf(element));
                }
            } else {
                wrong |= value != null;
            }
            return List.copyOf(texts);
        }

        private boolean flag(String name) {
            Object value = members.remove(name);
            wrong |= value != null && !(value instanceof Boolean);
            return Boolean.TRUE.equals(value);
        }

        private OptionalInt seconds(String name) {
            Object value = members.remove(name);
            if (value instanceof Integer seconds && seconds >= 0) {
                return OptionalInt.of(seconds);
            }
            wrong |= value != null;
            return OptionalInt.empty();
        }

        private boolean isWhole() {
            return !wrong && members.isEmpty();
        }
    }
}
