// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The page that says why each dependency is there names those of the POM, and no other. */
class DependenciesPageTest {
    private static final Page PAGE = Page.of("src/site/reference/dependencies.md");

    @Test
    void itHasEveryDependencyWithItsScope() {
        assertEquals(Pom.read().dependencies(), names(PAGE.pairs("## Dependencies")));
    }

    @Test
    void itHasEveryPlugin() {
        assertEquals(
                Pom.read().plugins(),
                List.copyOf(names(PAGE.pairs("## Plugins of the build")).keySet()));
    }

    private static Map<String, String> names(Map<String, String> rows) {
        Map<String, String> names = new TreeMap<>();
        rows.forEach((name, value) -> names.put(name.replace("`", ""), value));
        return names;
    }
}
