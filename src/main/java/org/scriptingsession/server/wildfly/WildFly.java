// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.wildfly;

import jakarta.servlet.ServletContext;
import java.lang.System.Logger.Level;
import java.util.List;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.error.ClusterMessages;
import org.scriptingsession.server.KnownServer;
import org.scriptingsession.server.MissingMembersException;
import org.scriptingsession.server.PlainServer;
import org.scriptingsession.server.SessionServer;
import org.scriptingsession.server.StartingApplication;

/** WildFly, whose servlet container is Undertow. */
public final class WildFly implements KnownServer {
    private static final System.Logger LOGGER = System.getLogger(WildFly.class.getName());
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
    public SessionServer open(StartingApplication application) {
        try {
            requireUndertow();
            return application.distributable()
                    ? WildFlyStore.open(application)
                    : new PlainServer(WildFlyServer::cutConnection);
        } catch (ScriptingException refused) {
            throw refused;
        } catch (MissingMembersException missing) {
            if (application.distributable()) {
                throw ClusterMessages.otherVersion(WildFlyMembers.KNOWN_VERSION, missing);
            }
            LOGGER.log(
                    Level.WARNING,
                    "A response that fails when half of it is sent ends as if it were whole, since this is missing: {0}."
                            + " WEB-INF/jboss-deployment-structure.xml of the product makes it visible.",
                    missing.getMessage());
            return new PlainServer(PlainServer::cannotCut);
        } catch (RuntimeException e) {
            throw ClusterMessages.cannotReplicate(e);
        }
    }

    /** A WAR without the product's deployment descriptor does not see Undertow's classes. */
    private static void requireUndertow() {
        try {
            Class.forName(UNDERTOW, false, WildFly.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new MissingMembersException(List.of("module io.undertow.servlet with class " + UNDERTOW));
        }
    }
}
