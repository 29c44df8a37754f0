// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.cdi;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import org.scriptingsession.server.SessionServers;

/** Finds the application's sessions in the server. Payara makes their manager later than it calls initializers. */
public class ServerStartup implements ServletContextListener {
    @Inject
    private SessionServers servers;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        servers.open(event.getServletContext());
    }
}
