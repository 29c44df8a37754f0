// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import java.lang.System.Logger.Level;
import org.scriptingsession.error.Mistake;

/** Any server; without help of a subclass it serves an application that runs on one node. */
public class PlainServer implements SessionServer {
    private static final System.Logger LOGGER = System.getLogger(PlainServer.class.getName());

    /** Null for an application whose sessions are in memory. */
    protected final Standstill standstill;

    /** For an application whose sessions are in memory. */
    public PlainServer() {
        this(null);
    }

    /** For an application whose sessions other nodes serve as well; these go on while this node stands still. */
    protected PlainServer(Standstill standstill) {
        this.standstill = standstill;
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

    @Override
    public final boolean sharesSessions() {
        return standstill != null;
    }

    @Override
    public final void checkSafe() {
        if (standstill != null && standstill.isRecent()) {
            throw Mistake.STOOD_STILL.with();
        }
    }

    /** The log says when the connection cannot be broken. */
    @Override
    public final void cut(ServletRequest request) {
        try {
            breakConnection(innermost(request));
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "cannot break the connection of a truncated response", e);
        }
    }

    /** Breaks the connection of the server's own request. */
    protected void breakConnection(ServletRequest request) {
        throw new UnsupportedOperationException("this server has no way that is known");
    }

    /** The server's own request, without the wrappers of filters. */
    protected static ServletRequest innermost(ServletRequest wrapped) {
        ServletRequest request = wrapped;
        while (request instanceof ServletRequestWrapper wrapper) {
            request = wrapper.getRequest();
        }
        return request;
    }
}
