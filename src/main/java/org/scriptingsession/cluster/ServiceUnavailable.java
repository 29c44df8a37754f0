// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.cluster;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import org.scriptingsession.error.NotStoredException;
import org.scriptingsession.response.ConnectionCut;

/** What the client of a request sees whose session this node could not read or store: try again, perhaps on another node. */
public final class ServiceUnavailable {
    private static final System.Logger LOGGER = System.getLogger(ServiceUnavailable.class.getName());
    private static final String RETRY_AFTER_SECONDS = "1";

    private ServiceUnavailable() {}

    /** Answers with 503; cuts the connection when the client has been told something else already. */
    public static void answer(HttpServletRequest request, HttpServletResponse response, NotStoredException problem)
            throws IOException {
        LOGGER.log(Level.WARNING, problem.toString(), problem);
        if (response.isCommitted()) {
            ConnectionCut.cut(request);
            return;
        }
        response.reset();
        response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE, problem.getMessage());
    }
}
