// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.payara;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import org.scriptingsession.api.EndReason;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.server.LockStripes;
import org.scriptingsession.server.OwnChange;
import org.scriptingsession.server.StartingApplication.RenewedIds;

/** Finds sessions in Payara's data grid, unless this node has a copy that is as new. */
record PayaraFinder(PayaraSessions sessions, SessionMarks marks, GridMembership membership, RenewedIds renewedIds) {
    /** Longer than an operation of the grid may take, and than a dead node goes unnoticed: the writer has failed by then. */
    private static final Duration LONGEST_WRITE = Duration.ofSeconds(9);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private static final LockStripes FINDINGS = new LockStripes();

    /** Finds the session of a request, if there is one. */
    void find(Object request) {
        String id = sessions.requestedId.on(request);
        Optional<String> renewed =
                renewedIds.renewed(id).filter(now -> marks.find(now).isPresent());
        find(request, renewed.orElse(id));
    }

    /** Finds the session that a request is to have. */
    void find(Object request, String id) {
        sessions.setRequestedId.on(request, id);
        Object grid;
        do {
            grid = membership.awaitGrid();
            findInGrid(request, id, grid);
        } while (membership.hasLeft(grid));
    }

    private void findInGrid(Object request, String id, Object grid) {
        SessionMark mark = markOfDoneWrite(id);
        if (membership.hasLeft(grid)) {
            // another grid says so, which this node has not told yet what it has stored: its copy may be newer
            return;
        }
        // one of several concurrent requests reads the grid, and the others find the copy that it has read
        Lock finding = FINDINGS.of(id);
        finding.lock();
        try {
            Object copy = sessions.local.get(id);
            if (mark != null && mark.isOver()) {
                forget(id, copy);
                return;
            }
            if (copy != null && !isNew(copy, id, mark)) {
                sessions.drop(copy);
            }
            Object session = sessions.findAnew(request);
            if (session != null && sessions.copy(session) == null) {
                long now = System.currentTimeMillis();
                sessions.copy(session, new SessionCopy(mark, id, sessions.intervalSeconds.on(session), now));
            }
        } finally {
            finding.unlock();
        }
        sessions.forgetVersions(request);
    }

    /** A copy without a note is of a session that was not stored yet, or was read by Payara before the mark was read. */
    boolean isNew(Object copy, String id, SessionMark mark) {
        SessionCopy known = sessions.copy(copy);
        return known == null ? mark == null : known.covers(mark, id);
    }

    /**
     * Waits while another living node stores the session: what is read meanwhile is neither old nor new, and what this node
     * stored then could be overtaken by the other.
     */
    private SessionMark markOfDoneWrite(String id) {
        long begun = System.nanoTime();
        SessionMark mark = marks.find(id).orElse(null);
        while (mark != null && marks.isBeingWritten(mark) && System.nanoTime() - begun < LONGEST_WRITE.toNanos()) {
            try {
                Thread.sleep(LOOK_AGAIN.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw Mistake.GRID_UNREACHABLE.because(e);
            }
            mark = marks.find(id).orElse(null);
        }
        return mark;
    }

    private void forget(String id, Object copy) {
        if (copy != null) {
            OwnChange.ending(EndReason.ELSEWHERE, () -> sessions.expire.on(copy));
        }
        sessions.remove(id);
    }
}
