// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the page on tests shows is what the shop has, and the shop's build compiles and runs. */
class TestingPageTest {
    private static final Path SHOP = Path.of("src/samples/shop");

    @Test
    void itsExampleIsATestOfTheShop() throws IOException {
        assertEquals(Files.readString(SHOP.resolve("src/test/java/com/example/shop/ScriptsTest.java")), block("java"));
    }

    @Test
    void itsDependenciesAreThoseOfTheShop() throws IOException {
        String pom = Files.readString(SHOP.resolve("pom.xml")).replaceAll("\\s+", " ");
        String shown = block("xml").replaceAll("\\s+", " ").strip();
        assertTrue(pom.contains(shown), shown);
    }

    /** The first block of a language. */
    private static String block(String language) throws IOException {
        String page = Files.readString(Path.of("src/site/testing.md"));
        String begin = "```" + language + "\n";
        int start = page.indexOf(begin) + begin.length();
        return page.substring(start, page.indexOf("```", start));
    }
}
