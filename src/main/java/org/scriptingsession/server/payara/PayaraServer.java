// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.payara;

import com.hazelcast.core.HazelcastInstance;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.scriptingsession.api.EndReason;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.server.OwnChange;
import org.scriptingsession.server.SessionServer.ResponseEnd;
import org.scriptingsession.server.SharedTexts;
import org.scriptingsession.server.StartingApplication;
import org.scriptingsession.server.payara.PayaraValve.RequestUnderWay;

/**
 * Payara with a distributable application, whose sessions are in the data grid. Takes over from Payara's own valve: Payara's
 * stores every session at every request, one request over the other, keeps its copies when another node has changed or ended
 * the session, and finds no session for a client without its version cookie.
 *
 * <p>Beside each session the grid has a mark. A request reads the mark before it finds the session, and stores the session before
 * its response ends. A node that has missed what another stored throws its copy away; a node that finds another storing waits.
 * What cannot be stored, because the grid does not answer or another node was faster, is answered with 503: nothing that was
 * answered otherwise is lost with the node.
 */
final class PayaraServer extends PayaraNode {
    private static final String GRID = "payara/Hazelcast";

    private final PayaraSessions sessions;
    private final SessionMarks marks;
    private final GridMembership membership;
    private final PayaraStore store;
    private final PayaraFinder finder;
    final PayaraValve valve;
    private final SharedTexts texts;
    private final UUID hearing;

    /** Begins to hear of the other nodes. */
    PayaraServer(PayaraMembers members, PayaraSessions sessions, Object manager, StartingApplication application) {
        super(members, manager, application.standstill());
        HazelcastInstance grid = grid();
        this.sessions = sessions;
        this.marks = new SessionMarks(grid, application.context().getContextPath());
        this.membership = new GridMembership(grid, marks, standstill);
        this.store = new PayaraStore(sessions, marks, membership, standstill);
        this.finder = new PayaraFinder(sessions, marks, membership, application.renewedIds());
        this.valve = new PayaraValve(sessions, finder, store, membership, standstill, application.refusal());
        this.texts = new PayaraTexts(grid, application.context().getContextPath());
        this.hearing = marks.hearIntervals(this::intervalChanged);
        membership.begin(store::storeAgain);
    }

    @Override
    public boolean completes(ResponseEnd end) {
        RequestUnderWay underWay = valve.current();
        if (underWay != null) {
            underWay.response = end;
        }
        return underWay != null;
    }

    /** The session may be in the grid alone, and this node's copy of it old. */
    @Override
    public void adopt(HttpServletRequest request, String id) {
        RequestUnderWay underWay = valve.current();
        if (underWay != null) {
            finder.find(underWay.request, id);
        }
    }

    @Override
    public void ended(HttpSession session) {
        if (OwnChange.endReason().filter(EndReason.ELSEWHERE::equals).isEmpty()) {
            String id = session.getId();
            int interval = session.getMaxInactiveInterval();
            valve.tellingOthers(() -> end(id, interval));
        }
    }

    /** None of the nodes takes the session any more, under any id that it was stored with or goes on with. */
    private void end(String id, int intervalSeconds) {
        RequestUnderWay underWay = valve.current();
        if (underWay != null && standstill.since(underWay.begun)) {
            // the other nodes have gone on with the session
            throw Mistake.STOOD_STILL.with();
        }
        Object session = sessions.local.get(id);
        SessionCopy copy = sessions.copy(session);
        int kept = copy == null ? intervalSeconds : copy.longestInterval(intervalSeconds);
        marks.end(id, kept);
        if (copy != null && copy.storedId() != null && !copy.isKnownAs(id)) {
            marks.end(copy.storedId(), kept);
        }
    }

    /**
     * Claims the session of this thread's request, which may be about to get another id: Payara then drops what is stored
     * under the former id.
     *
     * @throws org.scriptingsession.error.NotStoredException when another node has stored or ended the session meanwhile
     */
    void idChanging() {
        RequestUnderWay underWay = valve.current();
        Object session = underWay == null ? null : sessions.sessionOf.on(underWay.request, false);
        if (session != null) {
            try {
                store.claim(session, underWay.begun);
            } catch (RuntimeException e) {
                underWay.problem = e;
                throw e;
            }
        }
    }

    /** Stores the session at once, since Payara has just dropped what was stored under the former id. */
    @Override
    public void idChanged(String id) {
        valve.tellingOthers(() -> {
            Object session = sessions.local.get(id);
            SessionCopy copy = sessions.copy(session);
            if (copy != null && copy.storedId() != null) {
                RequestUnderWay underWay = valve.current();
                store.store(session, underWay == null ? System.nanoTime() : underWay.begun);
            }
        });
    }

    @Override
    public Optional<HttpSession> current(String id, HttpSession held) {
        Object session = sessions.local.get(id);
        return session == null || marks.isOver(id) ? Optional.empty() : Optional.of(sessions.http.on(session));
    }

    @Override
    public Optional<SharedTexts> shared() {
        return Optional.of(texts);
    }

    /** By its copy on this node if that is as new as the grid, else as the grid has it. */
    @Override
    public Optional<HttpSession> find(String id) {
        return PayaraTexts.asked(() -> {
            SessionMark mark = marks.find(id).orElse(null);
            if (mark != null && mark.isOver()) {
                return Optional.empty();
            }
            Object local = sessions.local.get(id);
            boolean isNew = local != null && finder.isNew(local, id, mark);
            return Optional.ofNullable(isNew ? local : sessions.stored(id))
                    .filter(sessions::isAlive)
                    .map(sessions.http::on);
        });
    }

    @Override
    public boolean forbid(String id, int intervalSeconds) {
        return PayaraTexts.asked(() -> {
            marks.end(id, intervalSeconds);
            return true;
        });
    }

    /** Forgets this node's copies, of which each is stored: Payara would store them again, old ones over new. */
    @Override
    public void close() {
        sessions.local.clear();
        marks.endHearing(hearing);
        membership.close();
        super.close();
    }

    /** Payara would measure a copy by the interval that it was read with, and end the session of all nodes with it. */
    private void intervalChanged(String id) {
        Object session = sessions.local.get(id);
        if (sessions.copy(session) != null) {
            sessions.drop(session);
        }
    }

    private static HazelcastInstance grid() {
        try {
            return InitialContext.doLookup(GRID);
        } catch (NamingException e) {
            throw Mistake.NOT_IN_DATA_GRID.because(e, "resource " + GRID);
        }
    }
}
