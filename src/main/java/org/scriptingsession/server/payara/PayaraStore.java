// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.payara;

import org.scriptingsession.error.Mistake;
import org.scriptingsession.error.NotStoredException;
import org.scriptingsession.server.Standstill;

/**
 * Stores sessions in Payara's data grid, one node at a time: it claims the session's mark, stores the session, and sets the mark
 * to done.
 */
record PayaraStore(PayaraSessions sessions, SessionMarks marks, GridMembership membership, Standstill standstill) {

    /**
     * Stores a session unless the grid has it as it is.
     *
     * @param begun when the request began, by {@link System#nanoTime}
     * @throws NotStoredException when another node was faster, or this one has stood still
     */
    void store(Object session, long begun) {
        SessionCopy copy = copyOf(session);
        membership.awaitGrid();
        // a request that changed nothing waits as well: it may have answered what another request is storing
        synchronized (copy) {
            String id = sessions.id.on(session);
            checkNoStandstill(begun, id, session);
            int interval = copy.givenInterval(sessions.intervalSeconds.on(session));
            long now = System.currentTimeMillis();
            if (copy.isStored(id, interval, now) && !sessions.mayHaveChanged(session) && !isLost(session, copy, id)) {
                return;
            }
            if (copy.isDropped()) {
                throw Mistake.CHANGED_ELSEWHERE.with();
            }
            sessions.setDirty.on(session, false);
            try {
                storeNow(session, copy, id, begun, now);
            } catch (RuntimeException e) {
                sessions.setDirty.on(session, true);
                if (copy.isKnownAs(id)) {
                    // the session goes on as it was stored before
                    sessions.dropIfLocal(id, session);
                }
                throw e;
            }
        }
    }

    private void storeNow(Object session, SessionCopy copy, String id, long begun, long now) {
        if (copy.storedId() != null && !copy.isKnownAs(id)) {
            storeAnew(session, copy, id, begun, now);
            return;
        }
        int interval = sessions.intervalSeconds.on(session);
        SessionMark before = copy.isKnownAs(id) || copy.mark() == null ? copy.mark() : claimed(id, null);
        SessionMark next = next(before);
        // known before the grid does: other requests here would take the copy for old, and read another
        copy.storing(next);
        claim(session, id, before, next, interval);
        save(session, copy, id, next, begun);
        if (before != null && interval != copy.intervalSeconds()) {
            marks.tellInterval(id);
        }
        copy.stored(next.done(), id, interval, now);
    }

    /**
     * Claims a session that is about to get another id, as this node has it.
     *
     * @throws NotStoredException when another node was faster, or this one has stood still
     */
    void claim(Object session, long begun) {
        SessionCopy copy = copyOf(session);
        membership.awaitGrid();
        synchronized (copy) {
            String id = sessions.id.on(session);
            checkNoStandstill(begun, id, session);
            if (copy.isDropped()) {
                throw Mistake.CHANGED_ELSEWHERE.with();
            }
            if (copy.isKnownAs(id)) {
                SessionMark before = copy.mark();
                SessionMark next = next(before);
                copy.storing(next);
                claim(session, id, before, next, sessions.intervalSeconds.on(session));
            }
        }
    }

    /**
     * Stores again what this node (by its former name) has stored since a moment, unless the grid knows more; returns how many.
     * To be called when this node has joined the grid, which may hold what a node that stood still has made of the sessions.
     */
    int storeAgain(String node, long since) {
        int count = 0;
        for (Object session : sessions.allLocal()) {
            SessionCopy copy = sessions.copy(session);
            if (copy != null && storeAgain(session, copy, node, since)) {
                count++;
            }
        }
        return count;
    }

    private boolean storeAgain(Object session, SessionCopy copy, String node, long since) {
        synchronized (copy) {
            if (!copy.isStoredBy(node, since)
                    || !copy.isKnownAs(sessions.id.on(session))
                    || !sessions.isValid.on(session)) {
                return false;
            }
            String id = copy.storedId();
            SessionMark done = copy.mark().done();
            SessionMark inGrid;
            do {
                inGrid = marks.find(id).orElse(null);
                if (inGrid != null && (inGrid.isOver() || inGrid.version() > done.version())) {
                    return false;
                }
            } while (!marks.finish(id, inGrid, done, sessions.intervalSeconds.on(session)));
            sessions.save(session);
            return true;
        }
    }

    /** Whether Payara has failed to change the id: the session is dropped here and in the grid, and was not stored since. */
    private boolean isLost(Object session, SessionCopy copy, String id) {
        return sessions.local(id) != session
                && marks.find(id).filter(mark -> mark.equals(copy.mark())).isPresent();
    }

    /** Stores the session under another id, as it was until now: without what other nodes do under the former id. */
    private void storeAnew(Object session, SessionCopy copy, String id, long begun, long now) {
        String former = copy.storedId();
        int interval = sessions.intervalSeconds.on(session);
        SessionMark before = claimed(former, copy.mark());
        SessionMark left = next(before);
        claim(session, former, before, left, interval);
        if (marks.isOver(former)) {
            throw endedMeanwhile(id, session);
        }
        SessionMark next;
        try {
            SessionMark there = claimed(id, null);
            next = next(there);
            copy.storing(next);
            claim(session, id, there, next, interval);
            save(session, copy, id, next, begun);
        } catch (RuntimeException e) {
            giveUp(former, left, e);
            throw e;
        }
        if (!marks.leave(former, left, id, copy.longestInterval(interval))) {
            marks.end(id, interval);
            throw endedMeanwhile(id, session);
        }
        copy.stored(next.done(), id, interval, now);
    }

    private void save(Object session, SessionCopy copy, String id, SessionMark next, long begun) {
        boolean ours;
        try {
            checkNoStandstill(begun, id, session);
            sessions.save(session);
            checkNoStandstill(begun, id, session);
            ours = marks.finish(id, next, next.done(), sessions.intervalSeconds.on(session));
        } catch (RuntimeException e) {
            giveUp(id, next, e);
            throw e;
        }
        if (!ours) {
            throw Mistake.CHANGED_ELSEWHERE.with();
        }
        checkNoStandstill(begun, id, session);
    }

    /** Gives a write up, so that nobody waits for its end. */
    private void giveUp(String id, SessionMark writing, RuntimeException reason) {
        try {
            marks.giveUp(id, writing);
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    private void checkNoStandstill(long begun, String id, Object session) {
        if (standstill.since(begun)) {
            sessions.dropIfLocal(id, session);
            throw Mistake.STOOD_STILL.with();
        }
    }

    /** The mark that this node has set before, when it failed to store the session under its other id; else the given one. */
    private SessionMark claimed(String id, SessionMark known) {
        return marks.find(id).filter(mark -> mark.writer().equals(marks.node())).orElse(known);
    }

    private SessionMark next(SessionMark before) {
        return before == null ? SessionMark.first(marks.node()) : before.next(marks.node());
    }

    private void claim(Object session, String id, SessionMark before, SessionMark next, int interval) {
        boolean ours;
        try {
            ours = marks.replace(id, before, next, interval);
        } catch (RuntimeException e) {
            // the grid may have replaced the mark all the same
            giveUp(id, next, e);
            throw e;
        }
        if (!ours) {
            throw endedMeanwhile(sessions.id.on(session), session);
        }
    }

    /** Another node has ended or stored the session. */
    private RuntimeException endedMeanwhile(String id, Object session) {
        sessions.dropIfLocal(id, session);
        return Mistake.CHANGED_ELSEWHERE.with();
    }

    private SessionCopy copyOf(Object session) {
        synchronized (session) {
            SessionCopy copy = sessions.copy(session);
            if (copy == null) {
                copy = new SessionCopy();
                sessions.copy(session, copy);
            }
            return copy;
        }
    }
}
