// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.sdk;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
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
@Dependent
public final class SdkPrelude implements Prelude {
    private static final Program MODULES = program(
            "all.mjs",
            "export { session, request, response } from 'sdk/http'; export { sessions } from 'sdk/http/sessions';");
    private static final Program WARM_UP = program("warm-up.mjs", ProductSource.text("sdk/warm-up.mjs"));
    private static final HttpCall NO_CALL = HttpCall.none("/");

    private final Map<String, HostFunction> functions = new HashMap<>();

    @Inject
    public SdkPrelude(ScriptingConfig config) {
        SessionFunctions.addTo(functions);
        RequestFunctions.addTo(functions);
        ResponseFunctions.addTo(functions);
        ConsoleFunctions.addTo(functions);
        RegistryFunctions.addTo(functions, config);
    }

    @Override
    public Map<String, HostFunction> functions() {
        return functions;
    }

    @Override
    public Program modules() {
        return MODULES;
    }

    @Override
    public Program warmUp() {
        return WARM_UP;
    }

    @Override
    public Object noCall() {
        return NO_CALL;
    }

    private static Program program(String name, String text) {
        return ModuleGraph.of(ModuleParser.parse(ProductSource.ROOT + name, text), path -> Optional.empty());
    }
}
