// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scriptingsession.config.FixedConfig;
import org.scriptingsession.config.ScriptingConfigReader;
import org.xml.sax.InputSource;

/**
 * Every block of the site, README and the pages beside it included, is run, compared or read; or a comment before it says why it
 * cannot be: {@code <!-- not run: ... -->}.
 * {@code <!-- same as: path -->} says of which file it is a part; three dots stand for what is left out.
 */
class SnippetsTest {
    /** Who runs them: scripts, {@link ScriptSnippetsTest}; Java, {@link JavaSnippetsTest}; the rest is below. */
    private static final Set<String> KNOWN =
            Set.of("javascript", "java", "console", "properties", "json", "xml", "ts", "text");

    /** What is read of the notes before a block: for every language, and for some. */
    private static final Set<String> NOTES = Set.of("not run", "same as");

    private static final Map<String, Set<String>> NOTES_OF = Map.of(
            "javascript",
            Set.of("with", "file", "post", "form", "user", "answers", "prints"),
            "java",
            Set.of("with", "file"),
            "console",
            Set.of("until", "before"));

    /** Whose commands {@link DocumentationIT} runs. */
    private static final Set<Path> RUN_PAGES = Set.of(Path.of("README.md"), Path.of("src/site/tutorial.md"));

    private static final Pattern OUR_VERSION =
            Pattern.compile("<artifactId>scripting-session</artifactId>\\s*<version>([^$<]*)</version>");

    static List<Block> blocks(String language) {
        return Page.documentation().stream()
                .flatMap(page -> page.blocks().stream())
                .filter(block -> block.language().equals(language))
                .filter(Block::isRun)
                .toList();
    }

    private static Stream<Block> all() {
        return Page.documentation().stream().flatMap(page -> page.blocks().stream());
    }

    @Test
    void everyBlockNamesALanguageThatSomebodyRuns() {
        assertEquals(
                List.of(),
                all().filter(block -> !KNOWN.contains(block.language())).toList());
    }

    /** One that is misspelt would be a check that is left out. */
    @Test
    void everyNoteIsReadBySomebody() {
        assertEquals(
                List.of(),
                all().flatMap(block -> block.notes().keySet().stream()
                                .filter(note -> !NOTES.contains(note)
                                        && !NOTES_OF.getOrDefault(block.language(), Set.of())
                                                .contains(note))
                                .map(note -> block + ": " + note))
                        .toList());
    }

    /** Indented, or by another fence, it would be nobody's; and so would a comment be that is no note. */
    @Test
    void everyBlockAndNoteStandsAtTheBeginningOfALine() {
        List<String> unseen = Page.documentation().stream()
                .flatMap(page -> page.lines().stream()
                        .filter(line -> line.matches("\\s+```.*|\\s*(~~~|````).*|\\s*<(pre|!--).*"))
                        .filter(line -> !Page.isNote(line))
                        .map(line -> page.path() + ": " + line))
                .toList();
        assertEquals(List.of(), unseen);
    }

    @Test
    void everyCommandIsRunOrSaysWhyNot() {
        assertEquals(
                List.of(),
                blocks("console").stream()
                        .filter(block -> !RUN_PAGES.contains(block.page()))
                        .toList());
    }

    @Test
    void whatIsPrintedIsComparedButForIdsTimesAndDots() {
        Block.Command command = new Block.Command(
                "x", "{\"id\":\"ca690372-d3fb-4cd5-b48b-6cffd14f5d6f\"} at 10:02:03\nready ... ms (5:66)\n");

        assertTrue(command.prints(
                "{\"id\":\"00000000-d3fb-4cd5-b48b-6cffd14f5d6f\"} at 9:12:13.5Z\nready in 7 ms (5:66)"));
        assertFalse(command.prints("{\"id\":\"no id\"} at 9:12:13\nready in 7 ms (5:66)"));
        assertFalse(
                command.prints("{\"id\":\"00000000-d3fb-4cd5-b48b-6cffd14f5d6f\"} at 9:12:13\nready in 7 ms (5:67)"));
    }

    @Test
    void excusesAreSentences() {
        assertEquals(
                List.of(),
                all().filter(block -> block.note("not run").orElse("a reason").length() < 8)
                        .toList());
    }

    @Test
    void whatIsShownOfAFileIsInIt() {
        List<Block> copies =
                all().filter(block -> block.note("same as").isPresent()).toList();
        assertTrue(copies.size() > 3, copies::toString);
        for (Block block : copies) {
            String file = flat(String.join(
                    "\n", Page.of(block.note("same as").orElseThrow()).lines()));
            int at = 0;
            for (String part : flat(block.text()).split(" \\.\\.\\. ")) {
                at = file.indexOf(part, at);
                assertTrue(
                        at >= 0,
                        () -> block + " differs from " + block.note("same as").orElseThrow() + ": " + part);
            }
        }
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    @ParameterizedTest
    @MethodSource
    void settings(Block block) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(block.text()));
        Map<String, String> values = new HashMap<>();
        properties.forEach((name, value) -> values.put((String) name, (String) value));
        assertEquals(
                Set.of(),
                SettingsPageTest.unknown(values.keySet()),
                () -> block + " names what is no setting, or of another library");
        ScriptingConfigReader.read(new FixedConfig(values));
    }

    static List<Block> settings() {
        return blocks("properties");
    }

    @ParameterizedTest
    @MethodSource
    void json(Block block) {
        try (JsonParser parser = Json.createParser(new StringReader(block.text()))) {
            while (parser.hasNext()) {
                parser.next();
            }
        }
    }

    static List<Block> json() {
        return blocks("json");
    }

    @ParameterizedTest
    @MethodSource
    void xml(Block block) throws Exception {
        String text = block.text().startsWith("<?xml") ? block.text() : "<all>" + block.text() + "</all>";
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
        OUR_VERSION
                .matcher(text)
                .results()
                .forEach(match -> assertEquals(Pom.read().version(), match.group(1), block::toString));
    }

    static List<Block> xml() {
        return blocks("xml");
    }

    /** {@code tsc} reads the files below src/test/types, in {@code .ci/run}. */
    @ParameterizedTest
    @MethodSource
    void types(Block block) throws IOException {
        String file = Files.readString(Path.of(block.note("same as").orElse("src/test/types/attributes.d.ts")));
        assertTrue(flat(file).contains(flat(block.text())), block::toString);
    }

    static List<Block> types() {
        return blocks("ts");
    }
}
