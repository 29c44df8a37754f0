// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.wildfly;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.scriptingsession.server.ServerMembers;

/**
 * Lets WildFly store the session of a distributable application before the response ends. Left to itself Undertow ends the
 * response first, and what the client was told is lost when the node dies a moment later.
 */
public final class UndertowReplication {
    private static final String REQUEST_CONTEXT = "io.undertow.servlet.handlers.ServletRequestContext";

    private static final String COMMITS = WatchedCommit.class.getName();

    private static final String WRAPPER = "org.wildfly.extension.undertow.deployment.";

    private final Class<?> requestContext;

    private UndertowReplication(Class<?> requestContext) {
        this.requestContext = requestContext;
    }

    /** Null on another server; {@code jboss-deployment-structure.xml} makes the class visible. */
    public static UndertowReplication begin() {
        try {
            return new UndertowReplication(Class.forName(REQUEST_CONTEXT));
        } catch (ClassNotFoundException otherServer) {
            return null;
        }
    }

    /**
     * Stores the session of this thread's request, if there is one; what comes after in this request changes it no more.
     *
     * @throws IllegalStateException when Infinispan did not commit it, or that it ended
     */
    public void store() throws ReflectiveOperationException {
        Object exchange = exchange();
        Object session = session(exchange);
        if (session != null) {
            // concurrent requests share it: one that finds its change taken by another is answered when that has stored
            // it
            synchronized (ServerMembers.call(session, "get")) {
                storeAttributes(session);
                watch(session);
                ServerMembers.call(session, "requestDone", exchange);
            }
        }
        for (List<WatchedCommit> transaction : commits()) {
            transaction.forEach(WatchedCommit::check);
        }
    }

    /** To be called before the container ends a session, if a request does it. */
    public void ending(HttpSession session) throws ReflectiveOperationException {
        if (isInRequest()) {
            watch(replicated(ServerMembers.call(session, "getSession")));
        }
    }

    /**
     * Ends a session that a component has kept from a request which is over: by itself WildFly would only say so.
     *
     * @return false when its request goes on, and the session is ended as any other
     */
    public boolean end(HttpSession kept) throws ReflectiveOperationException {
        Object session = replicated(ServerMembers.call(kept, "getSession"));
        if (!isDone(session)) {
            return false;
        }
        Object detached = ServerMembers.call(session, "detach");
        if (detached != null) {
            ServerMembers.call(detached, "invalidate", new Object[] {null});
        }
        return true;
    }

    /**
     * The session of an id that a component has kept from another request.
     *
     * @return that of this thread's request when it is the same, whose transaction would wait for itself; empty when it is over,
     *     here or on another node
     */
    public Optional<HttpSession> current(String id, HttpSession kept) throws ReflectiveOperationException {
        Object session = replicated(ServerMembers.call(kept, "getSession"));
        if (!isDone(session)) {
            return Optional.of(kept);
        }
        HttpSession own = isInRequest() ? http(exchange()) : null;
        if (own != null && own.getId().equals(id)) {
            return Optional.of(own);
        }
        Object detached = ServerMembers.call(session, "detach");
        boolean alive =
                detached != null && (Boolean) ServerMembers.call(ServerMembers.call(detached, "get"), "isValid");
        return alive ? Optional.of(kept) : Optional.empty();
    }

    private static boolean isDone(Object session) throws ReflectiveOperationException {
        return ((AtomicReference<?>) ServerMembers.get(session, "closeTask")).get() == null;
    }

    /** Drops what this thread's request has changed in its session, and stores nothing more of it. */
    public void discard() throws ReflectiveOperationException {
        Object exchange = exchange();
        Object session = session(exchange);
        if (session != null) {
            inBatch(session, batch -> ServerMembers.call(batch, "discard"));
            ServerMembers.call(session, "requestDone", exchange);
        }
    }

    /** There is no batch after its end, and no transaction with Infinispan Server. */
    private void watch(Object session) throws ReflectiveOperationException {
        inBatch(session, batch -> {
            Object own = ServerMembers.call(batch, "get");
            if (own != null && ServerMembers.method(own.getClass(), "getTransaction") != null) {
                commits().add(WatchedCommit.of(ServerMembers.call(own, "getTransaction")));
            }
        });
    }

    /** The transactions of this thread's request. */
    @SuppressWarnings("unchecked")
    private List<List<WatchedCommit>> commits() throws ReflectiveOperationException {
        ServletRequest request = (ServletRequest) ServerMembers.call(current(), "getOriginalRequest");
        if (request.getAttribute(COMMITS) == null) {
            request.setAttribute(COMMITS, new ArrayList<List<WatchedCommit>>());
        }
        return (List<List<WatchedCommit>>) request.getAttribute(COMMITS);
    }

    /**
     * Concurrent requests on a node share what WildFly calls a session, and the last of them stores it: the others would be
     * answered long before that. Its attributes store what has changed since they did so last.
     */
    private static void storeAttributes(Object session) throws ReflectiveOperationException {
        boolean over = (Boolean) ServerMembers.call(session, "isInvalid");
        if (!over && !isDone(session)) {
            Object attributes = ServerMembers.call(ServerMembers.call(session, "get"), "getAttributes");
            inBatch(session, batch -> ServerMembers.call(attributes, "close"));
        }
    }

    /** As a part of the transaction of this thread's request, which goes on after it. */
    private static void inBatch(Object session, BatchWork work) throws ReflectiveOperationException {
        Object suspended = ServerMembers.get(session, "suspendedBatch");
        try (AutoCloseable batch = (AutoCloseable) ServerMembers.call(suspended, "resumeWithContext")) {
            work.in(ServerMembers.call(batch, "get"));
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
        HttpSession http = http(exchange);
        return http == null ? null : replicated(ServerMembers.call(http, "getSession"));
    }

    /**
     * The session that a request has; null for none. Looked up where Undertow keeps it: to ask Undertow for it while it is being
     * ended brings a dead one back for the rest of the request.
     */
    private HttpSession http(Object exchange) throws ReflectiveOperationException {
        Object application = ServerMembers.call(ServerMembers.call(current(), "getDeployment"), "getServletContext");
        Object key = ServerMembers.get(application, "sessionAttachmentKey");
        Object session = ServerMembers.call(exchange, "getAttachment", key);
        return session == null || (Boolean) ServerMembers.call(session, "isInvalid") ? null : (HttpSession) session;
    }

    private boolean isInRequest() throws ReflectiveOperationException {
        return requestContext.getMethod("current").invoke(null) != null;
    }

    private static Object replicated(Object wrapped) throws ReflectiveOperationException {
        Object session = wrapped;
        while (session.getClass().getName().startsWith(WRAPPER)) {
            session = ServerMembers.get(session, "session");
        }
        return session;
    }

    private Object current() throws ReflectiveOperationException {
        return requestContext.getMethod("requireCurrent").invoke(null);
    }

    @FunctionalInterface
    private interface BatchWork {
        void in(Object batch) throws ReflectiveOperationException;
    }
}
