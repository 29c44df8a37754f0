// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.engine.contexts.Client;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.exchange.ErrorAnswer;
import org.scriptingsession.exchange.Exchange;
import org.scriptingsession.exchange.ExchangeResponse;
import org.scriptingsession.exchange.request.ArrivingBody;
import org.scriptingsession.exchange.request.ScriptingRequest;
import org.scriptingsession.exchange.response.IncludedResponse;
import org.scriptingsession.exchange.response.ScriptingResponse;
import org.scriptingsession.guard.UserLogin;
import org.scriptingsession.module.ModuleGraph;
import org.scriptingsession.script.HttpCalls;
import org.scriptingsession.script.PooledScriptRunner;
import org.scriptingsession.sdk.HttpCall;

/** Serves an HTTP call by a script, which writes the response itself. */
@Dependent
public class ScriptCall {
    @Inject
    private PooledScriptRunner runner;

    @Inject
    private HttpCalls calls;

    @Inject
    private UserLogin login;

    @Inject
    private ScriptingConfig config;

    @Inject
    private ErrorAnswer answer;

    /**
     * Runs the script for who may run it.
     *
     * @param pathInfo the script's path and what follows it, decoded
     * @param resourcePath what follows the script's own path, decoded
     * @throws ScriptingException when the script fails or is refused, and nothing of its answer is sent
     */
    public void serve(Exchange exchange, ModuleGraph graph, String pathInfo, String resourcePath) {
        HttpServletRequest request = exchange.request();
        ExchangeResponse response = exchange.response();
        String path = graph.entry().path();
        ScriptingRequest scriptingRequest = calls.request(request, pathInfo, resourcePath);
        boolean included = exchange.isIncluded();
        ScriptingResponse scriptingResponse =
                new ScriptingResponse(included ? new IncludedResponse(response) : response, request, response::finish);
        if (isAlone(request)) {
            exchange.runAhead(config.response(), config.timeout(), runner::pause);
            letFlushWait(scriptingResponse);
        }
        try {
            exchange.server().allowBody(config.request().maxBytes());
            scriptingRequest.checkLength();
            HttpCall call = calls.call(path, scriptingRequest, scriptingResponse);
            Client client = new HttpClient(exchange, scriptingResponse);
            if (runner.run(graph, call, client, roles -> login.admit(path, roles))) {
                exchange.scriptEnded();
                scriptingResponse.complete();
            }
        } catch (ScriptingException e) {
            // a script's error has no status of HTTP, a refusal has; one that the script has caught hides no other
            ScriptingException reason = exchange.refusal(e.getMessage())
                    .map(ScriptingException.class::cast)
                    .orElse(e);
            if (withdraw(exchange, scriptingResponse)) {
                throw reason;
            }
            answer.tellUnanswered(request, reason);
        } catch (RuntimeException | Error e) {
            if (withdraw(exchange, scriptingResponse)) {
                throw e;
            }
            answer.tellUnanswered(request, Mistake.FAULT.because(e));
        } finally {
            scriptingRequest.close();
        }
    }

    /** Unless somebody may debug the script: a thread that stands at a breakpoint sends nothing. */
    private void letFlushWait(ScriptingResponse response) {
        if (config.inspectPort().isEmpty()) {
            response.letFlushWait();
        }
    }

    /** Whether no other component has the response afterwards. */
    private static boolean isAlone(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.REQUEST
                || request.getDispatcherType() == DispatcherType.ASYNC
                        && ArrivingBody.of(request).isPresent();
    }

    /**
     * What the script has sent is not followed by the error's answer: the client gets one of them.
     *
     * @return whether the error is to be answered. JAX-RS is not told of another one: after a part of the response RESTEasy says
     *     nothing of it, not even in the log, and Jersey logs that the connection is broken
     */
    private boolean withdraw(Exchange exchange, ScriptingResponse written) {
        // however the script ends
        written.sendFlushed();
        if (exchange.isIncluded() || !written.isCommitted()) {
            return true;
        }
        if (exchange.response().isFinished()) {
            return false;
        }
        if (exchange.response().isCommitted()) {
            exchange.end();
            exchange.server().cut(exchange.request());
            return false;
        }
        exchange.server().reset(exchange.request(), exchange.response());
        return true;
    }

    /** Who waits for a script, and has a moment after the script's flush what was flushed. */
    private record HttpClient(Exchange exchange, ScriptingResponse response) implements Client {
        @Override
        public void cut() {
            exchange.server().cut(exchange.request());
        }

        @Override
        public boolean isToBeSent() {
            return response.isFlushWaiting();
        }

        @Override
        public void send() {
            response.sendFlushed();
        }
    }
}
