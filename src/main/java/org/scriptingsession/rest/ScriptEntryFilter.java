// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.rest;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.exchange.Exchange;
import org.scriptingsession.exchange.request.ArrivingBody;
import org.scriptingsession.exchange.request.ScriptEntryRequest;
import org.scriptingsession.module.ModuleGraph;
import org.scriptingsession.script.PooledScriptRunner;
import org.scriptingsession.script.ScriptRepository;
import org.scriptingsession.server.StartingApplication.Refusal;

/**
 * The last before JAX-RS, which gets no more of a script's request than it needs, and not before the body has come. A filter
 * for the name of a servlet comes after all for URLs (Jakarta Servlet 6.0, 6.2.4): the application's own see the whole request.
 */
public class ScriptEntryFilter extends HttpFilter {
    /** JAX-RS names its servlet by the class of the application (Jakarta RESTful Web Services 3.1, 2.3.2). */
    public static final String SERVLET = ScriptApplication.class.getName();

    /** Undertow dispatches to the path without empty names and dots: another request than the one that was let in. */
    private static final Pattern PLAIN = Pattern.compile("(/[\\w~+-][\\w.~+-]*)+/?");

    private static final System.Logger LOGGER = System.getLogger(ScriptEntryFilter.class.getName());

    private static final long serialVersionUID = 1L;

    @Inject
    private transient ScriptRepository repository;

    @Inject
    private transient PooledScriptRunner runner;

    @Inject
    transient Refusal answer;

    @Inject
    private transient ScriptingConfig config;

    /** The lengths of all bodies that are waited for. */
    private final AtomicLong arriving = new AtomicLong();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!isRefused(request, response) && !awaitBody(request)) {
            serve(request, response, chain);
        }
    }

    /**
     * Lets JAX-RS serve the request. What JAX-RS itself fails at when the script has ended, well or not, is of no concern to the
     * client: servers, while they stop, take JAX-RS apart under calls. Jersey then throws, or asks nobody what to make of the
     * script's error, and answers itself.
     */
    private void serve(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Exchange> exchange = Exchange.current();
        try {
            chain.doFilter(new ScriptEntryRequest(request), response);
        } catch (ServletException | RuntimeException e) {
            if (exchange.filter(Exchange::isServedByScript).isEmpty()
                    && exchange.flatMap(Exchange::unanswered).isEmpty()) {
                throw e;
            }
            LOGGER.log(Level.DEBUG, "JAX-RS failed after the script", e);
        }
        ScriptingException failure = exchange.flatMap(Exchange::unanswered).orElse(null);
        if (failure != null) {
            exchange.get().answersError();
            exchange.get().response().reopen();
            answer.answer(request, response, failure);
        }
    }

    /**
     * Whether the call would wait too long for a context: under overload most calls do, and JAX-RS costs more than a refusal.
     * What another origin's page may read of it the resource knows.
     */
    private boolean isRefused(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Exchange exchange = Exchange.current().orElse(null);
        if (exchange == null
                || request.getDispatcherType() != DispatcherType.REQUEST
                || request.getHeader("Origin") != null
                || runner.hasRoom(exchange)
                || !isForScript(exchange.request())) {
            return false;
        }
        answer.answer(request, response, runner.refusal());
        return true;
    }

    /**
     * Payara's threads of dispatched requests have no user for EJBs, or keep one who has logged in there, and nodes that share
     * sessions store them when the thread leaves the call: there the thread waits for the body, in the resource.
     */
    private boolean awaitBody(HttpServletRequest request) throws IOException {
        Exchange exchange = Exchange.current().orElse(null);
        if (exchange == null
                || request.getDispatcherType() != DispatcherType.REQUEST
                || !exchange.server().dispatchesWhole()
                || exchange.server().sharesSessions()
                || !PLAIN.matcher(exchange.request().getRequestURI()).matches()
                || !ArrivingBody.isLate(exchange.request(), config.request())
                || !isForScript(exchange.request())) {
            return false;
        }
        exchange.server().allowBody(config.request().maxBytes());
        return ArrivingBody.await(exchange, config.request(), arriving, answer);
    }

    /** Whether a script will have it; nobody who is not known sends bodies to scripts that are not for everybody. */
    private boolean isForScript(HttpServletRequest request) {
        try {
            ModuleGraph graph = ScriptUrl.of(
                            RequestedPath.of(config.path(), request).orElse(""), repository::graph)
                    .script();
            return graph.access().isEmpty() || request.getUserPrincipal() != null;
        } catch (ScriptingException refused) {
            // the resource says so
            return false;
        }
    }
}
