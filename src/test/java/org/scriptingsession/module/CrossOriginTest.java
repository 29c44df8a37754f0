// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptingsession.engine.modules.ModuleParser;
import org.scriptingsession.error.Failure;
import org.scriptingsession.error.Failures;
import org.scriptingsession.error.Mistake;

/** From where a script may be called is read without running it. */
class CrossOriginTest {
    @Test
    void whatIsDeclaredIsRead() {
        CrossOrigin cors = crossOrigin("export const cors = { origins: ['https://shop.example', 'http://[::1]:8080'],"
                        + " methods: ['PUT'], headers: ['X-Total'], credentials: true, maxAge: 600 };")
                .orElseThrow();

        assertEquals(
                new CrossOrigin(
                        List.of("https://shop.example", "http://[::1]:8080"),
                        List.of("PUT"),
                        List.of("X-Total"),
                        true,
                        OptionalInt.of(600)),
                cors);
        assertTrue(cors.allows("https://shop.example"));
        for (String other :
                List.of("http://shop.example", "https://shop.example:8443", "https://shop.example.evil", "null", "*")) {
            assertFalse(cors.allows(other), other);
        }
    }

    @Test
    void theOriginsAloneSuffice() {
        CrossOrigin cors =
                crossOrigin("export const cors = { origins: ['*'] };").orElseThrow();

        assertEquals(new CrossOrigin(List.of("*"), List.of(), List.of(), false, OptionalInt.empty()), cors);
        assertTrue(cors.allows("https://any.example"));
        assertTrue(cors.allows("null"));
    }

    @Test
    void noDeclarationIsNone() {
        assertEquals(Optional.empty(), crossOrigin("const cors = { origins: ['*'] }; export const other = 1;"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ origins: ['*'], credentials: true }",
                "{ origins: ['*', 'https://shop.example'] }",
                "{ origins: [] }",
                "{}",
                "null",
                "['https://shop.example']",
                "{ origins: 'https://shop.example' }",
                "{ origins: ['https://shop.example/'] }",
                "{ origins: ['https://shop.example/path'] }",
                "{ origins: ['https://Shop.example'] }",
                "{ origins: ['https://*.shop.example'] }",
                "{ origins: ['shop.example'] }",
                "{ origins: ['null'] }",
                "{ origins: ['https://shop.example\\r\\nX: y'] }",
                "{ origins: ['https://shop.example'], methods: ['P UT'] }",
                "{ origins: ['https://shop.example'], methods: 'PUT' }",
                "{ origins: ['https://shop.example'], headers: ['X-Total, X-Other'] }",
                "{ origins: ['https://shop.example'], headers: [5] }",
                "{ origins: ['https://shop.example'], credentials: 'yes' }",
                "{ origins: ['https://shop.example'], maxAge: -1 }",
                "{ origins: ['https://shop.example'], maxAge: 0.5 }",
                "{ origins: ['https://shop.example'], maxAge: '600' }",
                "{ origins: ['https://shop.example'], maxage: 600 }",
                "{ origins: ['https://shop.example'], get maxAge() { return 600; } }",
                "{ origins: [origin()] }; function origin() {}",
                "{ ...{ origins: ['*'] } }",
            })
    void whatCannotBeHeldIsRefused(String declaration) {
        Failure refused =
                Failures.of(Mistake.CORS_NOT_READABLE, () -> crossOrigin("export const cors = " + declaration + ";"));

        assertTrue(refused.getMessage().startsWith("it/a.mjs:1:1"), refused.getMessage());
    }

    private static Optional<CrossOrigin> crossOrigin(String script) {
        return ModuleGraph.of(ModuleParser.parse("/it/a.mjs", script), ProductModules.SDK, path -> Optional.empty())
                .crossOrigin();
    }
}
