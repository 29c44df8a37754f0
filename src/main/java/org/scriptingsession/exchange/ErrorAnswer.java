// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.config.ScriptMapping;
import org.scriptingsession.server.SessionServer;

/**
 * Answers with an error outside of JAX-RS, before or after the component that was asked for: as a {@link Problem} where a script
 * was, else with the error page of the application or the container.
 */
@ApplicationScoped
public class ErrorAnswer {
    private static final System.Logger LOGGER = System.getLogger(ErrorAnswer.class.getName());

    @Inject
    private SessionServer server;

    /**
     * Sends it in place of what was written; cuts the connection when the client has been told something else already.
     *
     * @param level of the line in the server's log, which has the id that the client gets
     */
    public void send(
            HttpServletRequest request,
            HttpServletResponse response,
            Status status,
            ScriptingException error,
            Level level)
            throws IOException {
        String id = UUID.randomUUID().toString();
        LOGGER.log(level, id + " " + error, error);
        if (response.isCommitted()) {
            server.cut(request);
        } else if (ScriptMapping.covers(request)) {
            response.resetBuffer();
            response.setStatus(status.getStatusCode());
            response.setContentType(Problem.MEDIA_TYPE);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            byte[] body = new Problem(status, id, error.id(), error.getMessage(), Optional.empty())
                    .toJson()
                    .getBytes(StandardCharsets.UTF_8);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        } else {
            response.sendError(status.getStatusCode(), error.getMessage());
        }
    }
}
