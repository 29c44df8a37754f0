// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

import jakarta.servlet.ServletRequest;
import java.lang.System.Logger.Level;
import org.scriptingsession.error.Mistake;

/** Any server with an application that runs on one node. */
public class PlainServer implements SessionServer {
    private static final System.Logger LOGGER = System.getLogger(PlainServer.class.getName());

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
    public final void cut(ServletRequest request) {
        try {
            breakConnection(request);
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "cannot break the connection of a truncated response", e);
        }
    }

    /** Breaks the connection of a request. */
    protected void breakConnection(ServletRequest request) {
        throw new UnsupportedOperationException("this server has no way that is known");
    }
}
