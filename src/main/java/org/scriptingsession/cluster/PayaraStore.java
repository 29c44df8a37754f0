// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.cluster;

import org.scriptingsession.error.ClusterMessages;
import org.scriptingsession.error.NotStoredException;

/**
 * Stores sessions in Payara's data grid, one node at a time: it claims the session's mark, stores the session, and sets the mark
 * to done.
 */
final class PayaraStore {
    private final CatalinaMembers catalina;
    private final SessionMarks marks;
    private final GridMembership membership;
    private final Standstill standstill;

    PayaraStore(CatalinaMembers catalina, SessionMarks marks, GridMembership membership, Standstill standstill) {
        this.catalina = catalina;
        this.marks = marks;
        this.membership = membership;
        this.standstill = standstill;
    }

    /**
     * Stores a session unless the grid has it as it is.
     *
     * @param begun when the request began, by {@link System#nanoTime}
     * @throws NotStoredException when another node was faster, or this one has stood still
     */
    void store(Object session, long begun) {
        SessionCopy copy = copyOf(session);
        membership.awaitGrid();
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

    /**
     * Stores again what a node has stored, unless the grid knows more. To be called when this node has joined the grid, which may
     * still hold what a node that stood still has made of it.
     *
     * @param node this one, by its name until now
     * @param since by {@link System#currentTimeMillis}
     * @return how many sessions
     */
    int storeAgain(String node, long since) {
        int count = 0;
        for (Object session : catalina.allLocal()) {
            SessionCopy copy = catalina.copy(session);
            if (copy != null && storeAgain(session, copy, node, since)) {
                count++;
            }
        }
        return count;
    }

    private boolean storeAgain(Object session, SessionCopy copy, String node, long since) {
        synchronized (copy) {
            if (!copy.isStoredBy(node, since) || !copy.isKnownAs(catalina.id(session)) || !catalina.isValid(session)) {
                return false;
            }
            SessionMark inGrid = marks.find(copy.storedId()).orElse(null);
            if (inGrid != null
                    && (inGrid.isOver() || inGrid.version() > copy.mark().version())) {
                return false;
            }
            catalina.save(session);
            marks.set(copy.storedId(), copy.mark().done(), catalina.intervalSeconds(session));
            return true;
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
        SessionMark next;
        try {
            next = claim(session, id, null, interval);
            save(session, copy, id, next, begun);
        } catch (NotStoredException e) {
            marks.giveUp(former, left);
            throw e;
        }
        if (!marks.leave(former, left, copy.longestInterval(interval))) {
            marks.end(id, interval);
            throw endedMeanwhile(id, session);
        }
        copy.stored(next.done(), id, interval, now);
    }

    private void save(Object session, SessionCopy copy, String id, SessionMark next, long begun) {
        try {
            checkNoStandstill(begun, id, session);
            copy.storing(next);
            catalina.save(session);
            checkNoStandstill(begun, id, session);
        } catch (NotStoredException e) {
            marks.giveUp(id, next);
            throw e;
        }
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
