// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.payara;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;

/** This node's copies of the application's sessions, and what Payara's session manager does with them. */
final class PayaraSessions {
    private static final String VERSIONS = "com.sun.enterprise.http.sessionVersions";

    private final PayaraMembers.Sessions members;
    private final Object manager;
    private final Object store;
    private final Map<String, Object> local;

    /** @param manager of an application whose sessions are in the data grid */
    PayaraSessions(PayaraMembers.Sessions members, Object manager) {
        this.members = members;
        this.manager = manager;
        this.store = members.store.on(manager);
        this.local = members.local.of(manager);
        // of concurrent requests that name an older version each would otherwise load a copy of its own
        members.setRelaxed.on(manager, true);
    }

    /** The id that the client sent; null for none. */
    String requestedId(Object request) {
        return members.requestedId.on(request);
    }

    /** Lets the request be as if the client had sent another id. */
    void requestedId(Object request, String sessionId) {
        members.setRequestedId.on(request, sessionId);
    }

    /** The session that the request has found so far; null for none, or when the session is over. */
    Object session(Object request) {
        return members.session.on(request, false);
    }

    /** Lets the request look for its session again, in this node's memory and then in the grid. */
    Object findAnew(Object request) {
        // the request locked the session it has found, and unlocks one session at its end: the first would never expire
        // here
        members.unlockSession.on(request);
        members.setSession.on(request, (Object) null);
        try {
            // without a version Payara finds nothing; the copy in memory is new enough, as the caller has made sure
            members.requestedVersion.set(request, "0");
            members.foundNone.set(request, false);
            return members.lockSession.on(request);
        } finally {
            // Payara uses the request's object again, for another client
            members.requestedVersion.set(request, null);
        }
    }

    /** Keeps Payara from sending its version cookie. */
    void forgetVersions(Object request) {
        members.httpRequest.on(request).removeAttribute(VERSIONS);
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

    /** Forgets this node's copy; what is stored in the grid stays there. */
    void drop(Object session) {
        members.drop.on(manager, session);
        SessionCopy copy = copy(session);
        if (copy != null) {
            copy.dropping(intervalSeconds(session));
        }
        // whoever still holds the copy would find it expired one day, and remove all that is known by its id
        members.intervalOfCopy.set(session, SessionCopy.NEVER);
    }

    /** As {@link #drop}, unless this node has another copy by now. */
    void dropIfLocal(String sessionId, Object session) {
        if (local(sessionId) == session) {
            drop(session);
        }
    }

    /** Stores the session in the grid. */
    void save(Object session) {
        members.save.on(store, session);
    }

    /** Removes what is stored under an id, and lets this node find nothing by it for a minute. */
    void remove(String sessionId) {
        members.forbid.on(manager, sessionId);
        members.remove.on(store, sessionId);
    }

    String id(Object session) {
        return members.id.on(session);
    }

    boolean isValid(Object session) {
        return members.isValid.on(session);
    }

    int intervalSeconds(Object session) {
        return members.intervalSeconds.on(session);
    }

    boolean isDirty(Object session) {
        return members.isDirty.on(session);
    }

    void setDirty(Object session, boolean value) {
        members.setDirty.on(session, value);
    }

    /** What this node knows of its copy; null for nothing yet. */
    SessionCopy copy(Object session) {
        return (SessionCopy) members.note.on(session, SessionCopy.NOTE);
    }

    void copy(Object session, SessionCopy copy) {
        members.setNote.on(session, SessionCopy.NOTE, copy);
    }

    HttpSession http(Object session) {
        return members.http.on(session);
    }

    /** Ends the session with all that belongs to it. */
    void expire(Object session) {
        members.expire.on(session);
    }
}
