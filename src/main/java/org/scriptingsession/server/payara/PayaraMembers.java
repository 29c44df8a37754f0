// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.payara;

import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import org.scriptingsession.server.ServerField;
import org.scriptingsession.server.ServerInterface;
import org.scriptingsession.server.ServerMembers;
import org.scriptingsession.server.ServerMethod;

/** All members of Payara's classes that the product uses, as they were seen in Payara 6.2025.10. */
final class PayaraMembers {
    static final String KNOWN_VERSION = "Payara 6.2025.10";

    /** What Servlet's listeners get as the application's context. */
    static final String FACADE = "org.apache.catalina.core.ApplicationContextFacade";

    /** A class that Payara adds to Tomcat's. */
    static final String VALVE = "org.glassfish.web.valve.GlassFishValve";

    /** Payara's own valve that stores sessions in the data grid, of applications whose sessions are there. */
    static final String STORE_VALVE = "org.glassfish.web.ha.session.management.HASessionStoreValve";

    private static final String CATALINA = "org.apache.catalina.";
    private static final String GRIZZLY = "org.glassfish.grizzly.";
    private static final String REPLICATION = "org.glassfish.web.ha.session.management.";

    private PayaraMembers() {}

    /** From the application's context to its session manager, and to the valves that each of its requests passes. */
    static final class Container extends ServerMembers {
        final ServerField<Object> context = field(Object.class, FACADE + ".context");
        final ServerField<Object> webModule = field(Object.class, CATALINA + "core.ApplicationContext.context");
        final ServerMethod<Object> manager = method(Object.class, CATALINA + "core.ContainerBase.getManager()");
        final ServerMethod<Object> pipeline = method(Object.class, CATALINA + "core.ContainerBase.getPipeline()");
        final ServerField<Object[]> valves = field(Object[].class, CATALINA + "core.StandardPipeline.valves");

        Container(Class<?> facade) {
            super(facade);
            complete();
        }
    }

    /** The generator of session ids. */
    static final class Ids extends ServerMembers {
        private static final String GENERATOR = "com.sun.enterprise.util.uuid.UuidGenerator";

        final ServerInterface generator = implemented(GENERATOR, "generateUuid()", "generateUuid(java.lang.Object)");
        final ServerMethod<Object> setGenerator =
                method(Object.class, CATALINA + "session.ManagerBase.setUuidGenerator(" + GENERATOR + ")");

        Ids(Class<?> facade) {
            super(facade);
            complete();
        }
    }

    /** From a request to its connection. */
    static final class Connections extends ServerMembers {
        final ServerMethod<Object> request =
                method(Object.class, CATALINA + "connector.RequestFacade.getUnwrappedCoyoteRequest()");
        final ServerMethod<Object> grizzly = method(Object.class, CATALINA + "connector.Request.getCoyoteRequest()");
        final ServerMethod<Object> context = method(Object.class, GRIZZLY + "http.server.Request.getContext()");
        final ServerMethod<Object> connection =
                method(Object.class, GRIZZLY + "filterchain.FilterChainContext.getConnection()");
        final ServerMethod<Object> terminate = method(Object.class, GRIZZLY + "Connection.terminateSilently()");

        Connections(Class<?> facade) {
            super(facade);
            complete();
        }
    }

    /** Requests, sessions and the session manager of an application whose sessions are in the data grid. */
    static final class Sessions extends ServerMembers {
        private static final String REQUEST = CATALINA + "connector.Request.";
        private static final String SESSION = CATALINA + "Session";
        private static final String MANAGER = REPLICATION + "ReplicationManagerBase.";

        final ServerInterface valve = implemented(
                VALVE,
                "getInfo()",
                "invoke(" + CATALINA + "Request," + CATALINA + "Response)",
                "postInvoke(" + CATALINA + "Request," + CATALINA + "Response)");

        final ServerField<String> requestedVersion = field(String.class, REQUEST + "requestedSessionVersion");
        final ServerField<Boolean> foundNone = field(Boolean.class, REQUEST + "unsuccessfulSessionFind");
        final ServerMethod<String> requestedId = method(String.class, REQUEST + "getRequestedSessionId()");
        final ServerMethod<Object> setRequestedId =
                method(Object.class, REQUEST + "setRequestedSessionId(java.lang.String)");
        final ServerMethod<Object> session = method(Object.class, REQUEST + "getSessionInternal(boolean)");
        final ServerMethod<Object> setSession = method(Object.class, REQUEST + "setSession(" + SESSION + ")");
        final ServerMethod<Object> lockSession = method(Object.class, REQUEST + "lockSession()");
        final ServerMethod<Object> unlockSession = method(Object.class, REQUEST + "unlockSession()");
        final ServerMethod<HttpServletRequest> httpRequest = method(HttpServletRequest.class, REQUEST + "getRequest()");
        final ServerMethod<ServletResponse> response =
                method(ServletResponse.class, CATALINA + "Response.getResponse()");

        final ServerField<Map<String, Object>> local = field(Map.class, CATALINA + "session.ManagerBase.sessions");
        final ServerMethod<Object> store = method(Object.class, CATALINA + "session.PersistentManagerBase.getStore()");
        final ServerMethod<Object> setRelaxed =
                method(Object.class, MANAGER + "setRelaxCacheVersionSemantics(boolean)");
        final ServerMethod<Object> drop =
                method(Object.class, MANAGER + "removeSessionFromManagerCache(" + SESSION + ")");
        final ServerMethod<Object> forbid =
                method(Object.class, MANAGER + "addToInvalidatedSessions(java.lang.String)");
        final ServerMethod<Object> save =
                method(Object.class, REPLICATION + "ReplicationStore.doValveSave(" + SESSION + ")");
        final ServerMethod<Object> remove =
                method(Object.class, REPLICATION + "ReplicationStore.remove(java.lang.String)");

        final ServerMethod<String> id = method(String.class, SESSION + ".getIdInternal()");
        final ServerMethod<Boolean> isValid = method(Boolean.class, SESSION + ".getIsValid()");
        final ServerMethod<Integer> intervalSeconds = method(Integer.class, SESSION + ".getMaxInactiveInterval()");
        final ServerMethod<Object> note = method(Object.class, SESSION + ".getNote(java.lang.String)");
        final ServerMethod<Object> setNote =
                method(Object.class, SESSION + ".setNote(java.lang.String,java.lang.Object)");
        final ServerMethod<HttpSession> http = method(HttpSession.class, SESSION + ".getSession()");
        final ServerMethod<Object> expire = method(Object.class, SESSION + ".expire()");
        final ServerField<Integer> intervalOfCopy =
                field(Integer.class, CATALINA + "session.StandardSession.maxInactiveInterval");
        final ServerMethod<Boolean> isDirty = method(Boolean.class, REPLICATION + "HASession.isDirty()");
        final ServerMethod<Object> setDirty = method(Object.class, REPLICATION + "HASession.setDirty(boolean)");

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
