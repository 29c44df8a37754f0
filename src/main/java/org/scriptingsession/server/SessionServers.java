// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
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
    private static final String OTHER_VERSION =
            "This server is not of the version that is known, {0}. Ids of sessions have the server's own strength, on Payara 56"
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
        var application = new StartingApplication(context, isDistributable(context), standstill, renewedIds, refusal);
        if (application.distributable()) {
            standstill.begin();
        }
        try {
            server = KnownServer.all()
                    .filter(known -> known.runs(context))
                    .findFirst()
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

    /** Jakarta Servlet has no method that tells. */
    private static boolean isDistributable(ServletContext application) {
        try (InputStream descriptor = application.getResourceAsStream("/WEB-INF/web.xml")) {
            if (descriptor == null) {
                return false;
            }
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            XMLStreamReader xml = factory.createXMLStreamReader(descriptor);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals("distributable")) {
                    return true;
                }
            }
            return false;
        } catch (IOException | XMLStreamException e) {
            throw new IllegalArgumentException("WEB-INF/web.xml cannot be read", e);
        }
    }
}
