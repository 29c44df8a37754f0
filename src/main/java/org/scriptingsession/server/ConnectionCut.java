// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import java.lang.System.Logger.Level;
import java.lang.reflect.Modifier;

/**
 * Breaks the connection of a response that was begun and cannot be finished, so that no client takes the half for the whole.
 *
 * <p>Jakarta Servlet has no way to say this: both containers end such a response properly, last chunk included. So it goes
 * past the specification, by reflection over public methods of the one container or the other; on a server that is neither
 * the log says that it did not work.
 */
public final class ConnectionCut {
    private static final System.Logger LOGGER = System.getLogger(ConnectionCut.class.getName());
    private static final String UNDERTOW_CONTEXT = "io.undertow.servlet.handlers.ServletRequestContext";

    private ConnectionCut() {}

    /** Breaks the connection of a request; the log says when it did not work. */
    public static void cut(ServletRequest request) {
        try {
            if (!cutUndertow()) {
                cutGrizzly(unwrap(request));
            }
        } catch (ReflectiveOperationException e) {
            LOGGER.log(Level.WARNING, "cannot break the connection of a truncated response on this server", e);
        }
    }

    /** WildFly; {@code jboss-deployment-structure.xml} makes the class visible. */
    private static boolean cutUndertow() throws ReflectiveOperationException {
        Class<?> context;
        try {
            context = Class.forName(UNDERTOW_CONTEXT);
        } catch (ClassNotFoundException otherServer) {
            return false;
        }
        Object current = context.getMethod("current").invoke(null);
        call(call(call(current, "getExchange"), "getConnection"), "close");
        return true;
    }

    /** Payara. */
    private static void cutGrizzly(ServletRequest request) throws ReflectiveOperationException {
        Object connection = request;
        for (String step :
                new String[] {"getUnwrappedCoyoteRequest", "getCoyoteRequest", "getContext", "getConnection"}) {
            connection = call(connection, step);
        }
        call(connection, "terminateSilently");
    }

    private static ServletRequest unwrap(ServletRequest request) {
        ServletRequest innermost = request;
        while (innermost instanceof ServletRequestWrapper wrapper) {
            innermost = wrapper.getRequest();
        }
        return innermost;
    }

    private static Object call(Object target, String method) throws ReflectiveOperationException {
        for (Class<?> type = target.getClass(); type != null; type = type.getSuperclass()) {
            if (Modifier.isPublic(type.getModifiers())) {
                return type.getMethod(method).invoke(target);
            }
        }
        throw new NoSuchMethodException(target.getClass() + "." + method);
    }
}
