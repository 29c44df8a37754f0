// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.cluster;

/**
 * Lets WildFly store the session of a distributable application before the response ends. Left to itself Undertow ends the
 * response first, and what the client was told is lost when the node dies a moment later.
 */
final class UndertowReplication {
    private static final String REQUEST_CONTEXT = "io.undertow.servlet.handlers.ServletRequestContext";

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
        Object current = current();
        ServerMembers.call(application(current), "updateSessionAccessTime", exchange(current));
    }

    /** Drops what this thread's request has changed in its session. */
    void discard() throws ReflectiveOperationException {
        Object current = current();
        Object http = ServerMembers.call(application(current), "getSession", exchange(current), false);
        if (http == null) {
            return;
        }
        Object session = ServerMembers.call(http, "getSession");
        Object suspended = ServerMembers.get(session, "suspendedBatch");
        try (AutoCloseable batch = (AutoCloseable) ServerMembers.call(suspended, "resumeWithContext")) {
            ServerMembers.call(ServerMembers.call(batch, "get"), "discard");
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Object current() throws ReflectiveOperationException {
        return requestContext.getMethod("requireCurrent").invoke(null);
    }

    private static Object exchange(Object current) throws ReflectiveOperationException {
        return ServerMembers.call(current, "getExchange");
    }

    private static Object application(Object current) throws ReflectiveOperationException {
        return ServerMembers.call(ServerMembers.call(current, "getDeployment"), "getServletContext");
    }
}
