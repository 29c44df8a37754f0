// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Makes test applications of the WAR that Maven packaged, and says where they answer. */
final class Deployments {
    private static final Path RESOURCES = Path.of("src/test/resources").toAbsolutePath();
    private static final Path SCRIPTS = RESOURCES.resolve("scripts");

    private Deployments() {}

    /** The product with the scripts of {@code src/test/resources/scripts/<folder>} at {@code /js/it/}. */
    static WebArchive war(String folder) {
        return named("it.war", folder);
    }

    /** As {@link #war(String)}, under another name: Arquillian wants a name for each of a class's deployments. */
    static WebArchive named(String name, String folder) {
        return imported("it.product", name, folder);
    }

    /** As {@link #named}, with the engine in its own libraries on every server. */
    static WebArchive whole(String name, String folder) {
        return imported("it.war", name, folder);
    }

    /** As {@link #named}, of the WAR for several nodes. */
    static WebArchive distributable(String name, String folder) {
        return imported("cluster.war", name, folder);
    }

    /** An application of its own, with the product's jar and what it needs in {@code WEB-INF/lib}, and nothing else of the WAR. */
    static WebArchive library(String folder) {
        return library("it.war", folder);
    }

    /** As {@link #library(String)}, under another name. */
    static WebArchive library(String name, String folder) {
        WebArchive war = ShrinkWrap.create(WebArchive.class, name).addAsLibraries(libraries());
        return withScripts(war, folder);
    }

    /** As {@link #library(String)}, with the engine where {@link #named} has it. */
    static WebArchive thinLibrary(String name, String folder) {
        return withScripts(ShrinkWrap.create(WebArchive.class, name).addAsLibraries(libraries("it.product")), folder);
    }

    /** The product's jar and what it needs. */
    static List<JavaArchive> libraries() {
        return libraries("it.war");
    }

    private static List<JavaArchive> libraries(String property) {
        return product(property, "product.war")
                .getContent(path ->
                        path.get().startsWith("/WEB-INF/lib/") && path.get().endsWith(".jar"))
                .entrySet()
                .stream()
                .map(entry -> ShrinkWrap.create(
                                ZipImporter.class,
                                Path.of(entry.getKey().get()).getFileName().toString())
                        .importFrom(entry.getValue().getAsset().openStream())
                        .as(JavaArchive.class))
                .toList();
    }

    /** A library that an application brings itself: the jar whose name begins so. */
    static File other(String beginning) {
        List<Path> jars = filesIn(Path.of(System.getProperty("it.libraries"))).stream()
                .filter(jar -> jar.getFileName().toString().startsWith(beginning))
                .toList();
        if (jars.size() != 1) {
            throw new IllegalArgumentException(beginning + ": " + jars);
        }
        return jars.get(0).toFile();
    }

    /** Puts the application's own version of a library in the place of the one that came along with the product. */
    static WebArchive withOther(WebArchive war, String library, String beginning) {
        List<ArchivePath> ours =
                war.getContent(path -> path.get().startsWith("/WEB-INF/lib/" + library + "-")).keySet().stream()
                        .toList();
        if (ours.size() != 1) {
            throw new IllegalArgumentException(library + ": " + ours);
        }
        war.delete(ours.get(0));
        return war.addAsLibrary(other(beginning));
    }

    private static WebArchive product(String property, String name) {
        return ShrinkWrap.create(ZipImporter.class, name)
                .importFrom(new File(System.getProperty(property)))
                .as(WebArchive.class);
    }

    private static WebArchive imported(String product, String name, String folder) {
        return withScripts(product(product, name), folder);
    }

    private static WebArchive withScripts(WebArchive war, String folder) {
        addScripts(war, SCRIPTS.resolve(folder));
        withSettings(war, Map.of());
        return war.addAsWebInfResource(SCRIPTS.resolve("_cases.mjs").toFile(), "scripts/it/_cases.mjs");
    }

    /** As {@link #war(String)}, with settings in {@code META-INF/microprofile-config.properties}. */
    static WebArchive war(String folder, Map<String, String> settings) {
        return withSettings(war(folder), settings);
    }

    /** Gives an application its settings; unless they say otherwise, few contexts: making more is a tenth of a start. */
    static WebArchive withSettings(WebArchive war, Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>(Map.of("scripting.contexts", "4"));
        all.putAll(settings);
        String lines = all.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining("\n"));
        return war.addAsResource(new StringAsset(lines), "META-INF/microprofile-config.properties");
    }

    /** An empty folder beside the build's output. */
    static Path folder() {
        try {
            return Files.createTempDirectory(
                            Path.of(System.getProperty("it.war")).getParent(), "scripts-")
                    .toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of {@code src/test/resources}. */
    static Path resource(String path) {
        return RESOURCES.resolve(path);
    }

    /** The text of a file of {@code src/test/resources}. */
    static String text(String path) {
        try {
            return Files.readString(resource(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the test application answers. */
    static URI base() {
        return URI.create("http://127.0.0.1:" + System.getProperty("it.http.port") + "/it/");
    }

    private static void addScripts(WebArchive war, Path folder) {
        for (Path file : filesIn(folder)) {
            String name = folder.relativize(file).toString();
            war.addAsWebInfResource(file.toFile(), "scripts/it/" + name);
        }
    }

    private static List<Path> filesIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
