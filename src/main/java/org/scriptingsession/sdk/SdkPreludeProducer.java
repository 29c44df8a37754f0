// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.sdk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.engine.contexts.Prelude;
import org.scriptingsession.engine.modules.ModuleParser;
import org.scriptingsession.engine.modules.ProductSource;
import org.scriptingsession.engine.modules.Program;
import org.scriptingsession.engine.values.HostFunction;
import org.scriptingsession.module.ModuleGraph;

/** Gives every context the modules of {@code sdk/http} and the host's functions behind them. */
@ApplicationScoped
public class SdkPreludeProducer {
    /** The prelude of the product's contexts. */
    @Produces
    public static Prelude prelude(ScriptingConfig config) {
        Map<String, HostFunction> functions = new HashMap<>();
        SessionFunctions.addTo(functions);
        RequestFunctions.addTo(functions);
        ResponseFunctions.addTo(functions);
        ConsoleFunctions.addTo(functions);
        RegistryFunctions.addTo(functions, config);
        return new Prelude(functions, HttpCall.none("/"), program("sdk.mjs"), program("warm-up.mjs"));
    }

    private static Program program(String file) {
        String text = ProductSource.text("sdk/" + file);
        return ModuleGraph.of(ModuleParser.parse(ProductSource.ROOT + file, text), path -> Optional.empty());
    }
}
