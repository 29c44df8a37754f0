// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.modules;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is used of the engine beyond its published packages stands in one list. */
class EngineInternalsTest {
    private static final Pattern IMPORT = Pattern.compile(
            "import (?:static )?((?:com\\.oracle\\.(?:js|truffle\\.(?:js|regex|api\\.impl))|org\\.graalvm\\.shadowed)\\.[\\w.]+);");

    /** A class within a class. */
    private static final Pattern NESTED = Pattern.compile("(?<=\\.[A-Z]\\w{0,60})\\.");

    @Test
    void allThatIsImportedIsInTheList() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            TreeSet<String> imported = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(EngineInternalsTest::imports)
                    .collect(Collectors.toCollection(TreeSet::new));

            assertEquals(imported, new TreeSet<>(EngineInternals.CLASSES));
        }
    }

    @Test
    void thisEngineHasThemAll() {
        assertDoesNotThrow(() -> EngineInternals.lookUp());
    }

    @Test
    void allThatIsMissingIsNamed() {
        List<String> classes = List.of("com.oracle.js.parser.Absent", "com.oracle.js.parser.Parser", "com.oracle.Gone");

        String message = assertThrows(IllegalStateException.class, () -> EngineInternals.lookUp(classes))
                .getMessage();

        assertTrue(message.contains("no com.oracle.js.parser.Absent, com.oracle.Gone."), message);
    }

    private static Stream<String> imports(Path file) {
        try {
            List<MatchResult> found =
                    IMPORT.matcher(Files.readString(file)).results().toList();
            return found.stream().map(match -> NESTED.matcher(match.group(1)).replaceAll("\\$"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
