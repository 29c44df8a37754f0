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
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
        } else if (!SessionServer.isAlive(session)) {
            // another request has ended it since, and found nothing to forget; on WildFly perhaps by a change of the id
            forget(user, session);
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
    public boolean end(String user, String session) {
        List<IndexedSession> named = index.of(user).stream()
                .filter(known -> known.name().equals(session)
                        || SessionHash.of(known.id()).equals(session))
                .toList();
        return end(user, named, EndReason.REGISTRY) > 0;
    }

    @Override
    public int endAll(String user) {
        List<IndexedSession> all = index.of(user);
        int ended = end(user, all, EndReason.REGISTRY);
        // a request that gives its session another id may have been waited for, and the session was not found then
        return ended + end(user, renamed(user, all), EndReason.REGISTRY);
    }

    /** Sessions that have other ids than a moment ago: they began when they began. */
    private List<IndexedSession> renamed(String user, List<IndexedSession> before) {
        Set<String> ids = before.stream().map(IndexedSession::id).collect(Collectors.toSet());
        Set<Long> created = before.stream().map(IndexedSession::created).collect(Collectors.toSet());
        return index.of(user).stream()
                .filter(now -> !ids.contains(now.id()) && created.contains(now.created()))
                .toList();
    }

    private void keepLimit(String user, IndexedSession met, HttpSession session, int limit) {
        boolean newestRefused = config.security().newestRefused();
        List<IndexedSession> tooMany = index.admit(
                user,
                met,
                limit,
                newestRefused,
                other -> !isItself(other, session)
                        && (other.isYoung(index.now()) || find(user, other).isPresent()));
        if (tooMany.isEmpty()) {
            return;
        }
        Failure refused = Mistake.TOO_MANY_SESSIONS.with(limit);
        audit.tell(new LimitReached(refused.id(), user));
        if (newestRefused) {
            endings.end(session, EndReason.MAX_PER_USER);
            throw refused;
        }
        each(tooMany, one -> endOrRestore(user, one));
    }

    /**
     * Whether a session is the one whose request is being admitted, under the id that another request of it has given it since.
     *
     * @throws IllegalStateException when the request's session is over: on WildFly the id of a session is changed so
     */
    private static boolean isItself(IndexedSession other, HttpSession session) {
        session.getCreationTime();
        return other.id().equals(session.getId());
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
        Set<String> ended = new HashSet<>();
        try {
            each(sessions, known -> {
                Optional<HttpSession> found = server.find(known.id());
                if (found.isEmpty()) {
                    // its login is under way, or another node knows of a later use than this one
                    if (!server.forbid(known.id(), known.intervalSeconds()) && known.isYoung(index.now())) {
                        // WildFly waits for that request, unless the node dies that has the lock
                        return;
                    }
                } else if (belongs(user, known, found.get())) {
                    endings.end(found.get(), reason);
                    ended.add(known.id());
                }
                over.add(known.id());
            });
        } finally {
            index.removeAll(user, over);
        }
        return ended.size();
    }

    /** One that is in use for long must not keep the others alive; a grid that fails twice will fail again. */
    private static void each(List<IndexedSession> sessions, Consumer<IndexedSession> work) {
        RuntimeException failure = null;
        for (IndexedSession one : sessions) {
            try {
                work.accept(one);
            } catch (RuntimeException stillAlive) {
                if (failure != null) {
                    throw stillAlive;
                }
                failure = stillAlive;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** A session that is in the index, as it is now: empty when it is over, or another user's since. */
    private Optional<HttpSession> find(String user, IndexedSession known) {
        return server.find(known.id()).filter(session -> belongs(user, known, session));
    }

    private boolean belongs(String user, IndexedSession known, HttpSession session) {
        return known.isYoung(index.now())
                || ask(() -> user.equals(session.getAttribute(SessionGuard.USER)))
                        .orElse(false);
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
        return ask(() -> new UserSession(
                known.name(),
                Instant.ofEpochMilli(known.created()),
                Instant.ofEpochMilli(session.getLastAccessedTime())));
    }

    /** Empty when the session is over. On WildFly each answer is the grid's. */
    private static <T> Optional<T> ask(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (IllegalStateException over) {
            return Optional.empty();
        } catch (RuntimeException unanswered) {
            throw Mistake.GRID_UNREACHABLE.because(unanswered);
        }
    }
}
