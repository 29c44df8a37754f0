// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scriptingsession.engine.modules.ModuleParser;
import org.scriptingsession.engine.modules.ScriptModule;
import org.scriptingsession.error.Failure;
import org.scriptingsession.error.Failures;
import org.scriptingsession.error.Mistake;

/** Bare specifiers mean what the import map says; JSON is imported with its attribute. */
class ImportMapTest {
    private final Map<String, String> files = new HashMap<>();

    private static final String MAP =
            """
            { "integrity": { "./a.mjs": "sha384-x" },
              "imports": {
                "dates": "./_packages/dates/index.mjs",
                "dates/": "./_packages/dates/",
                "dates/deep/": "./_packages/deep/",
                "prices": "./prices.json",
                "none": null,
                "./old.mjs": "/new.mjs",
                "/rooted.mjs": "./new.mjs" },
              "scopes": {
                "./shop/": { "dates": "./_packages/other.mjs", "dates/deep/": "./shop/" },
                "shop/inner/": { "dates": "./_packages/inner.mjs" } } }""";

    @ParameterizedTest
    @CsvSource({
        "/a.mjs, dates, /_packages/dates/index.mjs",
        "/a.mjs, dates/add.mjs, /_packages/dates/add.mjs",
        "/a.mjs, dates/deep/x.mjs, /_packages/deep/x.mjs",
        "/a.mjs, ./old.mjs, /new.mjs",
        "/lib/a.mjs, ../old.mjs, /new.mjs",
        "/lib/a.mjs, ./old.mjs, /lib/old.mjs",
        "/a.mjs, /rooted.mjs, /new.mjs",
        "/shop/a.mjs, dates, /_packages/other.mjs",
        "/shop/inner/a.mjs, dates, /_packages/inner.mjs",
        "/shop/inner/a.mjs, dates/deep/x.mjs, /shop/x.mjs",
        "/shop/a.mjs, dates/add.mjs, /_packages/dates/add.mjs"
    })
    void specifiersMeanWhatTheMapSays(String importer, String specifier, String path) {
        files.put("/importmap.json", MAP);
        files.put(path, "");

        assertEquals(
                path, graph(importer, "").imported(importer, specifier, false).path());
    }

    @ParameterizedTest
    @CsvSource({"/a.mjs, none", "/a.mjs, absent", "/a.mjs, dates/../../x.mjs", "/a.mjs, /other.mjs", "/a.mjs, datesx"})
    void whatTheMapDoesNotKnowIsRefused(String importer, String specifier) {
        files.put("/importmap.json", MAP);

        Failures.of(Mistake.IMPORT_REFUSED, () -> graph(importer, "").imported(importer, specifier, false));
    }

    @Test
    void aTargetThatIsNotThereIsNamed() {
        files.put("/importmap.json", MAP);

        Failure missing = Failures.of(Mistake.IMPORT_NOT_FOUND, () -> graph("/a.mjs", "import 'dates/absent.mjs';"));
        assertTrue(missing.getMessage().contains("_packages/dates/absent.mjs"), missing::getMessage);
    }

    @Test
    void whoImportsOnlyTheProductsModulesNeedsNoMap() {
        files.put("/importmap.json", "[]");

        graph("/a.mjs", "import { session } from 'sdk/http';");
        Failures.of(Mistake.WRONG_IMPORT_MAP, () -> graph("/a.mjs", "import './b.mjs';"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]|1:|object",
                "{\"import\": {}}|1:|\"import\"",
                "{~\"imports\": []}|2:|object",
                "{\"imports\": {~~\"a\": 5}}|3:|\"a\"",
                "{\"imports\": {\"a\": \"b.mjs\"}}|1:|\"a\"",
                "{\"imports\": {\"a\": \"https://example.org/b.mjs\"}}|1:|\"a\"",
                "{\"imports\": {\"a\": \"../b.mjs\"}}|1:|\"a\"",
                "{\"imports\": {\"a/\": \"./b.mjs\"}}|1:|slash",
                "{\"imports\": {\"\": \"./b.mjs\"}}|1:|specifier",
                "{\"imports\": {\"sdk/http\": \"./b.mjs\"}}|1:|product",
                "{\"imports\": {\"beans/\": \"./b/\"}}|1:|product",
                "{\"scopes\": {\"https://example.org/\": {}}}|1:|scope",
                "{\"imports\": {\"@dirigible/http\": \"./b.mjs\"}}|1:|product"
            })
    void aWrongMapIsNamedWithItsPlace(String map, String line, String text) {
        files.put("/importmap.json", map.replace('~', '\n'));

        Failure wrong = Failures.of(Mistake.WRONG_IMPORT_MAP, () -> graph("/a.mjs", "import './b.mjs';"));
        assertTrue(wrong.getMessage().startsWith("importmap.json:" + line), wrong::getMessage);
        assertTrue(wrong.getMessage().contains(text), wrong::getMessage);
    }

    @Test
    void jsonIsImportedWithItsAttribute() {
        files.put("/importmap.json", MAP);
        files.put("/prices.json", "{\"a\": 1}");

        ModuleGraph graph = graph(
                "/a.mjs",
                "import a from './prices.json' with { type: 'json' }; export { default as b } from 'prices' with { type: 'json' };");

        assertEquals(
                List.of("/prices.json", "/a.mjs"),
                graph.modules().stream().map(ScriptModule::path).toList());
        Failures.of(Mistake.IMPORT_OF_JSON, () -> graph("/a.mjs", "import a from './prices.json';"));
        Failures.of(Mistake.IMPORT_OF_JSON, () -> graph.imported("/a.mjs", "./prices.json", false));
        Failures.of(Mistake.IMPORT_OF_NO_JSON, () -> graph("/a.mjs", "import a from './a.mjs' with { type: 'json' };"));
        Failures.of(
                Mistake.IMPORT_ATTRIBUTES,
                () -> graph("/a.mjs", "import a from './prices.json' with { type: 'css' };"));
        Failures.of(
                Mistake.EXPORT_NOT_FOUND,
                () -> graph("/a.mjs", "import { a } from './prices.json' with { type: 'json' };"));
    }

    @Test
    void whatIsNoJsonIsNamedWithItsPlace() {
        files.put("/prices.json", "{\n \"a\": x }");

        Failure broken = Failures.of(
                Mistake.SYNTAX_ERROR, () -> graph("/a.mjs", "import a from './prices.json' with { type: 'json' };"));
        assertTrue(broken.getMessage().startsWith("prices.json:2:"), broken::getMessage);
        assertThrows(Failure.class, () -> ModuleParser.parseJson("/a.json", "1 2"));
        assertThrows(Failure.class, () -> ModuleParser.parseJson("/a.json", ""));
    }

    private ModuleGraph graph(String path, String text) {
        return ModuleGraph.of(ModuleParser.parse(path, text), ProductModules.SDK, this::module);
    }

    private Optional<ScriptModule> module(String path) {
        return Optional.ofNullable(files.get(path))
                .map(text ->
                        ScriptPath.isJson(path) ? ModuleParser.parseJson(path, text) : ModuleParser.parse(path, text));
    }
}
