// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.scriptingsession.api.ErrorCode;
import org.scriptingsession.api.LimitReached;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.audit.Audit;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.error.AccessRefusedException;
import org.scriptingsession.error.ContextsExhaustedException;
import org.scriptingsession.error.RequestTooLargeException;
import org.scriptingsession.error.ScriptNotFoundException;
import org.scriptingsession.error.ScriptTimeoutException;
import org.scriptingsession.exchange.Exchange;
import org.scriptingsession.exchange.Problem;

/** Makes of a failed run an answer for the client and a line in the log, tied by one id. */
@Provider
@ApplicationScoped
public class ScriptExceptionMapper implements ExceptionMapper<ScriptingException> {
    private static final System.Logger LOGGER = System.getLogger(ScriptExceptionMapper.class.getName());

    /** What any client can bring about, as often as it likes; the audit has what matters of it. */
    private static final Set<Status> QUIET = Set.of(Status.NOT_FOUND, Status.UNAUTHORIZED, Status.FORBIDDEN);

    private static final Set<Status> LIMITS = Set.of(Status.SERVICE_UNAVAILABLE, Status.REQUEST_ENTITY_TOO_LARGE);

    @Inject
    private ScriptingConfig config;

    @Inject
    private Audit audit;

    @Override
    public Response toResponse(ScriptingException e) {
        Problem problem = describe(e);
        log(e, problem);
        if (LIMITS.contains(problem.status())) {
            audit.tell(new LimitReached(e.id(), path()));
        }
        Response.ResponseBuilder builder = Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(problem.toJson());
        if (e instanceof ContextsExhaustedException) {
            builder.header(HttpHeaders.RETRY_AFTER, 1);
        }
        return builder.build();
    }

    private Problem describe(ScriptingException e) {
        Status status = status(e);
        boolean scriptsFault = status == Status.INTERNAL_SERVER_ERROR;
        String detail = scriptsFault
                ? "The script failed. The server's log has the reason under the error id."
                : e.getMessage();
        Optional<String> stack =
                config.development() && scriptsFault ? Optional.of(GuestStack.of(e)) : Optional.empty();
        return new Problem(status, UUID.randomUUID().toString(), e.id(), detail, stack);
    }

    private static String path() {
        return Exchange.current()
                .map(exchange -> exchange.request().getRequestURI())
                .orElse("");
    }

    private static Status status(ScriptingException e) {
        if (e instanceof AccessRefusedException refused) {
            return refused.isUserKnown() ? Status.FORBIDDEN : Status.UNAUTHORIZED;
        }
        if (e instanceof ScriptNotFoundException) {
            return Status.NOT_FOUND;
        }
        if (e instanceof RequestTooLargeException) {
            return Status.REQUEST_ENTITY_TOO_LARGE;
        }
        if (e instanceof ScriptTimeoutException || e instanceof ContextsExhaustedException) {
            return Status.SERVICE_UNAVAILABLE;
        }
        return Status.INTERNAL_SERVER_ERROR;
    }

    private static void log(ScriptingException e, Problem problem) {
        if (e.code() == ErrorCode.CONNECTION_LOST || QUIET.contains(problem.status())) {
            LOGGER.log(Level.DEBUG, () -> problem.id() + " " + e);
        } else if (problem.status() == Status.INTERNAL_SERVER_ERROR) {
            LOGGER.log(Level.ERROR, () -> problem.id() + " " + e.id() + ": " + GuestStack.of(e));
        } else {
            LOGGER.log(Level.WARNING, () -> problem.id() + " " + e);
        }
    }
}
