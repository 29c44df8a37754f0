// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
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
import org.scriptingsession.exchange.ExchangeResponse;
import org.scriptingsession.exchange.request.ArrivingBody;
import org.scriptingsession.exchange.request.ScriptEntryRequest;
import org.scriptingsession.exchange.request.ScriptingRequest;
import org.scriptingsession.exchange.response.IncludedResponse;
import org.scriptingsession.exchange.response.ScriptingResponse;
import org.scriptingsession.guard.UserLogin;
import org.scriptingsession.module.CrossOrigin;
import org.scriptingsession.module.ModuleGraph;
import org.scriptingsession.script.HttpCalls;
import org.scriptingsession.script.PooledScriptRunner;
import org.scriptingsession.script.ScriptRepository;
import org.scriptingsession.sdk.HttpCall;

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
    private PooledScriptRunner runner;

    @Inject
    private HttpCalls calls;

    @Inject
    private UserLogin login;

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
        HttpServletRequest request = exchange.request();
        ExchangeResponse response = exchange.response();
        ScriptUrl<ModuleGraph> url = ScriptUrl.of(rawPath(request), repository::graph);
        ModuleGraph graph = url.script();
        String path = graph.entry().path();
        Optional<CrossOrigin> crossOrigin = graph.crossOrigin();
        if (crossOrigin.isPresent() && CrossOriginAnswer.begin(crossOrigin.get(), request, response)) {
            return;
        }
        ScriptingRequest scriptingRequest = calls.request(request, url.pathInfo(), url.resourcePath());
        boolean included = exchange.isIncluded();
        ScriptingResponse scriptingResponse =
                new ScriptingResponse(included ? new IncludedResponse(response) : response, request, response::finish);
        if (isAlone(request)) {
            exchange.runAhead(config.response(), config.timeout(), runner::pause);
        }
        try {
            exchange.server().allowBody(config.request().maxBytes());
            scriptingRequest.checkLength();
            HttpCall call = calls.call(path, scriptingRequest, scriptingResponse);
            Runnable cut = () -> exchange.server().cut(request);
            if (runner.run(graph, call, cut, roles -> login.admit(path, roles))) {
                exchange.scriptEnded();
                scriptingResponse.close();
            }
        } catch (ScriptingException e) {
            withdraw(exchange, scriptingResponse);
            // a script's error has no status of HTTP, a refusal has; one that the script has caught hides no other
            throw exchange.refusal(e.getMessage())
                    .map(ScriptingException.class::cast)
                    .orElse(e);
        } catch (RuntimeException | Error e) {
            withdraw(exchange, scriptingResponse);
            throw e;
        } finally {
            scriptingRequest.close();
        }
    }

    /** Whether no other component has the response afterwards. */
    private static boolean isAlone(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.REQUEST
                || request.getDispatcherType() == DispatcherType.ASYNC
                        && ArrivingBody.of(request).isPresent();
    }

    /** What the script has sent is not followed by the error's answer: the client gets one of them. */
    private void withdraw(Exchange exchange, ScriptingResponse written) {
        if (exchange.isIncluded()
                || !written.isCommitted()
                || exchange.response().isFinished()) {
            return;
        }
        if (exchange.response().isCommitted()) {
            exchange.end();
            exchange.server().cut(exchange.request());
        } else {
            exchange.server().reset(exchange.request(), exchange.response());
        }
    }
}
