// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.payara;

import java.util.List;
import java.util.function.Supplier;
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
        SessionMark next = claimNext(session, copy, id, before, interval);
        save(session, id, next, begun);
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
                claimNext(session, copy, id, copy.mark(), sessions.intervalSeconds.on(session));
            }
        }
    }

    /**
     * Stores again what this node (by its former name) has stored since a moment, unless the grid knows more; returns how many.
     * To be called when this node has joined the grid, which may hold what a node that stood still has made of the sessions.
     */
    int storeAgain(String node, long since) {
        return (int) List.copyOf(sessions.local.values()).stream()
                .filter(session -> storeAgain(session, node, since))
                .count();
    }

    private boolean storeAgain(Object session, String node, long since) {
        SessionCopy copy = sessions.copy(session);
        if (copy == null) {
            return false;
        }
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
        return sessions.local.get(id) != session
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
        SessionMark next = orGiveUp(former, left, () -> {
            SessionMark claimed = claimNext(session, copy, id, claimed(id, null), interval);
            save(session, id, claimed, begun);
            return claimed;
        });
        if (!marks.leave(former, left, id, copy.longestInterval(interval))) {
            marks.end(id, interval);
            throw endedMeanwhile(id, session);
        }
        copy.stored(next.done(), id, interval, now);
    }

    private void save(Object session, String id, SessionMark next, long begun) {
        boolean ours = orGiveUp(id, next, () -> {
            checkNoStandstill(begun, id, session);
            sessions.save(session);
            checkNoStandstill(begun, id, session);
            return marks.finish(id, next, next.done(), sessions.intervalSeconds.on(session));
        });
        if (!ours) {
            throw Mistake.CHANGED_ELSEWHERE.with();
        }
        checkNoStandstill(begun, id, session);
    }

    /** Does a part of a write; when that fails, gives the write up, so that nobody waits for its end. */
    private <T> T orGiveUp(String id, SessionMark writing, Supplier<T> part) {
        try {
            return part.get();
        } catch (RuntimeException reason) {
            try {
                marks.giveUp(id, writing);
            } catch (RuntimeException e) {
                reason.addSuppressed(e);
            }
            throw reason;
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
        return (before == null ? SessionMark.NONE : before).next(marks.node());
    }

    private SessionMark claimNext(Object session, SessionCopy copy, String id, SessionMark before, int interval) {
        SessionMark next = next(before);
        // known before the grid does: other requests here would take the copy for old, and read another
        copy.storing(next);
        claim(session, id, before, next, interval);
        return next;
    }

    private void claim(Object session, String id, SessionMark before, SessionMark next, int interval) {
        // when it fails the grid may have replaced the mark all the same
        if (!orGiveUp(id, next, () -> marks.replace(id, before, next, interval))) {
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
