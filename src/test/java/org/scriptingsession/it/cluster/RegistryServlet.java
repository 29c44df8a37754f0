// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.cluster;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import org.scriptingsession.api.SessionRegistry;

/** Part of the application in the nodes: ends the sessions of a user, and tells how many there were and are. */
@WebServlet("/registry")
public class RegistryServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1;

    @Inject
    private transient SessionRegistry registry;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int ended = registry.endAll("alice");
        response.getWriter().write(ended + " ended, " + registry.count("alice") + " left");
    }
}
