// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Optional;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.exchange.ErrorAnswer;
import org.scriptingsession.exchange.Exchange;
import org.scriptingsession.exchange.Problem;

/**
 * Gives JAX-RS the answer to a failed run, which is a page for who develops and looks at it in a browser; of an included script
 * the component that includes it gets the error. No {@code @Provider}: servers would offer it to the application's own JAX-RS
 * applications.
 */
@ApplicationScoped
public class ScriptExceptionMapper implements ExceptionMapper<ScriptingException> {
    @Inject
    private ErrorAnswer answer;

    @Inject
    private ErrorPage page;

    @Inject
    private ScriptingConfig config;

    @Override
    public Response toResponse(ScriptingException error) {
        Optional<Exchange> exchange = Exchange.current();
        String path = exchange.map(call -> call.request().getRequestURI()).orElse("");
        Problem problem = answer.tell(error, path);
        exchange.ifPresent(Exchange::answersError);
        if (exchange.filter(Exchange::isIncluded).isPresent()) {
            return Response.noContent().build();
        }
        Response.ResponseBuilder builder = Response.status(problem.mistake().status());
        problem.headers().forEach(builder::header);
        if (config.development()
                && exchange.filter(call -> Acceptance.prefersHtml(call.request()))
                        .isPresent()) {
            ErrorPage.HEADERS.forEach(builder::header);
            return builder.type(ErrorPage.MEDIA_TYPE)
                    .entity(page.of(problem, error, exchange.get().request()))
                    .build();
        }
        return builder.type(Problem.MEDIA_TYPE).entity(problem.toJson()).build();
    }
}
