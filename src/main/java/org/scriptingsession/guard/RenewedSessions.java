// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.scriptingsession.server.OwnChange;
import org.scriptingsession.server.RenewedIds;
import org.scriptingsession.server.SessionServer;

/**
 * Changes ids that are old, and finds sessions by an id they had until a moment ago. A browser has sent other requests with it
 * before it learns the new one; without this they would begin a session of their own, whose cookie would replace the right one.
 *
 * <p>Once an id was changed for another reason, such as a login, all that the session had before are dead.
 */
@ApplicationScoped
class RenewedSessions implements RenewedIds {
    /** How long an id is known after its end. */
    static final Duration KEPT = Duration.ofSeconds(30);

    /** When the id was last changed for its age, in milliseconds: an attribute, so that another node knows. */
    private static final String RENEWED = "org.scriptingsession.renewed";

    @Inject
    SessionServer server;

    private final Map<String, Renewed> byOldId = new ConcurrentHashMap<>();

    /** Ids that are being changed right now. */
    private final Set<String> changing = ConcurrentHashMap.newKeySet();

    /** Changes the id when it is older than allowed; one of concurrent calls does it. */
    public void renew(HttpServletRequest request, HttpSession session, Duration after, Instant now) {
        if (isDue(session, after, now)) {
            renewIfStillDue(request, session, after, now);
        }
    }

    /** The session that had this id; empty for an id that is unknown, or was given up too long ago. */
    public Optional<HttpSession> find(String oldId, Instant now) {
        return last(oldId, now)
                .flatMap(last -> server.current(last.id(), last.session))
                .filter(known -> !SessionEndings.isOver(known));
    }

    @Override
    public Optional<String> renewed(String formerId) {
        return last(formerId, Instant.now()).map(Renewed::id).filter(id -> !id.equals(formerId));
    }

    /** Of several renewals the last; what this node held at the ones before may have been read anew since. */
    private Optional<Renewed> last(String oldId, Instant now) {
        Renewed last = null;
        Renewed entry = oldId == null ? null : byOldId.get(oldId);
        while (entry != null && !entry.until.isBefore(now) && entry != last) {
            last = entry;
            entry = byOldId.get(last.id());
        }
        return Optional.ofNullable(last);
    }

    /** To be called when the id of a session has changed, for whatever reason. */
    public void idChanged(HttpSession session) {
        if (!OwnChange.isRenewing()) {
            Instant now = Instant.now();
            byOldId.values()
                    .removeIf(entry -> entry.until.isBefore(now) || entry.id().equals(session.getId()));
        }
    }

    /** Nobody waits for another: a request that comes meanwhile goes on with the id that it came with. */
    private void renewIfStillDue(HttpServletRequest request, HttpSession session, Duration after, Instant now) {
        String id = session.getId();
        if (!changing.add(id)) {
            return;
        }
        try {
            if (isDue(session, after, now)) {
                // others are not asked whether they are over: on some servers that waits for requests of theirs
                byOldId.values().removeIf(entry -> entry.until.isBefore(now));
                session.setAttribute(RENEWED, now.toEpochMilli());
                // known before the id is dead, so that no request falls between
                byOldId.put(id, new Renewed(session, now.plus(KEPT)));
                OwnChange.renewing(request::changeSessionId);
            }
        } finally {
            changing.remove(id);
        }
    }

    private static boolean isDue(HttpSession session, Duration after, Instant now) {
        Long last = (Long) session.getAttribute(RENEWED);
        Instant since = Instant.ofEpochMilli(last == null ? session.getCreationTime() : last);
        return Duration.between(since, now).compareTo(after) > 0;
    }

    private record Renewed(HttpSession session, Instant until) {
        /** The id that the session has now, as far as this node knows. */
        private String id() {
            try {
                return session.getId();
            } catch (IllegalStateException over) {
                return "";
            }
        }
    }
}
