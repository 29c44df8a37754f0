// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A numbered piece of {@code src/test/resources/ecmascript}: a module that prints, line by line, with {@code console.warn}.
 *
 * @param name of its file and its heading, such as {@code classes 12 this before super}
 */
public record EcmaScriptPiece(String name, String text) {
    /** Beside what the pieces import. */
    public static final Path MODULES = Path.of("src/test/resources/ecmascript/modules");

    /** The last line of a piece that was run to its end. */
    public static final String END = "\"end\"";

    /** The first word of the line of a piece that threw. */
    public static final String UNCAUGHT = "\"uncaught\"";

    private static final Pattern HEADING = Pattern.compile("(?m)^// ---- ");
    private static final String END_OF_PIECE = "\n} catch (e) { out('uncaught', String(e)); }\nout('end');\n";

    /** All pieces, in order. */
    public static List<EcmaScriptPiece> all() {
        List<EcmaScriptPiece> pieces = new ArrayList<>();
        String show = text(MODULES.resolve("show.js"));
        for (Path file : files(MODULES.getParent())) {
            String feature = file.getFileName().toString().replace(".mjs", "");
            HEADING.splitAsStream(text(file)).skip(1).forEach(part -> {
                int line = part.indexOf('\n');
                pieces.add(new EcmaScriptPiece(
                        feature + " " + part.substring(0, line), show + "try {" + part.substring(line) + END_OF_PIECE));
            });
        }
        return pieces;
    }

    /** What pieces import, by file name. */
    public static Map<String, String> modules() {
        Map<String, String> modules = new TreeMap<>();
        files(MODULES).forEach(file -> modules.put(file.getFileName().toString(), text(file)));
        return modules;
    }

    /** The feature and the number. */
    public String id() {
        String[] words = name.split(" ", 3);
        return words[0] + " " + words[1];
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".mjs"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
