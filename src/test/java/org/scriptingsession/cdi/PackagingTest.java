// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.cdi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.server.WebDescriptor;

/** How the product lies in an application, by the places of one of its classes. */
class PackagingTest {
    private static final String FILE = "org/scriptingsession/cdi/Packaging.class";

    @TempDir
    private Path folder;

    @Test
    void thePlaceIsTheJarOrFolder() {
        assertEquals("file:/a/WEB-INF/lib/b.jar", Packaging.placeOf("jar:file:/a/WEB-INF/lib/b.jar!/" + FILE, FILE));
        assertEquals("file:/a/WEB-INF/classes", Packaging.placeOf("file:/a/WEB-INF/classes/" + FILE, FILE));
        assertEquals(
                "vfs:/content/a.war/WEB-INF/lib/b.jar",
                Packaging.placeOf("vfs:/content/a.war/WEB-INF/lib/b.jar/" + FILE, FILE));
    }

    @Test
    void aDescriptorMayKeepTheProductFromBeingCalled() {
        assertEquals(List.of(), problems("", "", true));
        assertEquals(
                List.of(Mistake.METADATA_COMPLETE, Mistake.NOT_ORDERED),
                problems("metadata-complete='true'", "<absolute-ordering/>", true));
        // an ordering is of libraries
        assertEquals(List.of(), problems("", "<absolute-ordering/>", false));
    }

    @Test
    void theClassesOfOneWarAreFine() throws Exception {
        assertEquals(List.of(), problemsAt("a.war/WEB-INF/classes"));
    }

    @Test
    void twoPlacesAreOneTooMany() throws Exception {
        assertEquals(
                List.of(Mistake.SECOND_COPY), problemsAt("a.war/WEB-INF/classes", "a.war/WEB-INF/lib/unpacked.jar"));
    }

    @Test
    void outsideOfAWarNobodyCallsIt() throws Exception {
        assertEquals(List.of(Mistake.NOT_IN_WAR), problemsAt("a.ear/lib/unpacked.jar"));
    }

    private static List<Mistake> problems(String attributes, String content, boolean library) {
        String text = "<web-app " + attributes + ">" + content + "</web-app>";
        WebDescriptor descriptor = WebDescriptor.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return Packaging.problemsOf(descriptor, library).stream()
                .map(Mistake::of)
                .toList();
    }

    private List<Mistake> problemsAt(String... places) throws IOException, ClassNotFoundException {
        URL[] urls = new URL[places.length];
        for (int i = 0; i < places.length; i++) {
            Path copy = folder.resolve(places[i]).resolve(FILE);
            Files.createDirectories(copy.getParent());
            try (var in = Packaging.class.getResourceAsStream("/" + FILE)) {
                Files.copy(in, copy);
            }
            urls[i] = folder.resolve(places[i]).toUri().toURL();
        }
        // without a parent, which has the class, too
        try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            return Packaging.problems(loader.loadClass("org.scriptingsession.cdi.Packaging")).stream()
                    .map(Mistake::of)
                    .toList();
        }
    }
}
