// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.payara;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import org.scriptingsession.server.ServerMember;
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
    private static final String GENERATOR = "com.sun.enterprise.util.uuid.UuidGenerator";
    private static final String GRIZZLY = "org.glassfish.grizzly.";
    private static final String REQUEST = CATALINA + "connector.Request.";
    private static final String REPLICATION = "org.glassfish.web.ha.session.management.";

    /** From the application's context to its session manager. */
    private final ServerMember<Object> context = field(Object.class, FACADE + ".context");

    private final ServerMember<Object> webModule = field(Object.class, CATALINA + "core.ApplicationContext.context");
    private final ServerMember<Object> manager = any(CATALINA + "core.ContainerBase.getManager()");

    /** The valves that each request of the application passes. */
    final ServerMember<Object> pipeline = any(CATALINA + "core.ContainerBase.getPipeline()");

    final ServerMember<Object[]> valves = field(Object[].class, CATALINA + "core.StandardPipeline.valves");

    /** The generator of session ids. */
    final Class<?> generator = implemented(GENERATOR, "generateUuid()", "generateUuid(java.lang.Object)");

    final ServerMember<Object> setGenerator = any(CATALINA + "session.ManagerBase.setUuidGenerator(" + GENERATOR + ")");

    /** From a request to its connection. */
    private final ServerMember<Object> request = any(CATALINA + "connector.RequestFacade.getUnwrappedCoyoteRequest()");

    private final ServerMember<Object> grizzly = any(REQUEST + "getCoyoteRequest()");
    private final ServerMember<Object> exchange = any(GRIZZLY + "http.server.Request.getContext()");
    private final ServerMember<Object> connection = any(GRIZZLY + "filterchain.FilterChainContext.getConnection()");
    private final ServerMember<Object> terminate = any(GRIZZLY + "Connection.terminateSilently()");

    final ServerMember<Object> setRequestedId = any(REQUEST + "setRequestedSessionId(java.lang.String)");
    final ServerMember<Object> setFoundNone = any(REQUEST + "setUnsuccessfulSessionFind(boolean)");

    /** How many sessions a session manager holds. */
    final ServerMember<Integer> sessions = method(Integer.class, CATALINA + "session.ManagerBase.getActiveSessions()");

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

    /** Breaks the connection of a request. */
    void cut(ServletRequest wrapped) {
        terminate.on(connection.on(exchange.on(grizzly.on(request(wrapped)))));
    }

    /** Payara's object of a request. */
    Object request(ServletRequest wrapped) {
        ServletRequest innermost = wrapped;
        while (innermost instanceof ServletRequestWrapper wrapper) {
            innermost = wrapper.getRequest();
        }
        return request.on(innermost);
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

        final ServerMember<String> requestedVersion = field(String.class, REQUEST + "requestedSessionVersion");
        final ServerMember<Boolean> foundNone = field(Boolean.class, REQUEST + "unsuccessfulSessionFind");
        final ServerMember<String> requestedId = method(String.class, REQUEST + "getRequestedSessionId()");
        final ServerMember<Object> setRequestedId = any(REQUEST + "setRequestedSessionId(java.lang.String)");
        final ServerMember<Object> sessionOf = any(REQUEST + "getSessionInternal(boolean)");
        final ServerMember<Object> setSession = any(REQUEST + "setSession(" + SESSION + ")");
        final ServerMember<Object> lockSession = any(REQUEST + "lockSession()");
        final ServerMember<Object> unlockSession = any(REQUEST + "unlockSession()");
        final ServerMember<HttpServletRequest> httpRequest = method(HttpServletRequest.class, REQUEST + "getRequest()");
        final ServerMember<ServletResponse> response =
                method(ServletResponse.class, CATALINA + "Response.getResponse()");

        final ServerMember<Map<String, Object>> localOf = field(Map.class, CATALINA + "session.ManagerBase.sessions");
        final ServerMember<Object> storeOf = any(CATALINA + "session.PersistentManagerBase.getStore()");
        final ServerMember<Object> setRelaxed = any(MANAGER + "setRelaxCacheVersionSemantics(boolean)");
        final ServerMember<Object> dropFrom = any(MANAGER + "removeSessionFromManagerCache(" + SESSION + ")");
        final ServerMember<Object> forbid = any(MANAGER + "addToInvalidatedSessions(java.lang.String)");
        final ServerMember<Object> saveIn = any(REPLICATION + "ReplicationStore.doValveSave(" + SESSION + ")");
        final ServerMember<Object> removeFrom = any(REPLICATION + "ReplicationStore.remove(java.lang.String)");

        final ServerMember<String> id = method(String.class, SESSION + ".getIdInternal()");
        final ServerMember<Boolean> isValid = method(Boolean.class, SESSION + ".getIsValid()");
        final ServerMember<Integer> intervalSeconds = method(Integer.class, SESSION + ".getMaxInactiveInterval()");
        final ServerMember<Object> note = any(SESSION + ".getNote(java.lang.String)");
        final ServerMember<Object> setNote = any(SESSION + ".setNote(java.lang.String,java.lang.Object)");
        final ServerMember<HttpSession> http = method(HttpSession.class, SESSION + ".getSession()");
        final ServerMember<Object> expire = any(SESSION + ".expire()");
        final ServerMember<Integer> intervalOfCopy =
                field(Integer.class, CATALINA + "session.StandardSession.maxInactiveInterval");
        final ServerMember<Boolean> isDirty = method(Boolean.class, REPLICATION + "HASession.isDirty()");
        final ServerMember<Object> setDirty = any(REPLICATION + "HASession.setDirty(boolean)");

        Sessions(Class<?> facade, Class<?> manager) {
            super(facade, manager);
            complete();
        }

        /** The request that a valve is given. */
        HttpServletRequest request(Object... arguments) {
            return httpRequest.on(arguments[0]);
        }

        /** The response that a valve is given. */
        HttpServletResponse response(Object... arguments) {
            return (HttpServletResponse) response.on(arguments[1]);
        }
    }
}
