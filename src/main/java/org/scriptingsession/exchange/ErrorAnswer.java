// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scriptingsession.api.ErrorCode;
import org.scriptingsession.api.LimitReached;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.audit.Audit;
import org.scriptingsession.config.ScriptMapping;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.error.Failure;
import org.scriptingsession.error.LogText;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.error.NotStoredException;
import org.scriptingsession.server.SessionServer;
import org.scriptingsession.server.StartingApplication.Refusal;

/** The one way from a mistake to the answer that a client gets, and to the line in the log that has the same id. */
@ApplicationScoped
public class ErrorAnswer implements Refusal {
    private static final System.Logger LOGGER = System.getLogger(ErrorAnswer.class.getName());
    private static final String ANSWERED = ErrorAnswer.class.getName();

    /** What a crowd of clients gets, thousands of times a second. */
    private final Map<Mistake, OncePerSecond> crowded = Stream.of(
                    Mistake.NO_FREE_CONTEXT, Mistake.TOO_MANY_SLOW, Mistake.STOPPING, Mistake.TOO_MANY_ON_NODE)
            .collect(Collectors.toMap(Function.identity(), mistake -> new OncePerSecond()));

    @Inject
    SessionServer server;

    @Inject
    ScriptingConfig config;

    @Inject
    Audit audit;

    /**
     * Tells the log and the audit of a failed request, and gives what its client is to be told. Of a crowd that is refused one
     * a second is told of: the log takes one line after the other, and refusals would wait for it longer than scripts run.
     */
    public Problem tell(ScriptingException error, String path) {
        Mistake mistake = Mistake.of(error);
        String id = newId();
        boolean fault = mistake.status() == HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        String stack = stack(error);
        OncePerSecond crowd = crowded.get(mistake);
        OptionalLong others = crowd == null ? OptionalLong.of(0) : crowd.next();
        LOGGER.log(
                others.isPresent() ? level(error, mistake) : Level.DEBUG,
                () -> id + " " + error.id() + ": " + stack
                        + (others.orElse(0) > 0
                                ? " (" + others.getAsLong() + " others since the last such line)"
                                : ""));
        if (mistake.isLimit() && others.isPresent()) {
            audit.tell(new LimitReached(error.id(), path));
        }
        String detail =
                fault ? "The script failed. The server's log has the reason under the error id." : error.getMessage();
        return new Problem(mistake, id, detail, config.development() && fault ? Optional.of(stack) : Optional.empty());
    }

    /**
     * Outside of JAX-RS: a {@link Problem} where a script was asked for, else the error page of application or container. A
     * second error of a request takes the place of the first, unless the first says already that nothing was stored.
     */
    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response, ScriptingException error)
            throws IOException {
        ScriptingException before = answered(request).orElse(null);
        if (before == error) {
            return;
        }
        Problem problem = tell(error, request.getRequestURI());
        if (before instanceof NotStoredException) {
            return;
        }
        request.setAttribute(ANSWERED, error);
        if (response.isCommitted()) {
            server.cut(request);
            return;
        }
        server.reset(request, response);
        problem.headers().forEach(response::setHeader);
        if (ScriptMapping.covers(config.path(), request)) {
            // without a length: the server would send the last byte at once, and no other error could take its place
            response.setStatus(problem.mistake().status());
            response.setContentType(Problem.MEDIA_TYPE);
            response.getOutputStream().write(problem.toJson().getBytes(StandardCharsets.UTF_8));
        } else {
            response.sendError(problem.mistake().status(), error.getMessage());
        }
    }

    /** As {@link #tell}, of an error that no answer has room for: the response was cut, or is whole. */
    public void tellUnanswered(HttpServletRequest request, ScriptingException error) {
        tell(error, request.getRequestURI());
        request.setAttribute(ANSWERED, error);
    }

    /** The error that was the answer to a request last; empty when it had another answer, or JAX-RS gave it. */
    public static Optional<ScriptingException> answered(HttpServletRequest request) {
        return Optional.ofNullable((ScriptingException) request.getAttribute(ANSWERED));
    }

    /** A random UUID (RFC 9562, 5.4) to find a line by, and no secret: those of a secure source are made one after the other. */
    private static String newId() {
        Random random = ThreadLocalRandom.current();
        long version = random.nextLong() & ~0xF000L | 0x4000L;
        long variant = random.nextLong() >>> 2 | Long.MIN_VALUE;
        return new UUID(version, variant).toString();
    }

    /** The message, and where in the script's own code; of another error its cause. */
    static String stack(ScriptingException error) {
        String message = LogText.oneLine(error.getMessage());
        if (error instanceof Failure failure && failure.stack().isPresent()) {
            return message + failure.stack().get();
        }
        return error.getCause() == null
                ? message
                : message + " (" + LogText.oneLine(error.getCause().toString()) + ")";
    }

    /** What any client can bring about, as often as it likes, is no line of a log that somebody reads. */
    private static Level level(ScriptingException error, Mistake mistake) {
        if (error.code() == ErrorCode.CONNECTION_LOST) {
            return Level.DEBUG;
        }
        return switch (mistake.status()) {
            case HttpServletResponse.SC_BAD_REQUEST,
                    HttpServletResponse.SC_NOT_FOUND,
                    HttpServletResponse.SC_UNAUTHORIZED,
                    HttpServletResponse.SC_FORBIDDEN,
                    HttpServletResponse.SC_CONFLICT,
                    HttpServletResponse.SC_GONE,
                    HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                    HttpServletResponse.SC_REQUEST_URI_TOO_LONG,
                    HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE -> Level.DEBUG;
            case HttpServletResponse.SC_INTERNAL_SERVER_ERROR -> Level.ERROR;
            default -> Level.WARNING;
        };
    }
}
