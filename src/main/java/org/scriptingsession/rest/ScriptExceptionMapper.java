// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.exchange.ErrorAnswer;
import org.scriptingsession.exchange.Exchange;
import org.scriptingsession.exchange.Problem;

/** Gives JAX-RS the answer to a failed run. */
@Provider
@ApplicationScoped
public class ScriptExceptionMapper implements ExceptionMapper<ScriptingException> {
    @Inject
    private ErrorAnswer answer;

    @Override
    public Response toResponse(ScriptingException error) {
        String path = Exchange.current()
                .map(exchange -> exchange.request().getRequestURI())
                .orElse("");
        Problem problem = answer.tell(error, path);
        Response.ResponseBuilder builder = Response.status(problem.mistake().status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem.toJson());
        problem.headers().forEach(builder::header);
        return builder.build();
    }
}
