// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import org.scriptingsession.api.EndReason;
import org.scriptingsession.api.LimitReached;
import org.scriptingsession.api.UserSession;
import org.scriptingsession.audit.Audit;
import org.scriptingsession.audit.SessionHash;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.error.Failure;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.server.LockStripes;
import org.scriptingsession.server.SessionServer;

/** Which sessions each user has on this node, kept within the limit that the settings give. */
class NodeRegistry implements UserRegistry {
    private final Map<String, Map<String, Entry>> byUser = new ConcurrentHashMap<>();

    /** Which session of a user is one too many is decided one after the other; ending it waits for others, and comes later. */
    private final LockStripes deciding = new LockStripes();

    private final ScriptingConfig config;
    private final SessionEndings endings;
    private final Audit audit;
    private final SessionServer server;

    NodeRegistry(ScriptingConfig config, SessionEndings endings, Audit audit, SessionServer server) {
        this.config = config;
        this.endings = endings;
        this.audit = audit;
        this.server = server;
    }

    @Override
    public void meet(String user, HttpSession session) {
        String id = session.getId();
        Map<String, Entry> known = byUser.get(user);
        if (known != null && known.containsKey(id)) {
            return;
        }
        Entry entry = new Entry(session, session.getCreationTime());
        Map<String, Entry> all = byUser.compute(user, (name, sessions) -> {
            Map<String, Entry> others = sessions == null ? new ConcurrentHashMap<>() : sessions;
            others.putIfAbsent(id, entry);
            return others;
        });
        if (!id.equals(session.getId())) {
            // another request has changed the id since, and found nothing to rename
            rename(user, id, session);
        }
        // a concurrent request of the same session that was faster decides
        if (all.get(id) == entry) {
            config.security().maxPerUser().ifPresent(limit -> keepLimit(user, entry, limit));
        }
    }

    @Override
    public void rename(String user, String before, HttpSession session) {
        byUser.computeIfPresent(user, (name, sessions) -> {
            Entry entry = sessions.remove(before);
            if (entry != null) {
                entry.session = session;
                sessions.put(session.getId(), entry);
            }
            return sessions;
        });
    }

    @Override
    public void forget(String user, HttpSession session) {
        byUser.computeIfPresent(user, (name, sessions) -> {
            sessions.remove(session.getId());
            return sessions.isEmpty() ? null : sessions;
        });
    }

    @Override
    public void lose(String user, HttpSession session) {
        forget(user, session);
    }

    /** How many users have sessions. */
    int users() {
        return byUser.size();
    }

    @Override
    public List<UserSession> sessions(String user) {
        List<UserSession> sessions = new ArrayList<>();
        held(user).forEach(session -> describe(session, sessions));
        sessions.sort(Comparator.comparing(UserSession::created).thenComparing(UserSession::session));
        return List.copyOf(sessions);
    }

    @Override
    public boolean end(String user, String session) {
        for (HttpSession candidate : held(user)) {
            if (SessionHash.of(candidate.getId()).equals(session)) {
                endings.end(candidate, EndReason.REGISTRY);
                return true;
            }
        }
        return false;
    }

    @Override
    public int endAll(String user) {
        Collection<HttpSession> all = held(user);
        all.forEach(session -> endings.end(session, EndReason.REGISTRY));
        return all.size();
    }

    private void keepLimit(String user, Entry newest, int limit) {
        // they are not asked how they are unless there are too many: on some servers that waits for requests of theirs
        if (counted(user).size() <= limit) {
            return;
        }
        held(user);
        List<Entry> tooMany = tooMany(user, newest, limit);
        if (tooMany.isEmpty()) {
            return;
        }
        Failure refused = Mistake.TOO_MANY_SESSIONS.with(limit);
        audit.tell(new LimitReached(refused.id(), user));
        end(tooMany);
        if (config.security().newestRefused()) {
            throw refused;
        }
    }

    /** Decides which sessions end. They count no more, so that of two logins at once the other finds that all is well. */
    private List<Entry> tooMany(String user, Entry newest, int limit) {
        Lock lock = deciding.of(user);
        lock.lock();
        try {
            List<Entry> all = counted(user);
            List<Entry> tooMany;
            if (newest.ending || all.size() <= limit) {
                tooMany = List.of();
            } else if (config.security().newestRefused()) {
                tooMany = List.of(newest);
            } else {
                tooMany = all.stream()
                        .filter(entry -> entry != newest)
                        .sorted(Comparator.comparingLong(entry -> entry.created))
                        .limit(all.size() - (long) limit)
                        .toList();
            }
            tooMany.forEach(entry -> entry.ending = true);
            return tooMany;
        } finally {
            lock.unlock();
        }
    }

    private void end(List<Entry> tooMany) {
        RuntimeException failure = null;
        for (Entry entry : tooMany) {
            try {
                endings.end(entry.session, EndReason.MAX_PER_USER);
            } catch (RuntimeException stillAlive) {
                entry.ending = false;
                failure = stillAlive;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private List<Entry> counted(String user) {
        return byUser.getOrDefault(user, Map.of()).values().stream()
                .filter(entry -> !entry.ending)
                .toList();
    }

    private Collection<HttpSession> held(String user) {
        Map<String, Entry> sessions = byUser.getOrDefault(user, Map.of());
        List<HttpSession> current = new ArrayList<>();
        sessions.forEach((id, entry) -> server.current(id, entry.session)
                .ifPresentOrElse(
                        session -> {
                            entry.session = session;
                            current.add(session);
                        },
                        () -> sessions.remove(id)));
        byUser.computeIfPresent(user, (name, left) -> left.isEmpty() ? null : left);
        return current;
    }

    private static void describe(HttpSession session, List<UserSession> sessions) {
        try {
            sessions.add(new UserSession(
                    SessionHash.of(session.getId()),
                    Instant.ofEpochMilli(session.getCreationTime()),
                    Instant.ofEpochMilli(session.getLastAccessedTime())));
        } catch (IllegalStateException over) {
            // its listener takes it out
        }
    }

    /** A session of a user. */
    private static final class Entry {
        private final long created;

        /** As this node knew it last. */
        private volatile HttpSession session;

        /** Whether it is one too many: it ends, and counts no more. */
        private volatile boolean ending;

        private Entry(HttpSession session, long created) {
            this.session = session;
            this.created = created;
        }
    }
}
