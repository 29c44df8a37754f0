// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

import jakarta.servlet.ServletRequest;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;
import org.scriptingsession.error.Mistake;

/** Any server with an application that runs on one node. */
public class PlainServer implements SessionServer {
    private static final System.Logger LOGGER = System.getLogger(PlainServer.class.getName());

    private final Consumer<ServletRequest> connectionCut;

    /** On a server that breaks the connection of a request in this way. */
    public PlainServer(Consumer<ServletRequest> connectionCut) {
        this.connectionCut = connectionCut;
    }

    /** On a server whose connections cannot be broken. */
    public PlainServer() {
        this(request -> {
            throw new UnsupportedOperationException("this server has no way that is known");
        });
    }

    /**
     * On a server that the product does not know.
     *
     * @throws org.scriptingsession.api.ScriptingException for a distributable application
     */
    static SessionServer open(StartingApplication application) {
        if (application.distributable()) {
            throw Mistake.UNKNOWN_SERVER.with(application.context().getServerInfo());
        }
        return new PlainServer();
    }

    /** The log says when the connection cannot be broken. */
    @Override
    public void cut(ServletRequest request) {
        try {
            connectionCut.accept(request);
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "cannot break the connection of a truncated response", e);
        }
    }
}
