// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.payara;

import java.time.Duration;
import java.util.Optional;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.server.RenewedIds;
import org.scriptingsession.server.SessionsElsewhere;

/** Finds sessions in Payara's data grid, unless this node has them as they are. */
final class PayaraFinder {
    /** Longer than an operation of the grid may take, and than it takes to miss a node: who wrote then has failed. */
    private static final Duration LONGEST_WRITE = Duration.ofSeconds(9);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final CatalinaMembers catalina;
    private final SessionMarks marks;
    private final GridMembership membership;
    private final RenewedIds renewedIds;
    private final Object[] findings = new Object[64];

    PayaraFinder(CatalinaMembers catalina, SessionMarks marks, GridMembership membership, RenewedIds renewedIds) {
        this.catalina = catalina;
        this.marks = marks;
        this.membership = membership;
        this.renewedIds = renewedIds;
        for (int i = 0; i < findings.length; i++) {
            findings[i] = new Object();
        }
    }

    /** Finds the session of a request, if there is one. */
    void find(Object request) {
        Object grid;
        do {
            grid = membership.awaitGrid();
            findInGrid(request);
        } while (membership.hasLeft(grid));
    }

    private void findInGrid(Object request) {
        String id = catalina.requestedId(request);
        Optional<String> renewed =
                renewedIds.renewed(id).filter(now -> marks.find(now).isPresent());
        if (renewed.isPresent()) {
            id = renewed.get();
            catalina.requestedId(request, id);
        }
        findInGrid(request, id);
    }

    private void findInGrid(Object request, String id) {
        SessionMark mark = markOfDoneWrite(id);
        // of concurrent requests one reads the grid, and the others find what it read
        synchronized (findings[Math.floorMod(id.hashCode(), findings.length)]) {
            Object copy = catalina.local(id);
            if (mark != null && mark.isOver()) {
                forget(id, copy);
                return;
            }
            if (copy != null && !isNew(copy, id, mark)) {
                catalina.drop(copy);
            }
            Object session = catalina.findAnew(request);
            if (session != null && catalina.copy(session) == null) {
                long now = System.currentTimeMillis();
                catalina.copy(session, new SessionCopy(mark, id, catalina.intervalSeconds(session), now));
            }
        }
        catalina.forgetVersions(request);
    }

    /** A copy without a note is of a session that was not stored yet, or Payara has read it before the mark was. */
    private boolean isNew(Object copy, String id, SessionMark mark) {
        SessionCopy known = catalina.copy(copy);
        return known == null ? mark == null : known.covers(mark, id);
    }

    /** What is read while another node stores is neither old nor new, and what is stored then may be overtaken by the other. */
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
            SessionsElsewhere.ending(() -> catalina.expire(copy));
        }
        catalina.remove(id);
    }
}
