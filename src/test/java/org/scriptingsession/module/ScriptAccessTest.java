// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptingsession.engine.modules.ModuleParser;
import org.scriptingsession.engine.modules.ScriptModule;
import org.scriptingsession.error.Failure;
import org.scriptingsession.error.Failures;
import org.scriptingsession.error.Mistake;

/** Who may run a script is read without running it; what cannot be read is for nobody. */
class ScriptAccessTest {
    @Test
    void aScriptThatSaysNothingIsForEverybody() {
        assertEquals(Optional.empty(), access("const access = { roles: ['x'] }; export const other = 1;"));
    }

    @Test
    void rolesAreRead() {
        assertEquals(
                Optional.of(List.of("manager", "chief")),
                access("import 'sdk/http';\nexport const access = { roles: [\"manager\", 'chief'] };\nthrow 1;"));
        assertEquals(Optional.of(List.of()), access("export const access = { roles: [] };"));
        assertEquals(Optional.of(List.of("**")), access("export const access = { 'roles': [`**`] };"));
        assertEquals(Optional.of(List.of("a")), access("const access = { roles: ['a'] }; export { access };"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export let access = { roles: ['a'] };",
                "export var access = { roles: ['a'] };",
                "export function access() {}",
                "export class access {}",
                "const roles = ['a']; export const access = { roles };",
                "export const access = { roles: ['a', role()] }; function role() {}",
                "export const access = { roles: ['a', 5] };",
                "export const access = { roles: ['a', , 'b'] };",
                "export const access = { roles: [...'ab'] };",
                "export const access = { roles: 'a' };",
                "export const access = { role: ['a'] };",
                "export const access = { roles: ['a'], users: ['b'] };",
                "export const access = { ['roles']: ['a'] };",
                "export const access = { get roles() { return ['a']; } };",
                "export const access = { ...{ roles: ['a'] } };",
                "export const access = {};",
                "export const access = ['a'];",
                "export const access = null;",
                "export const access = (0, { roles: ['a'] });",
                "export const { access } = { access: { roles: ['a'] } };",
                "const other = { roles: ['a'] }; export { other as access };",
                "const access = { roles: ['a'] }, other = { roles: ['b'] }; export { other as access };",
                "export { access } from './_other.mjs';",
                "export * from './_other.mjs';",
                "export * as access from './_other.mjs';",
                "import { access } from './_other.mjs'; export { access };",
            })
    void whatIsNoLiteralIsForNobody(String script) {
        Failure refused = Failures.of(Mistake.ACCESS_NOT_READABLE, () -> access(script));

        assertEquals("SCRIPTING-0210", refused.id());
        assertTrue(refused.getMessage().startsWith("it/a.mjs:1:1"), refused.getMessage());
    }

    private static Optional<List<String>> access(String script) {
        ScriptModule other = ModuleParser.parse("/it/_other.mjs", "export const access = { roles: ['a'] };");
        return ModuleGraph.of(
                        ModuleParser.parse("/it/a.mjs", script),
                        ProductModules.SDK,
                        path -> path.equals("/it/_other.mjs") ? Optional.of(other) : Optional.empty())
                .access();
    }
}
