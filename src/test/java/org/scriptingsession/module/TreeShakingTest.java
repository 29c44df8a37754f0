// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptingsession.engine.modules.ModuleParser;
import org.scriptingsession.engine.modules.ScriptModule;
import org.scriptingsession.error.Failures;
import org.scriptingsession.error.Mistake;

/** Of a package that promises to have no side effects a script evaluates what it uses. */
class TreeShakingTest {
    private static final String FREE = "{ \"sideEffects\": false }";

    private final Map<String, String> files = new HashMap<>();
    private String unreadable;

    @BeforeEach
    void aPackage() {
        files.put("/p/package.json", FREE);
        files.put(
                "/p/index.js",
                "export * from './a.js'; export * from './b.js'; export { c as default } from './c.js';");
        files.put("/p/a.js", "import { helped } from './helper.js'; export const a = helped(1); export let other = 2;");
        files.put("/p/b.js", "export const b = 2;");
        files.put("/p/c.js", "export const c = 3;");
        files.put("/p/helper.js", "export const helped = (value) => value;");
    }

    @Test
    void whatIsImportedOfAnIndexIsEvaluatedWithWhatItNeeds() {
        assertEquals(
                List.of("/p/helper.js", "/p/a.js", "/p/index.js#0", "/entry.mjs"),
                evaluated("import { a, other } from './p/index.js';"));
    }

    @Test
    void theDefaultExportIsPassedOnByItsName() {
        assertEquals(List.of("/p/c.js", "/p/index.js#0", "/entry.mjs"), evaluated("import three from './p/index.js';"));
    }

    @Test
    void eachImporterHasAnIndexOfItsOwnNames() {
        files.put("/other.mjs", "import { b } from './p/index.js'; import { c } from './p/c.js';");

        assertEquals(
                List.of("/p/b.js", "/p/index.js#0", "/p/c.js", "/other.mjs", "/p/index.js#1", "/entry.mjs"),
                evaluated("import './other.mjs'; import three, { b } from './p/index.js';"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import * as all from './p/index.js';",
                "import { b } from './p/index.js'; import * as all from './p/index.js';",
                "export * from './p/index.js';",
                "export * as all from './p/index.js';",
                "import './p/index.js';"
            })
    void whoTakesAllGetsTheFile(String script) {
        assertTrue(evaluated(script).contains("/p/index.js"), () -> evaluated(script)
                .toString());
        assertTrue(evaluated(script).containsAll(List.of("/p/a.js", "/p/b.js", "/p/c.js")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{ \"sideEffects\": true }",
                "{ \"sideEffects\": \"false\" }",
                "{ \"sideEffects\": [] }",
                "{ \"sideEffects\": [\"./a.js\"] }",
                "[false]",
                "false",
                "{ \"sideEffects\": false",
                ""
            })
    void aPackageThatDoesNotPromiseIsEvaluatedWhole(String manifest) {
        files.put("/p/package.json", manifest);

        assertEquals(
                List.of("/p/helper.js", "/p/a.js", "/p/b.js", "/p/c.js", "/p/index.js", "/entry.mjs"),
                evaluated("import { b } from './p/index.js';"));
    }

    @Test
    void thereMayBeNoManifest() {
        files.remove("/p/package.json");

        assertTrue(evaluated("import { b } from './p/index.js';").contains("/p/a.js"));
    }

    @Test
    void theNearestManifestCounts() {
        files.put("/package.json", FREE);
        files.remove("/p/package.json");
        assertFalse(evaluated("import { b } from './p/index.js';").contains("/p/a.js"));

        files.put("/p/package.json", "{}");
        assertTrue(evaluated("import { b } from './p/index.js';").contains("/p/a.js"));
    }

    @Test
    void anIndexWithCodeOfItsOwnIsEvaluatedWhole() {
        files.put("/p/index.js", files.get("/p/index.js") + " export const version = 1;");

        assertTrue(evaluated("import { b } from './p/index.js';").contains("/p/a.js"));
    }

    @Test
    void whatAnIndexPassesOnOfAPackageThatDoesNotPromiseIsEvaluated() {
        files.put(
                "/p/index.js", "export * from './b.js'; export { q } from '../q/q.js'; import { s } from '../q/s.js';");
        files.put("/q/q.js", "export const q = 1;");
        files.put("/q/s.js", "export const s = 1;");

        assertEquals(
                List.of("/p/b.js", "/q/q.js", "/q/s.js", "/p/index.js#0", "/entry.mjs"),
                evaluated("import { b } from './p/index.js';"));
    }

    @Test
    void anIndexOfIndexesIsNarrowedToTheLast() {
        files.put("/p/all.js", "export * from './index.js'; export { b as two, default as three } from './index.js';");

        assertEquals(
                List.of("/p/b.js", "/p/c.js", "/p/index.js#1", "/p/all.js#0", "/entry.mjs"),
                evaluated("import { b, three } from './p/all.js';"));
    }

    @Test
    void indexesThatPassOnEachOtherAreEvaluatedWhole() {
        files.put("/p/one.js", "export * from './two.js'; export * from './a.js';");
        files.put("/p/two.js", "export * from './one.js'; export * from './b.js';");

        assertTrue(evaluated("import { b } from './p/one.js';").contains("/p/a.js"));
        assertTrue(evaluated("import { a } from './p/two.js';").contains("/p/b.js"));
    }

    @Test
    void aCircleBehindAnIndexKeepsTheOrderOfThePackage() {
        files.put("/p/b.js", "import { a } from './index.js'; export const b = () => a;");

        assertEquals(
                List.of("/p/helper.js", "/p/a.js", "/p/b.js", "/p/c.js", "/p/index.js", "/entry.mjs"),
                evaluated("import { b } from './p/index.js';"));
    }

    @Test
    void aNamespaceThatIsImportedAndExportedIsCodeOfTheIndex() {
        files.put("/p/index.js", "import * as all from './a.js'; export { all }; export * from './b.js';");

        assertEquals(
                List.of("/p/helper.js", "/p/a.js", "/p/b.js", "/p/index.js", "/entry.mjs"),
                evaluated("import { all } from './p/index.js';"));
    }

    @Test
    void namesWithCommasAreNotSeveral() {
        files.put("/p/index.js", "export { \"a, other\" as \"a, other\", a, other } from './a.js';");
        files.put(
                "/p/a.js",
                "const one = 1; export { one as \"a, other\" }; export const a = 1; export const other = 2;");
        files.put("/second.mjs", "import { a, other } from './p/index.js';");

        List<String> evaluated = evaluated("import { \"a, other\" as x } from './p/index.js'; import './second.mjs';");

        assertTrue(evaluated.containsAll(List.of("/p/index.js#0", "/p/index.js#1")), evaluated.toString());
    }

    @Test
    void aManifestThatCannotBeReadPromisesNothing() {
        files.put("/p/package.json", "[".repeat(5_000));
        assertTrue(evaluated("import { b } from './p/index.js';").contains("/p/a.js"));

        unreadable = "/p/package.json";
        assertTrue(evaluated("import { b } from './p/index.js';").contains("/p/a.js"));
    }

    @Test
    void namesMayBeAnyText() {
        files.put("/p/index.js", "export { \"a\\\"b\" as \"c\\nd\" } from './a.js'; export * as spaced from './b.js';");
        files.put("/p/a.js", "const value = 1; export { value as \"a\\\"b\" };");

        ScriptModule index = graph("import { \"c\\nd\" as x, spaced } from './p/index.js';").modules().stream()
                .filter(module -> module.path().contains("#"))
                .findFirst()
                .orElseThrow();

        assertEquals(
                "export { \"a\\\"b\" as \"c\\nd\" } from \"./a.js\";\nexport * as \"spaced\" from \"./b.js\";\n",
                index.text().toString());
    }

    @Test
    void jsonIsPassedOnAsJson() {
        files.put(
                "/p/index.js",
                "export { default as data } from './data.json' with { type: 'json' }; export * from './a.js';");
        files.put("/p/data.json", "[1]");

        assertEquals(
                List.of("/p/data.json", "/p/index.js#0", "/entry.mjs"),
                evaluated("import { data } from './p/index.js';"));
    }

    @Test
    void aNameThatIsNotExportedIsAMistakeAsBefore() {
        Failures.of(Mistake.EXPORT_NOT_FOUND, () -> graph("import { absent } from './p/index.js';"));
    }

    private List<String> evaluated(String script) {
        return graph(script).modules().stream().map(ScriptModule::path).toList();
    }

    private ModuleGraph graph(String script) {
        return ModuleGraph.of(ModuleParser.parse("/entry.mjs", script), ProductModules.SDK, this::find);
    }

    private Optional<ScriptModule> find(String path) {
        if (path.equals(unreadable)) {
            throw Mistake.UNREADABLE.with(path.substring(1));
        }
        return Optional.ofNullable(files.get(path))
                .map(text ->
                        ScriptPath.isJson(path) ? ModuleParser.parseJson(path, text) : ModuleParser.parse(path, text));
    }
}
