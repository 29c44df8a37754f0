// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.payara;

import jakarta.servlet.ServletContext;
import java.util.Optional;
import org.scriptingsession.server.ServerMembers;

/**
 * What lies behind the {@code ServletContext} on Payara: its session manager, for what Jakarta Servlet has no way to say. By
 * reflection over public members where there are any, so that the product needs no class of the server.
 */
public final class PayaraContainer {
    private static final String FACADE = "org.apache.catalina.core.";
    private static final String WEB_MODULE = "com.sun.enterprise.web.";

    private final Object context;

    private PayaraContainer(Object context) {
        this.context = context;
    }

    /** That of the application; empty on another server. */
    public static Optional<PayaraContainer> of(ServletContext application) throws ReflectiveOperationException {
        Object context = application;
        while (context.getClass().getName().startsWith(FACADE)
                && ServerMembers.method(context.getClass(), "getManager") == null) {
            context = ServerMembers.get(context, "context");
        }
        return context.getClass().getName().startsWith(WEB_MODULE)
                ? Optional.of(new PayaraContainer(context))
                : Optional.empty();
    }

    /** The application's session manager. */
    public Object manager() throws ReflectiveOperationException {
        return ServerMembers.call(context, "getManager");
    }

    /** The chain that every request of the application passes. */
    public Object pipeline() throws ReflectiveOperationException {
        return ServerMembers.call(context, "getPipeline");
    }
}
