// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.lang.System.Logger.Level;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.server.ServerMembers.MissingMembersException;
import org.scriptingsession.server.StartingApplication.Refusal;
import org.scriptingsession.server.StartingApplication.RenewedIds;

/** Finds the server that the application runs on, and lets the other rooms have it. */
@ApplicationScoped
public class SessionServers {
    private static final System.Logger LOGGER = System.getLogger(SessionServers.class.getName());
    static final String OTHER_VERSION =
            "This server is not of the version that is known, {0}. Ids of sessions are as strong as it makes them, on Payara 56"
                    + " bits (keep sessions short), and a response that fails when half of it is sent ends as if it were whole."
                    + " Missing: {1}";

    @Inject
    Standstill standstill;

    @Inject
    ScriptingConfig config;

    @Inject
    private RenewedIds renewedIds;

    @Inject
    private Refusal refusal;

    private SessionServer server;

    /**
     * To be called once, while the application starts.
     *
     * @throws org.scriptingsession.api.ScriptingException when a distributable application's sessions would not be the same on
     *     all nodes, or a setting cannot be held
     */
    public void open(ServletContext context) {
        var application = new StartingApplication(
                context, WebDescriptor.of(context).isDistributable(), standstill, renewedIds, refusal);
        if (application.distributable()) {
            standstill.begin();
        }
        try {
            server = KnownServer.of(context)
                    .map(known -> open(known, application))
                    .orElseGet(() -> PlainServer.open(application));
            if (config.security().maxSessions().isPresent() && server.sessions().isEmpty()) {
                throw Mistake.NOT_COUNTED.with();
            }
        } catch (RuntimeException refused) {
            standstill.end();
            throw refused;
        }
    }

    static SessionServer open(KnownServer known, StartingApplication application) {
        try {
            return known.open(application);
        } catch (ScriptingException refused) {
            throw refused;
        } catch (MissingMembersException missing) {
            if (application.distributable()) {
                throw Mistake.OTHER_VERSION.because(missing, known.version(), missing.getMessage());
            }
            LOGGER.log(Level.WARNING, OTHER_VERSION, known.version(), missing.getMessage());
            return new PlainServer();
        } catch (RuntimeException | NoClassDefFoundError e) {
            throw Mistake.CANNOT_REPLICATE.because(e);
        }
    }

    /** The server; asking for it before {@link #open} is an error. */
    @Produces
    @ApplicationScoped
    public SessionServer server() {
        if (server == null) {
            throw new IllegalStateException("The server is known only when the application has started.");
        }
        return server;
    }

    /** To be called when the application does not start after all, or stops. */
    @PreDestroy
    public void close() {
        standstill.end();
        if (server != null) {
            server.close();
        }
    }
}
