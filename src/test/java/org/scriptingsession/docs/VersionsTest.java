// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Versions that are written down are those that the build tests. */
class VersionsTest {
    private static final Pattern SERVER =
            Pattern.compile("\\| ((?:Payara Micro|Payara Server|WildFly|GlassFish|Open Liberty) [\\d.]*\\d)");

    private static final Pattern FOLDER = Pattern.compile("wildfly-\\d[\\w.]*\\w");
    private static final Pattern USE =
            Pattern.compile("<artifactId>scripting-session</artifactId>\\s*<version>([^<]*)</version>");

    private final Pom pom = Pom.read();

    @Test
    void theReadmeSaysWhatIsTested() {
        Map<String, String> properties = pom.properties();
        assertEquals(
                List.of(
                        "| Payara Micro | %s |".formatted(properties.get("payara.version")),
                        "| Payara Server | %s |".formatted(properties.get("payara.server.version")),
                        "| WildFly | %s |".formatted(properties.get("wildfly.version")),
                        "| Jakarta EE | %s |".formatted(properties.get("jakartaee.version")),
                        "| GraalJS, in the WAR or [given to the server](src/site/howto/deploy.md) | %s |"
                                .formatted(properties.get("graaljs.version"))),
                Page.of("README.md").lines().stream()
                        .filter(line -> line.matches("\\| (Payara|WildFly|Jakarta|GraalJS).*"))
                        .toList());
    }

    @Test
    void theMatrixOfServersIsTheOneThatIsTested() {
        Map<String, String> properties = pom.properties();
        List<String> tested = Stream.of(
                        "Payara Micro " + properties.get("payara.version"),
                        "Payara Micro " + properties.get("payara.newest.version"),
                        "Payara Server " + properties.get("payara.server.version"),
                        "WildFly " + properties.get("wildfly.version").replace(".Final", ""),
                        "WildFly " + properties.get("wildfly.lowest.version").replace(".Final", ""),
                        "GlassFish " + properties.get("glassfish.version"),
                        "Open Liberty " + properties.get("liberty.version"))
                .toList();
        assertEquals(
                tested,
                Page.of("src/site/reference/servers.md").lines().stream()
                        .map(SERVER::matcher)
                        .filter(Matcher::lookingAt)
                        .map(row -> row.group(1))
                        .toList());
    }

    /** In commands and folders that readers type. */
    @Test
    void foldersOfServersAreThoseThatTheBuildLeaves() {
        Set<String> named = Page.documentation().stream()
                .flatMap(page -> page.lines().stream())
                .flatMap(line -> FOLDER.matcher(line).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());
        assertEquals(Set.of("wildfly-" + pom.properties().get("wildfly.version")), named);
    }

    /** What the engine, Tink and the reader of multipart bodies bring, as it lies on the class path. */
    @Test
    void librariesAreTheOnesThatAreBrought() {
        String brought = System.getProperty("java.class.path");
        List<String> rows = Page.of("src/site/libraries.md").lines();
        for (String library : List.of("protobuf-java", "gson", "commons-io", "tink")) {
            Matcher jar = Pattern.compile("/" + library + "-(\\d[\\w.]*)\\.jar").matcher(brought);
            assertTrue(jar.find(), library);
            String row = "| %s %s |".formatted(library.equals("tink") ? "Tink" : library, jar.group(1));
            assertTrue(rows.stream().anyMatch(line -> line.startsWith(row)), row);
        }
        assertTrue(Page.of("README.md").lines().stream()
                .anyMatch(line -> line.contains("[htm](https://github.com/developit/htm) "
                        + pom.properties().get("htm.version") + " ")));
    }

    /** Else samples and benchmarks would go on with what an older build has left in the local repository. */
    @Test
    void samplesAndBenchmarksHaveTheProductsVersion() throws IOException {
        int uses = 0;
        try (Stream<Path> files = Stream.concat(Files.walk(Path.of("src/samples")), Files.walk(Path.of("src/bench")))) {
            for (Path file : files.filter(file -> file.endsWith("pom.xml")).toList()) {
                String text = Files.readString(file);
                for (MatchResult use : USE.matcher(text).results().toList()) {
                    String version = use.group(1).replace("${scripting.session.version}", variable(text));
                    assertEquals(pom.version(), version, file::toString);
                    uses++;
                }
            }
        }
        assertTrue(uses > 4, "uses: " + uses);
    }

    private static String variable(String text) {
        Matcher variable = Pattern.compile("<scripting.session.version>(.*)</").matcher(text);
        return variable.find() ? variable.group(1) : "none";
    }

    @Test
    void theInspectorIsTheOneThatIsTested() {
        assertTrue(Page.of("src/site/debugging.md")
                .lines()
                .contains("  <version>" + pom.properties().get("inspector.version") + "</version>"));
    }

    @Test
    void theStarterHasTheServersThatAreTestedInSixtyLines() throws IOException {
        Path starter = Path.of("src/samples/starter");
        String text = Files.readString(starter.resolve("pom.xml"));
        assertTrue(text.contains("<payaraMicroVersion>" + pom.properties().get("payara.version") + "<"), text);
        assertTrue(text.contains("<wildfly>" + pom.properties().get("wildfly.version") + "<"), text);
        assertTrue(text.contains("<version>" + pom.version() + "</version><classifier>classes<"), text);
        try (Stream<Path> files = Files.walk(starter)) {
            int lines = 0;
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(starter.resolve("target")))
                    .toList()) {
                lines += Files.readAllLines(file).size();
            }
            assertTrue(lines <= 60, "lines: " + lines);
        }
    }
}
