// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.cluster;

/**
 * Lets WildFly store the session of a distributable application before the response ends. Left to itself Undertow ends the
 * response first, and what the client was told is lost when the node dies a moment later.
 */
final class UndertowReplication {
    private static final String REQUEST_CONTEXT = "io.undertow.servlet.handlers.ServletRequestContext";

    private static final String WRAPPER = "org.wildfly.extension.undertow.deployment.";

    private final Class<?> requestContext;

    private UndertowReplication(Class<?> requestContext) {
        this.requestContext = requestContext;
    }

    /** Null on another server; {@code jboss-deployment-structure.xml} makes the class visible. */
    static UndertowReplication begin() {
        try {
            return new UndertowReplication(Class.forName(REQUEST_CONTEXT));
        } catch (ClassNotFoundException otherServer) {
            return null;
        }
    }

    /** Stores the session of this thread's request, if there is one; what comes after in this request changes it no more. */
    void store() throws ReflectiveOperationException {
        Object exchange = exchange();
        Object session = session(exchange);
        if (session != null) {
            ServerMembers.call(session, "requestDone", exchange);
        }
    }

    /** Drops what this thread's request has changed in its session. */
    void discard() throws ReflectiveOperationException {
        Object session = session(exchange());
        if (session == null) {
            return;
        }
        Object suspended = ServerMembers.get(session, "suspendedBatch");
        try (AutoCloseable batch = (AutoCloseable) ServerMembers.call(suspended, "resumeWithContext")) {
            ServerMembers.call(ServerMembers.call(batch, "get"), "discard");
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Object exchange() throws ReflectiveOperationException {
        return ServerMembers.call(current(), "getExchange");
    }

    /** The replicated session itself: WildFly's wrapper around it does nothing before the response has ended. */
    private Object session(Object exchange) throws ReflectiveOperationException {
        Object application = ServerMembers.call(ServerMembers.call(current(), "getDeployment"), "getServletContext");
        Object http = ServerMembers.call(application, "getSession", exchange, false);
        Object session = http == null ? null : ServerMembers.call(http, "getSession");
        while (session != null && session.getClass().getName().startsWith(WRAPPER)) {
            session = ServerMembers.get(session, "session");
        }
        return session;
    }

    private Object current() throws ReflectiveOperationException {
        return requestContext.getMethod("requireCurrent").invoke(null);
    }
}
