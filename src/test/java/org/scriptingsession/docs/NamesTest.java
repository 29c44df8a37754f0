// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.scriptingsession.error.Mistake;

/** What pages name is there: tests that show something, numbers of errors, settings. */
class NamesTest {
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+(?:IT|Test))`");
    private static final Pattern NUMBER = Pattern.compile("SCRIPTING-\\d{4}");
    private static final Pattern SETTING = Pattern.compile("`(scripting\\.[a-z.-]*[a-z])`");

    @Test
    void tests() throws IOException {
        Set<String> there = new TreeSet<>();
        for (String root : new String[] {"src/test", "src/test-kit", "src/test-browser", "src/samples/shop/src/test"}) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.map(file -> file.getFileName().toString().replace(".java", ""))
                        .forEach(there::add);
            }
        }
        assertAreThere(named(TEST, page -> true), there);
    }

    @Test
    void numbersOfErrors() {
        assertAreThere(
                named(NUMBER, page -> true),
                Arrays.stream(Mistake.values()).map(Mistake::id).collect(Collectors.toSet()));
    }

    @Test
    void typesOfTheJavaApi() throws IOException {
        Set<String> there;
        try (Stream<Path> files = Files.list(Path.of("src/main/java/org/scriptingsession/api"))) {
            there = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .filter(name -> !name.equals("package-info"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        Set<String> named = Page.of("src/site/reference/java-api.md").rows("# Java API").stream()
                .map(row -> row.substring(0, row.indexOf('|', 1)))
                .flatMap(cell -> Pattern.compile("`(\\w+)`").matcher(cell).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(there, named);
    }

    /** On the page for operators the names are those of metrics. */
    @Test
    void settings() {
        Set<String> named = named(SETTING, page -> !page.path().endsWith("watching.md"));
        assertTrue(named.size() > 20, named::toString);
        assertEquals(Set.of(), SettingsPageTest.unknown(named));
    }

    private static void assertAreThere(Set<String> named, Set<String> there) {
        assertTrue(named.size() > 10, named::toString);
        named.removeAll(there);
        assertEquals(Set.of(), named);
    }

    private static Set<String> named(Pattern pattern, Predicate<Page> pages) {
        return Page.all().stream()
                .filter(pages)
                .flatMap(page -> page.lines().stream())
                .flatMap(line -> pattern.matcher(line).results())
                .map(match -> match.group(match.groupCount()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
