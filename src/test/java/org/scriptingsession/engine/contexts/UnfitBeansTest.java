// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.scriptingsession.bean.BeanModules;
import org.scriptingsession.config.FixedConfig;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.config.ScriptingConfigReader;
import org.scriptingsession.module.ProductModules;
import org.scriptingsession.sdk.SdkPreludeProducer;
import org.scriptingsession.value.AttributeValues;
import org.scriptingsession.watch.Tracing;

/** Beans whose exports are all unfit stop a deployment by their own errors, not by one of the contexts that scripts are parsed in. */
class UnfitBeansTest {
    @Test
    void aContextIsMadeThoughNoExportCanBeCalled() {
        ScriptingConfig config = ScriptingConfigReader.read(new FixedConfig(Map.of()));
        Map<String, Set<String>> exports = Map.of("shop/cart", Set.of("total"));
        ContextFactory factory = new ContextFactory(
                config,
                SdkPreludeProducer.prelude(
                        config,
                        new BeanModules(List.of(), exports, List.of()),
                        new ProductModules(exports),
                        new AttributeValues(config),
                        Tracing.NONE));

        PooledContext context = factory.create(0);

        assertNotNull(context.polyglot());
        context.close();
        factory.close(false);
    }
}
