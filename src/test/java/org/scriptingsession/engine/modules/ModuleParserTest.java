// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptingsession.engine.modules.ScriptModule.Binding;
import org.scriptingsession.engine.modules.ScriptModule.Import;
import org.scriptingsession.error.Failure;
import org.scriptingsession.error.Failures;
import org.scriptingsession.error.Mistake;

/** What a module imports and exports is known without running it. */
class ModuleParserTest {
    @Test
    void importsComeInSourceOrderWithTheirPlace() {
        List<Import> imports = parse(
                        """
                        import { a, b as c } from "./one.mjs";
                          import d from './two.mjs';
                        import * as all from "./three.mjs";
                        import "./four.mjs";
                        export { e } from "./five.mjs";
                        export * from "./six.mjs";
                        """)
                .imports();

        assertEquals(
                List.of(
                        "./one.mjs 1:1 [a, b]",
                        "./two.mjs 2:3 [default]",
                        "./three.mjs 3:1 []",
                        "./four.mjs 4:1 []",
                        "./five.mjs 5:1 [e]",
                        "./six.mjs 6:1 []"),
                imports.stream().map(ModuleParserTest::describe).toList());
    }

    @Test
    void oneModuleImportedTwiceIsOneImportWithAllNames() {
        List<Import> imports = parse("import { a } from './m.mjs';\nimport { b } from './m.mjs';")
                .imports();

        assertEquals(
                List.of("./m.mjs 1:1 [a, b]"),
                imports.stream().map(ModuleParserTest::describe).toList());
    }

    @Test
    void exportsOfItsOwn() {
        var exports = parse("export const a = 1, b = 2; export function f() {} export class C {} const d = 3;"
                        + " export { d as e }; export default 4;")
                .exports();

        assertEquals(Set.of("a", "b", "f", "C", "e", "default"), Set.copyOf(exports.local()));
    }

    @Test
    void exportsPassedOn() {
        var exports = parse("export { a as b } from './m.mjs'; export * as all from './n.mjs'; export * from './o.mjs';"
                        + "import { c } from './p.mjs'; export { c };")
                .exports();

        assertEquals(new Binding("./m.mjs", "a"), exports.indirect().get("b"));
        assertEquals(new Binding("./n.mjs", null), exports.indirect().get("all"));
        assertEquals(new Binding("./p.mjs", "c"), exports.indirect().get("c"));
        assertEquals(List.of("./o.mjs"), exports.stars());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "const a = ;|1:11",
                "let a;\\n  let a;|2:7",
                "f(1;|1:4",
                "return 1;|1:1",
                "with (a) {}|1:1",
                "let x = 010;|1:9",
                "`${|1:4"
            })
    void aSyntaxErrorHasItsPlace(String text, String place) {
        Failure broken = Failures.of(Mistake.SYNTAX_ERROR, () -> parse(text.replace("\\n", "\n")));

        assertEquals("SCRIPTING-0202", broken.id());
        assertTrue(broken.getMessage().startsWith("shop/cart.mjs:" + place + ": "), broken.getMessage());
    }

    @Test
    void nestingWithoutEndIsASyntaxError() {
        String text = "[".repeat(200_000);

        Failures.of(Mistake.SYNTAX_ERROR, () -> parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/(?i:a)/v.test('A');",
                "class C { static { } #p = 1; has(o) { return #p in o; } }",
                "import data from './d.mjs' with { };",
                "a ??= b?.c ** 2n;",
                "export { x as 'any name' }; const x = 1;",
                "label: for (;;) { break label; }",
                "import.meta.url;"
            })
    void theLanguageIsEcmaScript2025(String text) {
        parse(text);
    }

    private static String describe(Import request) {
        return request.specifier() + " " + request.line() + ":" + request.column() + " " + request.names();
    }

    private static ScriptModule parse(String text) {
        return ModuleParser.parse("/shop/cart.mjs", text);
    }
}
