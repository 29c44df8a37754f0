// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.cluster;

import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.stream.Collectors;
import org.scriptingsession.api.SessionRegistry;
import org.scriptingsession.api.UserSession;

/**
 * Part of the application in the nodes: ends the sessions of a user, and tells how many there were and are; or the one that is
 * named, or none and tells the names of all; or tells who asks, before and after it has looked at them.
 */
@WebServlet("/registry")
public class RegistryServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1;

    private static final String USER = "alice";

    @Inject
    private transient SessionRegistry registry;

    @Inject
    private transient SecurityContext security;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter()
                .write(
                        request.getParameter("who") == null
                                ? answer(request.getParameter("list"), request.getParameter("end"))
                                : caller() + ' ' + registry.count(USER) + ' ' + caller());
    }

    private String caller() {
        return security.getCallerPrincipal().getName();
    }

    private String answer(String list, String one) {
        if (list != null) {
            return registry.sessions(USER).stream().map(UserSession::session).collect(Collectors.joining(" "));
        }
        if (one != null) {
            return String.valueOf(registry.end(USER, one));
        }
        int ended = registry.endAll(USER);
        return ended + " ended, " + registry.count(USER) + " left";
    }
}
