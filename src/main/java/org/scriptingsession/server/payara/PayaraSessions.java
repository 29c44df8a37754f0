// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.payara;

import jakarta.servlet.http.HttpSession;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.Map;

/** This node's copies of the application's sessions, and what Payara's session manager does with them. */
final class PayaraSessions extends PayaraMembers.Sessions {
    private static final String VERSIONS = "com.sun.enterprise.http.sessionVersions";

    /** What lists and maps of scripts are stored as; nobody can change such an object, nor what it contains. */
    private static final Class<?> LIST =
            Collections.unmodifiableList(new ArrayList<>()).getClass();

    private static final Class<?> MAP = Collections.unmodifiableMap(Map.of()).getClass();

    private final Object manager;
    private final Object store;

    /** This node's copies, by id; what is removed here stays stored in the grid. */
    final Map<String, Object> local;

    /** @param manager of an application whose sessions are in the data grid */
    PayaraSessions(Class<?> facade, Object manager) {
        super(facade, manager.getClass());
        this.manager = manager;
        this.store = storeOf.on(manager);
        this.local = localOf.on(manager);
        // of concurrent requests that name an older version each would otherwise load a copy of its own
        setRelaxed.on(manager, true);
    }

    /** Lets the request look for its session again, in this node's memory and then in the grid. */
    Object findAnew(Object request) {
        // the request locked the session it has found, and unlocks one session at its end: the first would never expire
        // here
        unlockSession.on(request);
        setSession.on(request, (Object) null);
        try {
            // without a version Payara finds nothing; the copy in memory is new enough, as the caller has made sure
            requestedVersion.on(request, "0");
            foundNone.on(request, false);
            return lockSession.on(request);
        } finally {
            // Payara uses the request's object again, for another client
            requestedVersion.on(request, (Object) null);
        }
    }

    /** Keeps Payara from sending its version cookie. */
    void forgetVersions(Object request) {
        httpRequest.on(request).removeAttribute(VERSIONS);
    }

    /** Forgets this node's copy; what is stored in the grid stays there. */
    void drop(Object session) {
        SessionCopy copy = copy(session);
        // not while the copy is being stored: it would be stored as a session that never expires
        synchronized (copy == null ? session : copy) {
            dropFrom.on(manager, session);
            if (copy != null) {
                copy.dropping(intervalSeconds.on(session));
            }
            // whoever still holds the copy would find it expired one day, and remove all that is known by its id
            intervalOfCopy.on(session, SessionCopy.NEVER);
        }
    }

    /** As {@link #drop}, unless this node has another copy by now. */
    void dropIfLocal(String sessionId, Object session) {
        if (local.get(sessionId) == session) {
            drop(session);
        }
    }

    /** The session as it is stored, which is no copy of this node's; null for none. */
    Object stored(String sessionId) {
        return loadFrom.on(store, sessionId);
    }

    /** Whether a session has neither ended nor expired. */
    boolean isAlive(Object session) {
        return isValid.on(session) && !hasExpired.on(session);
    }

    /** Stores the session in the grid. */
    void save(Object session) {
        saveIn.on(store, session);
    }

    /** Removes what is stored under an id, and lets this node find nothing by it for a minute. */
    void remove(String sessionId) {
        forbid.on(manager, sessionId);
        removeFrom.on(store, sessionId);
    }

    /** What this node knows of its copy (null for none); null for nothing yet. */
    SessionCopy copy(Object session) {
        return session == null ? null : (SessionCopy) note.on(session, SessionCopy.NOTE);
    }

    void copy(Object session, SessionCopy copy) {
        setNote.on(session, SessionCopy.NOTE, copy);
    }

    /**
     * Whether an attribute was set or removed, or could have changed by itself: an object of another component may have, and
     * nobody is told of it.
     */
    boolean mayHaveChanged(Object session) {
        HttpSession content = http.on(session);
        return isDirty.on(session)
                || Collections.list(content.getAttributeNames()).stream()
                        .map(content::getAttribute)
                        .anyMatch(value -> value != null && !isImmutable(value));
    }

    /** Whether a value is known to stay as it is: what scripts store, and Java's own values. Nobody of us changes a Date. */
    static boolean isImmutable(Object stored) {
        Class<?> type = stored.getClass();
        return type == String.class
                || type == Boolean.class
                || stored instanceof Number && type.getName().startsWith("java.lang.")
                || type == Date.class
                || type == LIST
                || type == MAP
                || stored instanceof Enum
                || stored instanceof Temporal && type.getName().startsWith("java.time.");
    }
}
