// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptingsession.engine.modules.ModuleParser;
import org.scriptingsession.engine.modules.ScriptModule;
import org.scriptingsession.error.Failure;
import org.scriptingsession.error.Failures;
import org.scriptingsession.error.Mistake;

/** A script's imports are followed and checked before it runs. */
class ModuleGraphTest {
    private final Map<String, String> files = new HashMap<>();

    @Test
    void dependenciesComeFirstAndTheEntryLast() {
        files.put("/a.mjs", "import './lib/b.mjs'; import './lib/c.mjs';");
        files.put("/lib/b.mjs", "import './c.mjs';");
        files.put("/lib/c.mjs", "import '../d.mjs';");
        files.put("/d.mjs", "");

        assertEquals(List.of("/d.mjs", "/lib/c.mjs", "/lib/b.mjs", "/a.mjs"), paths(graph("/a.mjs")));
    }

    @Test
    void theProductsModulesBelongToNoGraph() {
        files.put("/a.mjs", "import { session } from 'sdk/http'; import x from '@dirigible/http/request';");

        assertEquals(List.of("/a.mjs"), paths(graph("/a.mjs")));
    }

    @Test
    void aCircleIsFollowedOnce() {
        files.put("/a.mjs", "import { b } from './b.mjs'; export const a = 1;");
        files.put("/b.mjs", "import { a } from './a.mjs'; export const b = 1;");

        assertEquals(List.of("/b.mjs", "/a.mjs"), paths(graph("/a.mjs")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fs",
                "/b.mjs",
                "https://example.org/b.mjs",
                "../b.mjs",
                "./../../b.mjs",
                ".//b.mjs",
                "./lib//b.mjs",
                "./lib/b.mjs/",
                "./",
                "sdk",
                "sdk/absent",
                "b.mjs",
                "",
                ".",
                ".."
            })
    void otherImportsAreRefusedWithTheirPlace(String specifier) {
        files.put("/a.mjs", "const x = 1;\nimport '" + specifier + "';");
        files.put("/b.mjs", "");

        Failure refused = Failures.of(Mistake.IMPORT_REFUSED, () -> graph("/a.mjs"));
        assertEquals("SCRIPTING-0203", refused.id());
        assertTrue(refused.getMessage().startsWith("a.mjs:2:1: "), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "./_secret.env, IMPORT_OF_NO_SCRIPT",
        "./b, IMPORT_OF_NO_SCRIPT",
        "./b.mjs/, IMPORT_REFUSED",
        "./prices.json, IMPORT_OF_JSON"
    })
    void whatIsNoScriptIsNotEvenParsed(String specifier, Mistake mistake) {
        for (String file : List.of("/_secret.env", "/b", "/prices.json")) {
            files.put(file, "{ \"key\": 1 }");
        }
        files.put("/a.mjs", "import '" + specifier + "';");
        assertTrue(Failures.of(mistake, () -> graph("/a.mjs")).getMessage().startsWith("a.mjs:1:1: "));

        files.put("/a.mjs", "");
        Failures.of(mistake, () -> graph("/a.mjs").imported("/a.mjs", specifier, false));
    }

    @Test
    void aMissingScriptIsNamed() {
        files.put("/shop/a.mjs", "import '../lib/absent.mjs';");

        Failure missing = Failures.of(Mistake.IMPORT_NOT_FOUND, () -> graph("/shop/a.mjs"));
        assertEquals("SCRIPTING-0204", missing.id());
        assertTrue(
                missing.getMessage().startsWith("shop/a.mjs:1:1: there is no script lib/absent.mjs"),
                missing.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "import { absent } from './lib.mjs';|absent",
                "import d from './lib.mjs';|default",
                "export { absent } from './lib.mjs';|absent",
                "import { sessions } from 'sdk/http';|sessions",
                "import http from 'sdk/http';|default",
                "import { twice } from './stars.mjs';|twice",
                "import { hidden } from './lib.mjs';|hidden"
            })
    void aNameThatIsNotExportedIsRefused(String text, String name) {
        putLibraries();
        files.put("/a.mjs", text);

        Failure refused = Failures.of(Mistake.EXPORT_NOT_FOUND, () -> graph("/a.mjs"));
        assertEquals("SCRIPTING-0205", refused.id());
        assertTrue(refused.getMessage().contains("no \"" + name + "\""), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import { own } from './stars.mjs';",
                "import { one } from './stars.mjs';",
                "import { same } from './stars.mjs';",
                "import { all } from './lib.mjs';",
                "import * as lib from './stars.mjs';",
                "import { other as mine } from './lib.mjs';",
                "import { session, Session } from 'sdk/http'; import s from 'sdk/http/session';",
                "import { loop } from './loop.mjs';"
            })
    void aNameThatIsExportedIsFound(String text) {
        putLibraries();
        files.put("/loop.mjs", "export * from './loop.mjs'; export * from './back.mjs'; export const loop = 1;");
        files.put("/back.mjs", "export * from './loop.mjs';");
        files.put("/a.mjs", text);

        graph("/a.mjs");
    }

    @Test
    void aNameThatAnImportedScriptLacksIsFoundToo() {
        files.put("/a.mjs", "import './b.mjs';");
        files.put("/b.mjs", "import { no } from './a.mjs';");

        Failure refused = Failures.of(Mistake.EXPORT_NOT_FOUND, () -> graph("/a.mjs"));
        assertTrue(refused.getMessage().startsWith("b.mjs:1:1: "), refused.getMessage());
    }

    private void putLibraries() {
        files.put("/lib.mjs", "const hidden = 1; export const other = 2; export * as all from './one.mjs';");
        files.put("/one.mjs", "export const one = 1, twice = 1; export { same } from './same.mjs';");
        files.put("/two.mjs", "export const two = 2, twice = 2; export { same } from './same.mjs';");
        files.put("/same.mjs", "export const same = 1;");
        files.put("/stars.mjs", "export * from './one.mjs'; export * from './two.mjs'; export const own = 1;");
    }

    private ModuleGraph graph(String path) {
        return ModuleGraph.of(module(path).orElseThrow(), ProductModules.SDK, this::module);
    }

    private Optional<ScriptModule> module(String path) {
        return Optional.ofNullable(files.get(path)).map(text -> ModuleParser.parse(path, text));
    }

    private static List<String> paths(ModuleGraph graph) {
        return graph.modules().stream().map(ScriptModule::path).toList();
    }

    @Test
    void aPathIsOfBoundedLengthAndDepth() {
        files.put("/a.mjs", "");
        ModuleGraph graph = graph("/a.mjs");

        for (String specifier : List.of("./" + "x/".repeat(64) + "b.mjs", "./" + "x".repeat(1024) + ".mjs")) {
            Failures.of(Mistake.IMPORT_REFUSED, () -> graph.imported("/a.mjs", specifier, false));
        }
        Failures.of(Mistake.IMPORT_NOT_FOUND, () -> graph.imported("/a.mjs", "./" + "x/".repeat(63) + "b.mjs", false));
    }
}
