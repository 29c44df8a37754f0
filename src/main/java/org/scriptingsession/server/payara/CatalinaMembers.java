// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.payara;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.scriptingsession.server.ServerMembers;

/** Members of Payara's requests, sessions and session manager, looked up once, while the application starts. */
final class CatalinaMembers {
    private static final String VERSIONS = "com.sun.enterprise.http.sessionVersions";

    private final Object manager;
    private final Object store;
    private final Map<String, Object> local;
    private final Field requestedVersion;
    private final Field foundNone;
    private final Method requestedId;
    private final Method setRequestedId;
    private final Method getSession;
    private final Method setSession;
    private final Method lockSession;
    private final Method unlockSession;
    private final Method facadeOfRequest;
    private final Method facadeOfResponse;
    private final Method drop;
    private final Method save;
    private final Method remove;
    private final Method forbid;
    private final Method id;
    private final Method valid;
    private final Method interval;
    private final Method dirty;
    private final Method setDirty;
    private final Method getNote;
    private final Method setNote;
    private final Method http;
    private final Method expire;
    private final Field intervalOfCopy;

    /** @param manager of a distributable application */
    @SuppressWarnings("unchecked")
    CatalinaMembers(Object manager) throws ReflectiveOperationException {
        ClassLoader server = manager.getClass().getClassLoader();
        ClassLoader catalina =
                manager.getClass().getSuperclass().getSuperclass().getClassLoader();
        Class<?> request = catalina.loadClass("org.apache.catalina.connector.Request");
        Class<?> session = catalina.loadClass("org.apache.catalina.Session");
        Class<?> replicated = server.loadClass("org.glassfish.web.ha.session.management.HASession");
        this.manager = manager;
        this.store = manager.getClass().getMethod("getStore").invoke(manager);
        this.local = (Map<String, Object>) ServerMembers.get(manager, "sessions");
        // of concurrent requests that name an older version each would otherwise load a copy of its own
        manager.getClass()
                .getMethod("setRelaxCacheVersionSemantics", boolean.class)
                .invoke(manager, true);
        requestedVersion = ServerMembers.field(request, "requestedSessionVersion");
        foundNone = ServerMembers.field(request, "unsuccessfulSessionFind");
        requestedId = request.getMethod("getRequestedSessionId");
        setRequestedId = request.getMethod("setRequestedSessionId", String.class);
        getSession = request.getMethod("getSessionInternal", boolean.class);
        setSession = request.getMethod("setSession", session);
        lockSession = request.getMethod("lockSession");
        unlockSession = request.getMethod("unlockSession");
        facadeOfRequest = request.getMethod("getRequest");
        facadeOfResponse = catalina.loadClass("org.apache.catalina.Response").getMethod("getResponse");
        drop = manager.getClass().getMethod("removeSessionFromManagerCache", session);
        save = store.getClass().getMethod("doValveSave", session);
        remove = store.getClass().getMethod("remove", String.class);
        forbid = manager.getClass().getMethod("addToInvalidatedSessions", String.class);
        id = session.getMethod("getIdInternal");
        valid = session.getMethod("getIsValid");
        interval = session.getMethod("getMaxInactiveInterval");
        getNote = session.getMethod("getNote", String.class);
        setNote = session.getMethod("setNote", String.class, Object.class);
        http = session.getMethod("getSession");
        expire = session.getMethod("expire");
        intervalOfCopy = ServerMembers.field(
                catalina.loadClass("org.apache.catalina.session.StandardSession"), "maxInactiveInterval");
        dirty = replicated.getMethod("isDirty");
        setDirty = replicated.getMethod("setDirty", boolean.class);
    }

    /** The id that the client sent; null for none. */
    String requestedId(Object request) {
        return (String) call(requestedId, request);
    }

    /** Lets the request be as if the client had sent another id. */
    void requestedId(Object request, String sessionId) {
        call(setRequestedId, request, sessionId);
    }

    /** The session that the request has found so far; null for none, or one that is over. */
    Object session(Object request) {
        return call(getSession, request, false);
    }

    /** Lets the request look for its session as if it had not, in this node's memory and then in the grid. */
    Object findAnew(Object request) {
        // what was found was locked with it, and is unlocked once: it would never expire here
        call(unlockSession, request);
        call(setSession, request, new Object[] {null});
        try {
            // Payara finds nothing without a version, and the copy in memory is new enough: that was made sure of
            requestedVersion.set(request, "0");
            foundNone.setBoolean(request, false);
            return call(lockSession, request);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        } finally {
            // nor is it forgotten with the request: the next one, of another client, would have it
            forgetVersion(request);
        }
    }

    /** Or Payara would send its version cookie. */
    void forgetVersions(Object request) {
        httpRequest(request).removeAttribute(VERSIONS);
    }

    private void forgetVersion(Object request) {
        try {
            requestedVersion.set(request, null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    jakarta.servlet.http.HttpServletRequest httpRequest(Object request) {
        return (jakarta.servlet.http.HttpServletRequest) call(facadeOfRequest, request);
    }

    jakarta.servlet.http.HttpServletResponse httpResponse(Object response) {
        return (jakarta.servlet.http.HttpServletResponse) call(facadeOfResponse, response);
    }

    /** This node's copy of a session; null when it has none. */
    Object local(String sessionId) {
        return local.get(sessionId);
    }

    /** All copies of this node, as they are now. */
    List<Object> allLocal() {
        return List.copyOf(local.values());
    }

    /** Forgets all copies; what is stored in the grid stays there. */
    void dropAll() {
        local.clear();
    }

    /**
     * Forgets this node's copy; what is stored in the grid stays there. Who still holds the copy must not find that it expired:
     * that would remove all that is known by its id.
     */
    void drop(Object session) {
        call(drop, manager, session);
        SessionCopy copy = copy(session);
        if (copy != null) {
            copy.dropping(intervalSeconds(session));
        }
        try {
            intervalOfCopy.setInt(session, SessionCopy.NEVER);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stores the session in the grid. */
    void save(Object session) {
        call(save, store, session);
    }

    /** Removes what is stored under an id, and lets this node find nothing by it for a minute. */
    void remove(String sessionId) {
        call(forbid, manager, sessionId);
        call(remove, store, sessionId);
    }

    String id(Object session) {
        return (String) call(id, session);
    }

    boolean isValid(Object session) {
        return (Boolean) call(valid, session);
    }

    int intervalSeconds(Object session) {
        return (Integer) call(interval, session);
    }

    boolean isDirty(Object session) {
        return (Boolean) call(dirty, session);
    }

    void setDirty(Object session, boolean value) {
        call(setDirty, session, value);
    }

    SessionCopy copy(Object session) {
        return (SessionCopy) call(getNote, session, SessionCopy.NOTE);
    }

    void copy(Object session, SessionCopy copy) {
        call(setNote, session, SessionCopy.NOTE, copy);
    }

    jakarta.servlet.http.HttpSession http(Object session) {
        return (jakarta.servlet.http.HttpSession) call(http, session);
    }

    /** Ends it with all that belongs to it. */
    void expire(Object session) {
        call(expire, session);
    }

    private static Object call(Method method, Object target, Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failed) {
                throw failed;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
