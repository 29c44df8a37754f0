// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.scriptingsession.api.EndReason;
import org.scriptingsession.api.LimitReached;
import org.scriptingsession.api.UserSession;
import org.scriptingsession.audit.Audit;
import org.scriptingsession.audit.SessionHash;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.error.Failure;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.server.SessionServer;

/**
 * Which sessions each user has on all nodes, kept within the limit that the settings give. An index that the nodes share names
 * them; whether they live, and whose they are, the sessions themselves say.
 */
final class ClusterRegistry implements UserRegistry {
    private final ScriptingConfig config;
    private final SessionEndings endings;
    private final Audit audit;
    private final SessionServer server;
    private final UserIndex index;
    private final ToldSessions told = new ToldSessions(IndexedSession.TOLD_AGAIN, System::nanoTime);

    ClusterRegistry(
            ScriptingConfig config, SessionEndings endings, Audit audit, SessionServer server, UserIndex index) {
        this.config = config;
        this.endings = endings;
        this.audit = audit;
        this.server = server;
        this.index = index;
    }

    @Override
    public void meet(String user, HttpSession session) {
        String id = session.getId();
        int interval = session.getMaxInactiveInterval();
        if (told.knows(id, user, interval)) {
            return;
        }
        IndexedSession met = indexed(id, session);
        OptionalInt limit = config.security().maxPerUser();
        if (limit.isPresent()) {
            keepLimit(user, met, session, limit.getAsInt());
        } else {
            index.tell(user, met);
        }
        told.add(id, user, interval);
        if (!id.equals(session.getId())) {
            // another request has changed the id since, and found nothing to rename
            rename(user, id, session);
        }
    }

    @Override
    public void rename(String user, String before, HttpSession session) {
        told.remove(before);
        IndexedSession renamed = indexed(session.getId(), session);
        if (index.rename(user, before, renamed)) {
            told.add(renamed.id(), user, renamed.intervalSeconds());
        }
    }

    @Override
    public void forget(String user, HttpSession session) {
        lose(user, session);
        index.remove(user, session.getId());
    }

    /** Others may have the session still, or whoever ends it tells the index. */
    @Override
    public void lose(String user, HttpSession session) {
        told.remove(session.getId());
    }

    @Override
    public List<UserSession> sessions(String user) {
        List<UserSession> sessions = new ArrayList<>();
        Set<String> dead = new HashSet<>();
        for (IndexedSession known : index.of(user)) {
            Optional<UserSession> described = find(user, known).flatMap(session -> describe(known, session));
            described.ifPresent(sessions::add);
            if (described.isEmpty() && known.isUnused(index.now())) {
                dead.add(known.id());
            }
        }
        index.removeAll(user, dead);
        return List.copyOf(sessions);
    }

    @Override
    public int count(String user) {
        return sessions(user).size();
    }

    @Override
    public boolean end(String user, String session) {
        List<IndexedSession> named = index.of(user).stream()
                .filter(known -> known.name().equals(session)
                        || SessionHash.of(known.id()).equals(session))
                .toList();
        return end(user, named, EndReason.REGISTRY) > 0;
    }

    @Override
    public int endAll(String user) {
        return end(user, index.of(user), EndReason.REGISTRY);
    }

    private void keepLimit(String user, IndexedSession met, HttpSession session, int limit) {
        boolean newestRefused = config.security().newestRefused();
        List<IndexedSession> tooMany = index.admit(
                user,
                met,
                limit,
                newestRefused,
                other -> other.isYoung(index.now()) || find(user, other).isPresent());
        if (tooMany.isEmpty()) {
            return;
        }
        Failure refused = Mistake.TOO_MANY_SESSIONS.with(limit);
        audit.tell(new LimitReached(refused.id(), user));
        if (newestRefused) {
            endings.end(session, EndReason.MAX_PER_USER);
            throw refused;
        }
        for (IndexedSession one : tooMany) {
            endOrRestore(user, one);
        }
    }

    private void endOrRestore(String user, IndexedSession tooMany) {
        try {
            end(user, List.of(tooMany), EndReason.MAX_PER_USER);
        } catch (RuntimeException stillAlive) {
            index.restore(user, tooMany);
            throw stillAlive;
        }
    }

    /** Returns how many there were. */
    private int end(String user, List<IndexedSession> sessions, EndReason reason) {
        Set<String> over = new HashSet<>();
        int ended = 0;
        try {
            for (IndexedSession known : sessions) {
                Optional<HttpSession> found = server.find(known.id());
                if (found.isEmpty()) {
                    // its login is under way, or another node knows of a later use than this one
                    server.forbid(known.id(), known.intervalSeconds());
                } else if (belongs(user, known, found.get())) {
                    endings.end(found.get(), reason);
                    ended++;
                }
                over.add(known.id());
            }
        } finally {
            index.removeAll(user, over);
        }
        return ended;
    }

    /** A session that is in the index, as it is now: empty when it is over, or another user's since. */
    private Optional<HttpSession> find(String user, IndexedSession known) {
        return server.find(known.id()).filter(session -> belongs(user, known, session));
    }

    private boolean belongs(String user, IndexedSession known, HttpSession session) {
        try {
            return known.isYoung(index.now()) || user.equals(session.getAttribute(SessionGuard.USER));
        } catch (IllegalStateException over) {
            return false;
        }
    }

    private IndexedSession indexed(String id, HttpSession session) {
        return new IndexedSession(
                id,
                SessionHash.of(id),
                session.getCreationTime(),
                index.now(),
                session.getMaxInactiveInterval(),
                false);
    }

    private static Optional<UserSession> describe(IndexedSession known, HttpSession session) {
        try {
            return Optional.of(new UserSession(
                    known.name(),
                    Instant.ofEpochMilli(known.created()),
                    Instant.ofEpochMilli(session.getLastAccessedTime())));
        } catch (IllegalStateException over) {
            return Optional.empty();
        }
    }
}
