// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.sdk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.scriptingsession.bean.BeanInstances;
import org.scriptingsession.bean.BeanModules;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.engine.contexts.Prelude;
import org.scriptingsession.engine.modules.ModuleParser;
import org.scriptingsession.engine.modules.ProductSource;
import org.scriptingsession.engine.modules.Program;
import org.scriptingsession.engine.values.HostFunction;
import org.scriptingsession.exchange.request.ScriptingRequest;
import org.scriptingsession.exchange.response.ScriptingResponse;
import org.scriptingsession.module.ModuleGraph;
import org.scriptingsession.module.ProductModules;
import org.scriptingsession.server.StandIn;
import org.scriptingsession.session.StandInSession;
import org.scriptingsession.value.AttributeNames;
import org.scriptingsession.value.AttributeValues;
import org.scriptingsession.watch.Tracing;

/** Gives every context the modules of {@code sdk/http} and the host's functions behind them. */
@ApplicationScoped
public class SdkPreludeProducer {
    /** The prelude of the product's contexts. */
    @Produces
    public static Prelude prelude(
            ScriptingConfig config,
            BeanModules beans,
            ProductModules product,
            AttributeValues values,
            Tracing tracing) {
        Map<String, HostFunction> functions = new HashMap<>();
        SessionFunctions.addTo(functions);
        RequestFunctions.addTo(functions);
        ResponseFunctions.addTo(functions);
        ConsoleFunctions.addTo(functions);
        RegistryFunctions.addTo(functions, config);
        new BeanFunctions(values, config.beans(), tracing).addTo(functions, beans);
        return new Prelude(
                functions,
                HttpCall.none("/"),
                modules(product),
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
                null,
                new BeanInstances(),
                () -> 0,
                new RunConsole(RunLog.unread()));
    }

    /** The modules of {@code sdk/http}, and those of the application's beans. */
    @Produces
    @Singleton
    static ProductModules product(BeanModules beans) {
        return beans.exports().isEmpty() ? ProductModules.SDK : new ProductModules(beans.exports());
    }

    private static Program modules(ProductModules product) {
        StringBuilder text = new StringBuilder(ProductSource.text("sdk/sdk.mjs"));
        int number = 0;
        for (String bean : product.beans()) {
            text.append("export { default as bean%d } from \"%s\";%n".formatted(number++, bean));
        }
        return program("sdk.mjs", text.toString(), product);
    }

    private static Program program(String file) {
        return program(file, ProductSource.text("sdk/" + file), ProductModules.SDK);
    }

    private static Program program(String file, String text, ProductModules product) {
        return ModuleGraph.of(ModuleParser.parse(ProductSource.ROOT + file, text), product, path -> Optional.empty());
    }
}
