// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scriptingsession.engine.modules.ModuleParser;
import org.scriptingsession.engine.modules.ScriptModule;
import org.scriptingsession.module.ModuleGraph;
import org.scriptingsession.module.ProductModules;
import org.scriptingsession.module.ScriptPath;

/** ES module packages of npm, installed by npm and copied nowhere: an import map names them. Needs npm and its registry. */
class NpmPackagesIT {
    private static final Path INSTALLED = Path.of("target", "npm").toAbsolutePath();
    private static final String MAP =
            """
            { "imports": {
                "date-fns": "./node_modules/date-fns/index.js",
                "date-fns/": "./node_modules/date-fns/",
                "marked": "./node_modules/marked/lib/marked.esm.js",
                "zod": "./node_modules/zod/index.js" } }""";

    private final TestContexts contexts = new TestContexts(Map.of("scripting.timeout", "PT1M"));

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        Files.createDirectories(INSTALLED);
        Files.writeString(
                INSTALLED.resolve("package.json"), Files.readString(Path.of("src", "test", "npm", "package.json")));
        assumeTrue(hasNpm(), "npm is not here");
        Process npm = new ProcessBuilder("npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts")
                .directory(INSTALLED.toFile())
                // never the input of this JVM, by which Maven talks to it: Node.js makes it one that does not wait
                .redirectErrorStream(true)
                .redirectOutput(INSTALLED.resolve("npm.log").toFile())
                .start();
        assertTrue(npm.waitFor(2, TimeUnit.MINUTES), "npm install did not end");
        assertEquals(0, npm.exitValue(), () -> "npm install failed, see npm.log in " + INSTALLED);
    }

    private static boolean hasNpm() throws InterruptedException {
        try {
            return new ProcessBuilder("npm", "--version").start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    @AfterEach
    void close() {
        contexts.close();
    }

    @Test
    void dateFnsWorks() {
        run(
                """
                import { addDays, format } from "date-fns";
                const day = format(addDays(new Date(2026, 0, 31), 1), "yyyy-MM-dd EEEE");
                if (day !== "2026-02-01 Sunday") throw new Error(day);
                """);
    }

    @Test
    void markedWorks() {
        run(
                """
                import { marked } from "marked";
                const html = marked.parse("# Bread\\n\\n*fresh* & **warm**");
                if (!html.includes("<h1>Bread</h1>") || !html.includes("<em>fresh</em> &amp; <strong>warm</strong>")) throw new Error(html);
                """);
    }

    @Test
    void zodWorks() {
        run(
                """
                import { z } from "zod";
                const line = z.object({ name: z.string(), count: z.number().int().min(1) });
                if (line.parse({ name: "bread", count: 2, more: 1 }).count !== 2) throw new Error("parsed wrongly");
                const refused = line.safeParse({ name: 5, count: 0 });
                if (refused.success || refused.error.issues.length !== 2) throw new Error(JSON.stringify(refused));
                """);
    }

    @Test
    void ofAPackageWithoutSideEffectsIsEvaluatedWhatIsImported() {
        ModuleGraph some = graph("import { addDays } from \"date-fns\";");
        ModuleGraph all = graph("import * as all from \"date-fns\";");

        assertTrue(
                some.modules().size() < 10, () -> "modules: " + some.modules().size());
        assertTrue(all.modules().size() > 200, () -> "modules: " + all.modules().size());
    }

    @Test
    void whatIsLeftOutMakesNoDifference() {
        run(
                """
                import * as all from "date-fns";
                import { addDays, parse, intlFormatDistance } from "date-fns";
                const day = parse("31.01.2026", "dd.MM.yyyy", new Date(2026, 0, 1));
                if (all.addDays !== addDays) throw new Error("another function");
                if (all.formatISO(addDays(day, 1), { representation: "date" }) !== "2026-02-01") throw new Error("another day");
                const text = intlFormatDistance(addDays(day, 1), day, { locale: "en" });
                if (text !== "tomorrow") throw new Error(text);
                """);
    }

    private void run(String script) {
        contexts.run(graph(script));
    }

    static ModuleGraph graph(String script) {
        return ModuleGraph.of(ModuleParser.parse("/script.mjs", script), ProductModules.SDK, NpmPackagesIT::find);
    }

    private static Optional<ScriptModule> find(String path) {
        if (path.equals("/importmap.json")) {
            return Optional.of(ModuleParser.parseJson(path, MAP));
        }
        Path file = INSTALLED.resolve(path.substring(1));
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            String text = Files.readString(file);
            return Optional.of(
                    ScriptPath.isJson(path) ? ModuleParser.parseJson(path, text) : ModuleParser.parse(path, text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
