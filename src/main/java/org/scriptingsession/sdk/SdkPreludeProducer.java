// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.sdk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.engine.contexts.Prelude;
import org.scriptingsession.engine.modules.ModuleParser;
import org.scriptingsession.engine.modules.ProductSource;
import org.scriptingsession.engine.modules.Program;
import org.scriptingsession.engine.values.HostFunction;
import org.scriptingsession.exchange.request.ScriptingRequest;
import org.scriptingsession.exchange.response.ScriptingResponse;
import org.scriptingsession.module.ModuleGraph;
import org.scriptingsession.server.StandIn;
import org.scriptingsession.session.StandInSession;
import org.scriptingsession.value.AttributeNames;

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
        return new Prelude(
                functions,
                HttpCall.none("/"),
                program("sdk.mjs"),
                program("walk.mjs"),
                program("warm-up.mjs"),
                () -> standIn(config));
    }

    private static HttpCall standIn(ScriptingConfig config) {
        HttpServletRequest request = StandIn.request();
        return new HttpCall(
                "/warm-up",
                StandInSession.of(request, config),
                new ScriptingRequest(request, "/", "", new AttributeNames(config), config.request()),
                new ScriptingResponse(StandIn.response(), request, () -> {}),
                null,
                null);
    }

    private static Program program(String file) {
        String text = ProductSource.text("sdk/" + file);
        return ModuleGraph.of(ModuleParser.parse(ProductSource.ROOT + file, text), path -> Optional.empty());
    }
}
