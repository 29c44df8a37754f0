// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.wildfly;

import jakarta.servlet.ServletContext;
import java.util.List;
import org.scriptingsession.server.KnownServer;
import org.scriptingsession.server.ServerMembers.MissingMembersException;
import org.scriptingsession.server.SessionServer;
import org.scriptingsession.server.StartingApplication;

/** WildFly, whose servlet container is Undertow. */
public final class WildFly implements KnownServer {
    private static final String UNDERTOW = "io.undertow.servlet.spec.ServletContextImpl";

    @Override
    public boolean runs(ServletContext context) {
        return context.getClass().getName().equals(UNDERTOW);
    }

    @Override
    public List<String> attributePrefixes() {
        return List.of("io.undertow.", "org.wildfly.", "org.jboss.");
    }

    @Override
    public String version() {
        return "WildFly 39.0.1";
    }

    @Override
    public SessionServer open(StartingApplication application) {
        try {
            Class.forName(UNDERTOW, false, WildFly.class.getClassLoader());
        } catch (ClassNotFoundException hidden) {
            throw new MissingMembersException(List.of(
                    "modules io.undertow.core and io.undertow.servlet in WEB-INF/jboss-deployment-structure.xml"));
        }
        return application.distributable() ? WildFlyServer.open(application) : new WildFlyNode(application, null);
    }
}
