// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No link between pages is broken, and the site's menu has every page. */
class LinksTest {
    private static final Pattern MENU = Pattern.compile("href=\"([^\":]+)\\.html\"");

    @Test
    void everyLinkLeadsToAFile() {
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Page page : Page.all()) {
            for (String link : page.links()) {
                links++;
                if (!link.matches("https?://.*") && !leads(page, link)) {
                    broken.add(page.path() + ": " + link);
                }
            }
        }
        assertEquals(List.of(), broken);
        assertTrue(links > 100, "only " + links + " links were found");
    }

    /** To a file, and not to a heading of it: the site names headings otherwise than GitHub. */
    private static boolean leads(Page page, String link) {
        return Files.exists(
                Path.of("").resolve(page.path()).resolveSibling(link).normalize());
    }

    @Test
    void theMenuHasEveryPageButDecisions() throws IOException {
        Set<String> menu = MENU.matcher(Files.readString(Path.of("src/site/site.xml")))
                .results()
                .map(match -> match.group(1) + ".md")
                .filter(page -> page.startsWith("src/site/"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> pages = Page.documentation().stream()
                .map(page -> page.path().toString())
                .filter(path -> path.startsWith("src/site/") && !path.matches(".*/decisions/\\d.*"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(pages, menu);
    }

    @Test
    void theListOfDecisionsHasEachByItsTitle() {
        List<String> decisions = Page.all().stream()
                .filter(page -> page.path().toString().matches("src/site/decisions/\\d.*"))
                .map(page -> "| [%s](%s) |"
                        .formatted(
                                page.lines().get(0).replaceFirst("# ", ""),
                                page.path().getFileName()))
                .toList();
        assertEquals(
                decisions,
                Page.of("src/site/decisions/index.md").lines().stream()
                        .filter(line -> line.startsWith("| ["))
                        .toList());
    }

    @Test
    void theReadmeTakesTenMinutes() {
        assertTrue(Page.of("README.md").lines().size() < 200);
    }
}
