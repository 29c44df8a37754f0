// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.payara;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.util.Map;
import org.scriptingsession.server.ClientFlow;
import org.scriptingsession.server.ServerMembers;

/** All members of Payara's classes that the product uses, as they were seen in Payara 6.2025.10. */
final class PayaraMembers extends ServerMembers {
    /** What Servlet's listeners get as the application's context. */
    static final String FACADE = "org.apache.catalina.core.ApplicationContextFacade";

    /** A class that Payara adds to Tomcat's. */
    static final String VALVE = "org.glassfish.web.valve.GlassFishValve";

    /** Payara's own valve that stores sessions in the data grid, of applications whose sessions are there. */
    static final String STORE_VALVE = "org.glassfish.web.ha.session.management.HASessionStoreValve";

    private static final String CATALINA = "org.apache.catalina.";
    private static final String LISTENER = CATALINA + "LifecycleListener";
    private static final String GENERATOR = "com.sun.enterprise.util.uuid.UuidGenerator";
    private static final String GRIZZLY = "org.glassfish.grizzly.";
    private static final String POOL = GRIZZLY + "threadpool.AbstractThreadPool";
    private static final String REQUEST = CATALINA + "connector.Request.";
    private static final String REPLICATION = "org.glassfish.web.ha.session.management.";

    /** Of a connection: what its client has not taken. */
    private static final int QUEUE_BYTES = 1 << 16;

    /** From the application's context to its session manager. */
    private final Member<Object> context = member(Object.class, FACADE + ".context");

    private final Member<Object> webModule = member(Object.class, CATALINA + "core.ApplicationContext.context");
    private final Member<Object> manager = any(CATALINA + "core.ContainerBase.getManager()");

    /** The valves that each request of the application passes. */
    final Member<Object> pipeline = any(CATALINA + "core.ContainerBase.getPipeline()");

    final Member<Object[]> valves = member(Object[].class, CATALINA + "core.StandardPipeline.valves");

    /** The generator of session ids. */
    final Class<?> generator = implemented(GENERATOR, "generateUuid()", "generateUuid(java.lang.Object)");

    final Member<Object> setGenerator = any(CATALINA + "session.ManagerBase.setUuidGenerator(" + GENERATOR + ")");

    /** From a request to its connection. */
    private final Member<Object> request = any(CATALINA + "connector.RequestFacade.getUnwrappedCoyoteRequest()");

    private final Member<Object> grizzly = any(REQUEST + "getCoyoteRequest()");
    private final Member<Object> response = any(GRIZZLY + "http.server.Request.getResponse()");
    private final Member<Object> output = any(GRIZZLY + "http.server.Response.getOutputBuffer()");
    private final Member<Boolean> canWrite = member(Boolean.class, GRIZZLY + "http.io.OutputBuffer.canWrite()");
    private final Member<Object> exchange = any(GRIZZLY + "http.server.Request.getContext()");
    private final Member<Object> connection = any(GRIZZLY + "filterchain.FilterChainContext.getConnection()");
    private final Member<Object> setQueue = any(GRIZZLY + "nio.NIOConnection.setMaxAsyncWriteQueueSize(int)");
    private final Member<Object> channel = any(GRIZZLY + "nio.NIOConnection.getChannel()");
    private final Member<Boolean> isOpen = member(Boolean.class, GRIZZLY + "Connection.isOpen()");
    private final Member<Object> terminate = any(GRIZZLY + "Connection.terminateSilently()");

    /** From a connection to the threads that go on with what it has read. */
    private final Member<Object> transport = any(GRIZZLY + "Connection.getTransport()");

    private final Member<Object> workers = any(GRIZZLY + "Transport.getWorkerThreadPool()");
    private final Class<?> executor = type(GRIZZLY + "threadpool.GrizzlyExecutorService");
    private final Member<Object> pool = any(GRIZZLY + "threadpool.GrizzlyExecutorService.pool");

    /** What a pool tells of its threads and tasks. */
    final Class<?> probe = implemented(
            GRIZZLY + "threadpool.ThreadPoolProbe",
            "onThreadPoolStartEvent(" + POOL + ")",
            "onThreadPoolStopEvent(" + POOL + ")",
            "onThreadAllocateEvent(" + POOL + ",java.lang.Thread)",
            "onThreadReleaseEvent(" + POOL + ",java.lang.Thread)",
            "onMaxNumberOfThreadsEvent(" + POOL + ",int)",
            "onTaskQueueEvent(" + POOL + ",java.lang.Runnable)",
            "onTaskDequeueEvent(" + POOL + ",java.lang.Runnable)",
            "onTaskCancelEvent(" + POOL + ",java.lang.Runnable)",
            "onTaskCompleteEvent(" + POOL + ",java.lang.Runnable)",
            "onTaskQueueOverflowEvent(" + POOL + ")");

    final Member<Object> monitoring = any(POOL + ".getMonitoringConfig()");
    final Member<Object> addProbes = any(GRIZZLY + "monitoring.MonitoringConfig.addProbes([Ljava.lang.Object;)");
    final Member<Object> removeProbes = any(GRIZZLY + "monitoring.MonitoringConfig.removeProbes([Ljava.lang.Object;)");

    final Member<Object> setRequestedId = any(REQUEST + "setRequestedSessionId(java.lang.String)");
    final Member<Object> setFoundNone = any(REQUEST + "setUnsuccessfulSessionFind(boolean)");

    /** How many sessions a session manager holds. */
    final Member<Integer> sessions = member(Integer.class, CATALINA + "session.ManagerBase.getActiveSessions()");

    /** From what components get as their session to Payara's object, which knows of the access that is no longer under way. */
    private final Member<Object> session = any(CATALINA + "session.StandardSessionFacade.session");

    private final Member<Long> thisAccess =
            member(Long.class, CATALINA + "session.StandardSession.getThisAccessedTime()");

    /** From a session manager to Payara's object of its application, which tells when it starts and stops. */
    final Member<Object> application = any(CATALINA + "session.ManagerBase.getContainer()");

    final Class<?> listener = implemented(LISTENER, "lifecycleEvent(" + CATALINA + "LifecycleEvent)");
    final Member<Object> addListener = any(CATALINA + "Lifecycle.addLifecycleListener(" + LISTENER + ")");
    final Member<Object> removeListener = any(CATALINA + "Lifecycle.removeLifecycleListener(" + LISTENER + ")");
    final Member<String> eventType = member(String.class, CATALINA + "LifecycleEvent.getType()");

    final Member<Object> setAvailable = any(CATALINA + "core.StandardContext.setAvailable(boolean)");

    /** Payara's objects of an application's servlets, and how many threads have one of them. */
    final Member<Object[]> servlets = member(Object[].class, CATALINA + "core.ContainerBase.findChildren()");

    final Member<Integer> threadsOf = member(Integer.class, CATALINA + "core.StandardWrapper.getCountAllocated()");

    PayaraMembers(Class<?> facade) {
        super(facade);
        complete();
    }

    /** Payara's object of an application. */
    Object webModule(ServletContext application) {
        return webModule.on(context.on(application));
    }

    /** The session manager of an application. */
    Object manager(ServletContext application) {
        return manager.on(webModule(application));
    }

    /** The pool of threads that serves a request; null when it is a class of somebody's own. */
    Object threads(ServletRequest facade) {
        Object threads = workers.on(transport.on(connection(facade)));
        return executor.isInstance(threads) ? pool.on(threads) : null;
    }

    private Object connection(ServletRequest facade) {
        return connection.on(exchange.on(grizzly.on(request(facade))));
    }

    /** Breaks the connection of a request. */
    void cut(ServletRequest facade) {
        Object broken = connection(facade);
        try {
            // a reset: to a client of HTTP/1.0 an orderly end would be that of the body
            ((SocketChannel) channel.on(broken)).setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (ClosedChannelException closedByTheClient) {
            // nothing is left to be broken
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            terminate.on(broken);
        }
    }

    /** Grizzly's writes wait for the client unless they were preceded by the question whether they need not. */
    ClientFlow flow(ServletRequest facade) {
        Object ofGrizzly = grizzly.on(request(facade));
        // by itself four times what the system buffers, of each slow client
        Object client = connection.on(exchange.on(ofGrizzly));
        setQueue.on(client, QUEUE_BYTES);
        Object buffer = output.on(response.on(ofGrizzly));
        return () -> {
            if (!isOpen.on(client)) {
                // Grizzly would say for ever that there is no room
                throw new ClosedChannelException();
            }
            return canWrite.on(buffer);
        };
    }

    /** When a session was used last, in milliseconds. */
    long lastUsed(HttpSession facade) {
        return thisAccess.on(session.on(facade));
    }

    /** Payara's object of a request. */
    Object request(ServletRequest facade) {
        return request.on(facade);
    }

    /** What says of the session's cookie how it is sent. */
    static final class Cookie extends ServerMembers {
        private static final String CONFIG = "com.sun.enterprise.web.session.WebSessionCookieConfig.";

        /** Null unless Payara's own descriptor has it. */
        final Member<Object> sameSite = any(CONFIG + "getSameSite()");

        final Member<Object> setSameSite = any(CONFIG + "setSameSite(java.lang.String)");

        Cookie(Class<?> config) {
            super(config);
            complete();
        }
    }

    /** Requests, sessions and the session manager of an application whose sessions are in the data grid. */
    static class Sessions extends ServerMembers {
        private static final String SESSION = CATALINA + "Session";
        private static final String MANAGER = REPLICATION + "ReplicationManagerBase.";

        final Class<?> valve = implemented(
                VALVE,
                "getInfo()",
                "invoke(" + CATALINA + "Request," + CATALINA + "Response)",
                "postInvoke(" + CATALINA + "Request," + CATALINA + "Response)");

        final Member<String> requestedVersion = member(String.class, REQUEST + "requestedSessionVersion");
        final Member<Boolean> foundNone = member(Boolean.class, REQUEST + "unsuccessfulSessionFind");
        final Member<String> requestedId = member(String.class, REQUEST + "getRequestedSessionId()");
        final Member<Object> setRequestedId = any(REQUEST + "setRequestedSessionId(java.lang.String)");
        final Member<Object> sessionOf = any(REQUEST + "getSessionInternal(boolean)");
        final Member<Object> setSession = any(REQUEST + "setSession(" + SESSION + ")");
        final Member<Object> lockSession = any(REQUEST + "lockSession()");
        final Member<Object> unlockSession = any(REQUEST + "unlockSession()");
        final Member<HttpServletRequest> httpRequest = member(HttpServletRequest.class, REQUEST + "getRequest()");
        final Member<ServletResponse> httpResponse = member(ServletResponse.class, CATALINA + "Response.getResponse()");

        final Member<Map<String, Object>> localOf = member(Map.class, CATALINA + "session.ManagerBase.sessions");
        final Member<Object> storeOf = any(CATALINA + "session.PersistentManagerBase.getStore()");
        final Member<Object> setRelaxed = any(MANAGER + "setRelaxCacheVersionSemantics(boolean)");
        final Member<Object> dropFrom = any(MANAGER + "removeSessionFromManagerCache(" + SESSION + ")");
        final Member<Object> forbid = any(MANAGER + "addToInvalidatedSessions(java.lang.String)");
        final Member<Object> saveIn = any(REPLICATION + "ReplicationStore.doValveSave(" + SESSION + ")");
        final Member<Object> loadFrom = any(REPLICATION + "ReplicationStore.load(java.lang.String)");
        final Member<Object> removeFrom = any(REPLICATION + "ReplicationStore.remove(java.lang.String)");

        final Member<String> id = member(String.class, SESSION + ".getIdInternal()");
        final Member<Boolean> isValid = member(Boolean.class, SESSION + ".getIsValid()");
        final Member<Integer> intervalSeconds = member(Integer.class, SESSION + ".getMaxInactiveInterval()");
        final Member<Object> note = any(SESSION + ".getNote(java.lang.String)");
        final Member<Object> setNote = any(SESSION + ".setNote(java.lang.String,java.lang.Object)");
        final Member<HttpSession> http = member(HttpSession.class, SESSION + ".getSession()");
        final Member<Object> expire = any(SESSION + ".expire()");
        final Member<Boolean> hasExpired = member(Boolean.class, CATALINA + "session.StandardSession.hasExpired()");
        final Member<Integer> intervalOfCopy =
                member(Integer.class, CATALINA + "session.StandardSession.maxInactiveInterval");
        final Member<Boolean> isDirty = member(Boolean.class, REPLICATION + "HASession.isDirty()");
        final Member<Object> setDirty = any(REPLICATION + "HASession.setDirty(boolean)");

        Sessions(Class<?> facade, Class<?> manager) {
            super(facade, manager);
            complete();
        }
    }
}
