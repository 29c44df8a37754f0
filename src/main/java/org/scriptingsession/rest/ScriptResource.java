// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.config.ScriptMapping;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.exchange.Exchange;
import org.scriptingsession.exchange.request.ScriptEntryRequest;
import org.scriptingsession.module.CrossOrigin;
import org.scriptingsession.module.ModuleGraph;
import org.scriptingsession.script.ScriptRepository;

/**
 * Where a request enters: {@code <context>/js/<path>} runs the script at the path. The script writes its response itself;
 * the methods return nothing for JAX-RS to write.
 *
 * <p>JAX-RS sees one URL for all scripts, which {@link ScriptEntryRequest} makes. Servers offer this class to the application's
 * own JAX-RS applications as well, when these name no classes: a template that matches everything would take their requests.
 */
@Path(ScriptEntryRequest.RESOURCE)
@ApplicationScoped
public class ScriptResource {
    @Inject
    private ScriptRepository repository;

    @Inject
    private ScriptCall call;

    @Inject
    private ScriptingConfig config;

    @GET
    public void get() {
        run();
    }

    @POST
    public void post() {
        run();
    }

    @PUT
    public void put() {
        run();
    }

    @PATCH
    public void patch() {
        run();
    }

    @DELETE
    public void delete() {
        run();
    }

    @HEAD
    public void head() {
        run();
    }

    @OPTIONS
    public void options() {
        run();
    }

    /** The URL of JAX-RS alone, or below another application, leads to nothing that this product has. */
    private String rawPath(HttpServletRequest request) {
        return RequestedPath.of(config.path(), request)
                .orElseThrow(() -> ScriptMapping.covers(config.path(), request)
                        ? Mistake.NO_SCRIPT.with()
                        : new NotFoundException());
    }

    private void run() {
        Exchange exchange = Exchange.current().orElseThrow();
        try {
            serve(exchange);
        } catch (ScriptingException e) {
            exchange.fail(e);
            throw e;
        }
    }

    private void serve(Exchange exchange) {
        HttpServletRequest request = exchange.request();
        ScriptUrl<ModuleGraph> url = ScriptUrl.of(rawPath(request), repository::graph);
        ModuleGraph graph = url.script();
        Optional<CrossOrigin> crossOrigin = graph.crossOrigin();
        if (crossOrigin.isPresent() && CrossOriginAnswer.begin(crossOrigin.get(), request, exchange.response())) {
            return;
        }
        call.serve(exchange, graph, url.pathInfo(), url.resourcePath());
    }
}
