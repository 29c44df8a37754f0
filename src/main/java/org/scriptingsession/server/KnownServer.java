// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * A kind of server that the product knows. Each has a package of its own, and its class is named in a line of
 * {@code META-INF/services}. The class itself must load on every server: classes of its server are named by others.
 */
public interface KnownServer {
    /** Whether the application runs on such a server. */
    boolean runs(ServletContext context);

    /** The version whose classes are known. */
    String version();

    /**
     * Makes the server ready for an application on it, while the application starts.
     *
     * @throws org.scriptingsession.api.ScriptingException for a distributable application whose sessions are not shared
     * @throws ServerMembers.MissingMembersException when the server is of another version
     */
    SessionServer open(StartingApplication application);

    /** How names of session attributes begin that this server, or what comes with it, keeps for itself. */
    List<String> attributePrefixes();

    /**
     * Gives the session's cookie its SameSite, unless the server's own descriptor has one; to be called before the application's
     * listeners.
     *
     * @throws ServerMembers.MissingMembersException when only the descriptor can
     */
    default void sameSite(ServletContext context, String value) {
        context.getSessionCookieConfig().setAttribute("SameSite", value);
    }

    /**
     * The class of the servlets that run JAX-RS applications, where an initializer of the server makes them, perhaps later than
     * ours, and takes one that is there; empty where they are made before all initializers.
     */
    default Optional<String> jaxRsServlet() {
        return Optional.empty();
    }

    /** The server that an application runs on; empty for one that the product does not know. */
    static Optional<KnownServer> of(ServletContext context) {
        return all().filter(known -> known.runs(context)).findFirst();
    }

    /** All kinds of servers. */
    static Stream<KnownServer> all() {
        return ServiceLoader.load(KnownServer.class, KnownServer.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get);
    }
}
