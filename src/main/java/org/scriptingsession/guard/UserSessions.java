// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.scriptingsession.api.EndReason;
import org.scriptingsession.api.LimitReached;
import org.scriptingsession.api.SessionRegistry;
import org.scriptingsession.api.UserSession;
import org.scriptingsession.audit.Audit;
import org.scriptingsession.audit.SessionHash;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.error.AccessRefusedException;
import org.scriptingsession.error.Failure;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.server.SessionServer;

/** Which sessions each user has on this node, kept within the limit that the settings give. */
@ApplicationScoped
class UserSessions implements SessionRegistry {
    private final Map<String, Map<String, HttpSession>> byUser = new ConcurrentHashMap<>();

    @Inject
    private ScriptingConfig config;

    @Inject
    private SessionEndings endings;

    @Inject
    private Audit audit;

    @Inject
    private SessionServer server;

    /**
     * A session of a user was met.
     *
     * @throws AccessRefusedException when it is one too many and the newest is refused; it is then over
     */
    public void meet(String user, HttpSession session) {
        Map<String, HttpSession> known = byUser.get(user);
        if (known != null && known.containsKey(session.getId())) {
            return;
        }
        byUser.compute(user, (name, sessions) -> {
            Map<String, HttpSession> all = sessions == null ? new ConcurrentHashMap<>() : sessions;
            all.put(session.getId(), session);
            return all;
        });
        keepLimit(user, session);
    }

    /** A session has another id. */
    public void rename(String user, String before, HttpSession session) {
        byUser.computeIfPresent(user, (name, sessions) -> {
            if (sessions.remove(before) != null) {
                sessions.put(session.getId(), session);
            }
            return sessions;
        });
    }

    /** A session is over, or no longer this user's. */
    public void forget(String user, HttpSession session) {
        byUser.computeIfPresent(user, (name, sessions) -> {
            sessions.remove(session.getId());
            return sessions.isEmpty() ? null : sessions;
        });
    }

    @Override
    public List<UserSession> sessions(String user) {
        List<UserSession> sessions = new ArrayList<>();
        held(user).forEach(session -> describe(session, sessions));
        sessions.sort(Comparator.comparing(UserSession::created).thenComparing(UserSession::session));
        return List.copyOf(sessions);
    }

    @Override
    public int count(String user) {
        return sessions(user).size();
    }

    @Override
    public boolean end(String user, String session) {
        return end(user, session, EndReason.REGISTRY);
    }

    @Override
    public int endAll(String user) {
        Collection<HttpSession> all = held(user);
        all.forEach(session -> endings.end(session, EndReason.REGISTRY));
        return all.size();
    }

    private boolean end(String user, String hash, EndReason reason) {
        for (HttpSession candidate : held(user)) {
            if (SessionHash.of(candidate.getId()).equals(hash)) {
                endings.end(candidate, reason);
                return true;
            }
        }
        return false;
    }

    private void keepLimit(String user, HttpSession newest) {
        int limit = config.security().maxPerUser().orElse(Integer.MAX_VALUE);
        if (byUser.getOrDefault(user, Map.of()).size() <= limit) {
            // they are not asked how they are: on some servers that waits for requests of theirs
            return;
        }
        List<UserSession> sessions = sessions(user);
        if (sessions.size() <= limit) {
            return;
        }
        Failure refused = Mistake.TOO_MANY_SESSIONS.with(limit);
        audit.tell(new LimitReached(refused.id(), user));
        if (config.security().newestRefused()) {
            endings.end(newest, EndReason.MAX_PER_USER);
            throw refused;
        }
        String keep = SessionHash.of(newest.getId());
        sessions.stream()
                .filter(session -> !session.session().equals(keep))
                .limit(sessions.size() - (long) limit)
                .forEach(session -> end(user, session.session(), EndReason.MAX_PER_USER));
    }

    private Collection<HttpSession> held(String user) {
        Map<String, HttpSession> sessions = byUser.getOrDefault(user, Map.of());
        List<HttpSession> current = new ArrayList<>();
        sessions.forEach(
                (id, known) -> server.current(id, known).ifPresentOrElse(current::add, () -> sessions.remove(id)));
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
}
