// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Versions that are written down are those that the build tests. */
class VersionsTest {
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
