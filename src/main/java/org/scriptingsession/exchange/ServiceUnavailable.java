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
import java.util.List;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.server.Refusal;

/** What the client of a request sees whose session this node could not read or store: try again, perhaps on another node. */
@ApplicationScoped
public class ServiceUnavailable implements Refusal {
    private static final String RETRY_AFTER_SECONDS = "1";
    private static final String ANSWERED = ServiceUnavailable.class.getName();

    @Inject
    private ErrorAnswer answer;

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response, ScriptingException problem)
            throws IOException {
        if (request.getAttribute(ANSWERED) != null) {
            return;
        }
        request.setAttribute(ANSWERED, true);
        if (!response.isCommitted()) {
            // the session may live on under an id that the client was going to be told
            String name = request.getServletContext().getSessionCookieConfig().getName() + '=';
            List<String> cookies = response.getHeaders(HttpHeaders.SET_COOKIE).stream()
                    .filter(cookie -> cookie.startsWith(name))
                    .toList();
            response.reset();
            cookies.forEach(cookie -> response.addHeader(HttpHeaders.SET_COOKIE, cookie));
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        answer.send(request, response, Status.SERVICE_UNAVAILABLE, problem, Level.WARNING);
    }
}
