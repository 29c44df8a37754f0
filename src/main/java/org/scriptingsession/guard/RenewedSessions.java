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
 * Changes ids that are old, and finds sessions by the id they had until a moment ago: a browser has sent other requests with that
 * id before it learns the new one. These would begin sessions of their own, whose cookie would replace the right one.
 *
 * <p>Once an id was changed for another reason, such as a login, all former ids of the session are dead.
 */
@ApplicationScoped
class RenewedSessions implements RenewedIds {
    /** How long a former id is known. */
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

    /** The last of several renewals; what this node held at the former ones may have been read anew since. */
    private Optional<Renewed> last(String oldId, Instant now) {
        Renewed last = null;
        Renewed entry = oldId == null ? null : byOldId.get(oldId);
        while (entry != null && !entry.until.isBefore(now) && entry != last) {
            last = entry;
            entry = byOldId.get(last.id());
        }
        return Optional.ofNullable(last);
    }

    /** To be called when the id of a session has changed; for another reason than its age, all former ids are dead. */
    public void idChanged(HttpSession session) {
        if (!OwnChange.isRenewing()) {
            Instant now = Instant.now();
            byOldId.values()
                    .removeIf(entry -> entry.until.isBefore(now) || entry.id().equals(session.getId()));
        }
    }

    /** A request that comes during the change does not wait: it goes on with the id that it came with. */
    private void renewIfStillDue(HttpServletRequest request, HttpSession session, Duration after, Instant now) {
        String id = session.getId();
        if (!changing.add(id)) {
            return;
        }
        try {
            if (isDue(session, after, now)) {
                // whether other sessions are over is not asked: on WildFly the question waits for their requests
                byOldId.values().removeIf(entry -> entry.until.isBefore(now));
                session.setAttribute(RENEWED, now.toEpochMilli());
                // the former id is known before it is dead, so that no request comes between
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
