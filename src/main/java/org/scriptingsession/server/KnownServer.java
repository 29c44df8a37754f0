// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * A kind of server that the product knows. Each has a package of its own, and its class is named in a line of
 * {@code META-INF/services}. The class itself must load on every server: classes of its server are named by others.
 */
public interface KnownServer {
    /** Whether the application runs on such a server. */
    boolean runs(ServletContext context);

    /**
     * Makes the server ready for an application on it, while that starts.
     *
     * @throws org.scriptingsession.api.ScriptingException when a distributable application's sessions would not be shared safely
     */
    SessionServer open(StartingApplication application);

    /** How names of session attributes begin that this server, or what comes with it, keeps for itself. */
    List<String> attributePrefixes();

    /** All kinds of servers. */
    static Stream<KnownServer> all() {
        return ServiceLoader.load(KnownServer.class, KnownServer.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get);
    }
}
