// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Consumer;
import org.scriptingsession.error.ClusterMessages;

/** Any server with an application that runs on one node: sessions are in memory, and nothing has to be stored. */
public class PlainServer implements SessionServer {
    private static final System.Logger LOGGER = System.getLogger(PlainServer.class.getName());

    private final Consumer<ServletRequest> connectionCut;

    /** On a server that breaks the connection of a request in this way. */
    public PlainServer(Consumer<ServletRequest> connectionCut) {
        this.connectionCut = connectionCut;
    }

    /**
     * A server that the product does not know.
     *
     * @throws org.scriptingsession.api.ScriptingException for a distributable application
     */
    static SessionServer open(StartingApplication application) {
        if (application.distributable()) {
            throw ClusterMessages.unknownServer(application.context().getServerInfo());
        }
        return new PlainServer(PlainServer::cannotCut);
    }

    /** Says that this server's connections cannot be broken. */
    public static void cannotCut(ServletRequest request) {
        LOGGER.log(Level.WARNING, "cannot break the connection of a truncated response on this server");
    }

    @Override
    public boolean sharesSessions() {
        return false;
    }

    @Override
    public void checkSafe() {
        // one node has no others that could know better
    }

    @Override
    public boolean completes(ResponseEnd end) {
        return false;
    }

    @Override
    public boolean storesWhenComplete() {
        return false;
    }

    @Override
    public void store(long begun) {
        // the session is in memory
    }

    @Override
    public void storeRenewed(String id, long begun) {
        // likewise
    }

    @Override
    public void ended(HttpSession session) {
        // nobody else has it
    }

    @Override
    public Optional<HttpSession> current(String id, HttpSession held) {
        return Optional.of(held);
    }

    @Override
    public void end(HttpSession held) {
        held.invalidate();
    }

    @Override
    public void idChanged(String id) {
        // nobody else knew the former id
    }

    @Override
    public boolean isHeardAgain(String formerId, String id) {
        return false;
    }

    @Override
    public void cut(ServletRequest request) {
        try {
            connectionCut.accept(request);
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "cannot break the connection of a truncated response", e);
        }
    }

    @Override
    public void close() {
        // nothing was begun
    }
}
