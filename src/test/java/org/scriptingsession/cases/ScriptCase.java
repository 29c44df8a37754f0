// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A named script of {@code src/test/resources/cases}, and the one that is run after it.
 *
 * @param first what is run first
 * @param then what a later request looks at; for a case of one part the same as the first
 */
public record ScriptCase(String name, String first, String then) {
    private static final Path FOLDER = Path.of("src/test/resources/cases");
    private static final Pattern HEADING = Pattern.compile("(?m)^// ---- (?!then)");

    /** What scripts find: the sdk, and say(), which leaves a mark in the session of the request it is called in. */
    private static final String BEGIN =
            """
            import { session, request, response } from "sdk/http";
            const me = request.isValid() ? request.getParameter("me") : "nobody";
            const say = (text) => (session.isValid() ? session.setAttribute(`${text}-of-${me}`, text) : console.warn(text));
            let ok = false;
            """;

    private static final String CHECK =
            """
            ;
            if (ok !== true) throw new Error("not ok");
            if (response.isValid()) response.print(`ok ${session.getAttributeNames()}`);
            """;

    /** What some request leaves behind, and what must not be seen of it. */
    public static List<ScriptCase> leaks() {
        return read("leaks.mjs");
    }

    /** What scripts must be able to do. */
    public static List<ScriptCase> features() {
        return read("features.mjs");
    }

    /** What might leave memory behind that nobody can read; {@code seed} is a number of the run. */
    public static List<ScriptCase> growing() {
        return read("growth.mjs");
    }

    /** Modules that cases import, by file name. */
    public static Map<String, String> modules() {
        Map<String, String> modules = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER.resolve("modules"))) {
            files.forEach(file -> modules.put(file.getFileName().toString(), text(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return modules;
    }

    /** A file of the folder. */
    public static String text(String file) {
        return text(FOLDER.resolve(file));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ScriptCase> read(String file) {
        return HEADING.splitAsStream(text(file)).skip(1).map(ScriptCase::parse).toList();
    }

    private static ScriptCase parse(String text) {
        int line = text.indexOf('\n');
        String[] parts = text.substring(line).split("(?m)^// ---- then$");
        String last = BEGIN + parts[parts.length - 1] + CHECK;
        return new ScriptCase(text.substring(0, line), parts.length == 1 ? last : BEGIN + parts[0], last);
    }

    @Override
    public String toString() {
        return name;
    }
}
