// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.cluster;

import org.scriptingsession.error.ClusterMessages;

/**
 * Stores sessions in Payara's data grid, one node at a time: it claims the session's mark, stores the session, and sets the mark
 * to done.
 */
final class PayaraStore {
    private final CatalinaMembers catalina;
    private final SessionMarks marks;
    private final Standstill standstill;

    PayaraStore(CatalinaMembers catalina, SessionMarks marks, Standstill standstill) {
        this.catalina = catalina;
        this.marks = marks;
        this.standstill = standstill;
    }

    /**
     * Stores a session unless the grid has it as it is.
     *
     * @param begun when the request began, by {@link System#nanoTime}
     * @throws org.scriptingsession.error.NotStoredException when another node was faster, or this one has stood still
     */
    void store(Object session, long begun) {
        SessionCopy copy = copyOf(session);
        // a request that changed nothing waits, too: what it answered may be what another one is storing
        synchronized (copy) {
            String id = catalina.id(session);
            checkNoStandstill(begun, id, session);
            int interval = catalina.intervalSeconds(session);
            long now = System.currentTimeMillis();
            if (copy.isStored(id, interval, now) && !SessionContent.mayHaveChanged(session, catalina)) {
                return;
            }
            catalina.setDirty(session, false);
            try {
                if (copy.storedId() == null || copy.isKnownAs(id)) {
                    SessionMark next = claim(session, id, copy.isKnownAs(id) ? copy.mark() : null, interval);
                    save(session, copy, id, next, begun);
                    copy.stored(next.done(), id, interval, now);
                } else {
                    storeAnew(session, copy, id, begun, now);
                }
            } catch (RuntimeException e) {
                catalina.setDirty(session, true);
                throw e;
            }
        }
    }

    /** Under another id: all that the former one had until now, and nothing that another node would still make of it. */
    private void storeAnew(Object session, SessionCopy copy, String id, long begun, long now) {
        String former = copy.storedId();
        int interval = catalina.intervalSeconds(session);
        SessionMark left = claim(session, former, copy.mark(), interval);
        if (marks.isOver(former)) {
            throw endedMeanwhile(id, session);
        }
        SessionMark next = claim(session, id, null, interval);
        save(session, copy, id, next, begun);
        if (!marks.leave(former, left, copy.longestInterval(interval))) {
            marks.end(id, interval);
            throw endedMeanwhile(id, session);
        }
        copy.stored(next.done(), id, interval, now);
    }

    private void save(Object session, SessionCopy copy, String id, SessionMark next, long begun) {
        checkNoStandstill(begun, id, session);
        copy.storing(next);
        catalina.save(session);
        checkNoStandstill(begun, id, session);
        if (!marks.finish(id, next, catalina.intervalSeconds(session))) {
            throw ClusterMessages.changedElsewhere();
        }
    }

    private void checkNoStandstill(long begun, String id, Object session) {
        if (standstill.since(begun)) {
            dropIfLocal(id, session);
            throw ClusterMessages.stoodStill();
        }
    }

    private SessionMark claim(Object session, String id, SessionMark before, int interval) {
        SessionMark next = before == null ? SessionMark.first(marks.node()) : before.next(marks.node());
        if (!marks.replace(id, before, next, interval)) {
            throw endedMeanwhile(catalina.id(session), session);
        }
        return next;
    }

    /** Another node has ended or stored it. */
    private RuntimeException endedMeanwhile(String id, Object session) {
        dropIfLocal(id, session);
        return ClusterMessages.changedElsewhere();
    }

    private void dropIfLocal(String id, Object session) {
        if (catalina.local(id) == session) {
            catalina.drop(session);
        }
    }

    private SessionCopy copyOf(Object session) {
        synchronized (session) {
            SessionCopy copy = catalina.copy(session);
            if (copy == null) {
                copy = new SessionCopy();
                catalina.copy(session, copy);
            }
            return copy;
        }
    }
}
