// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.scriptingsession.engine.modules.ModuleParser;
import org.scriptingsession.error.Failure;
import org.scriptingsession.error.Failures;
import org.scriptingsession.error.Mistake;

class ProductModulesTest {
    private final ProductModules product =
            new ProductModules(Map.of("shop/cart", Set.of("total", "delete", "__proto__"), "shop/stock", Set.of("of")));

    @Test
    void aBeansExportsAreLinked() {
        graph(
                "import cart, { total, delete as remove } from 'beans/shop/cart'; import * as stock from 'beans/shop/stock';");
    }

    @Test
    void aBeanThatIsNotThereIsRefusedWithTheNearest() {
        Failure refused = Failures.of(Mistake.BEAN_NOT_FOUND, () -> graph("\nimport { total } from 'beans/shop/cat';"));

        assertTrue(refused.getMessage().startsWith("it/a.mjs:2:1: there is no bean \"beans/shop/cat\""));
        assertTrue(refused.getMessage().contains("\"beans/shop/cart\", \"beans/shop/stock\""), refused::getMessage);
    }

    @Test
    void anExportThatIsNotThereIsRefusedWithTheNearest() {
        Failure refused =
                Failures.of(Mistake.BEAN_EXPORT_NOT_FOUND, () -> graph("import { totl } from 'beans/shop/cart';"));

        assertTrue(refused.getMessage().contains("no export \"totl\" of beans/shop/cart"), refused::getMessage);
        assertTrue(refused.getMessage().contains("take one of \"total\""), refused::getMessage);
    }

    @Test
    void anApplicationWithoutBeansSaysThatThereAreNone() {
        Failure refused = Failures.of(
                Mistake.BEAN_NOT_FOUND,
                () -> ModuleGraph.of(
                        ModuleParser.parse("/it/a.mjs", "import 'beans/shop/cart';"),
                        ProductModules.SDK,
                        path -> Optional.empty()));

        assertTrue(refused.getMessage().endsWith("take one of none."), refused::getMessage);
    }

    @Test
    void theHostsFunctionIsNamedAfterModuleAndExport() {
        assertEquals("beans.shop/cart.total", ProductModules.hostFunction("shop/cart", "total"));
    }

    private void graph(String script) {
        ModuleGraph.of(ModuleParser.parse("/it/a.mjs", script), product, path -> Optional.empty());
    }
}
