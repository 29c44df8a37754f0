// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.function.LongSupplier;
import org.scriptingsession.server.OwnChange;
import org.scriptingsession.server.SessionServer;
import org.scriptingsession.server.StartingApplication.RenewedIds;
import org.scriptingsession.session.SessionLocks;

/**
 * Changes ids that are old, and finds sessions by the id they had until a moment ago: a browser has sent other requests with that
 * id before it learns the new one. These would begin sessions of their own, whose cookie would replace the right one.
 *
 * <p>A former id leads to the id that took its place, and to no session. So it is dead when that id was changed for another
 * reason, such as a login: the id that came last is known to nobody who knew the session before.
 */
@ApplicationScoped
class RenewedSessions implements RenewedIds {
    /** How long a former id is known. */
    static final Duration KEPT = Duration.ofSeconds(30);

    /** When the id was last changed for its age, in milliseconds: an attribute, so that another node knows. */
    private static final String RENEWED = "org.scriptingsession.renewed";

    @Inject
    SessionServer server;

    @Inject
    SessionLocks locks;

    /** Nanoseconds, which go on evenly: the clock of the day is set now and then, by hours. */
    LongSupplier nanos = System::nanoTime;

    private final Map<String, Renewed> byFormerId = new ConcurrentHashMap<>();

    /** The former ids, the first to be forgotten first. */
    private final Queue<Former> forgetting = new ConcurrentLinkedQueue<>();

    /** Changes the id when it is older than allowed; one of concurrent calls does it. */
    public void renew(HttpServletRequest request, HttpSession session, Duration after, Instant now) {
        if (!isDue(session, after, now) || cameByFormerId(request)) {
            return;
        }
        Lock lock = locks.changingId(session.getCreationTime());
        // a request that comes during the change does not wait: it goes on with the id that it came with
        if (lock.tryLock()) {
            try {
                // another request has logged somebody in meanwhile: who sent this one must not learn the id of that
                // session
                boolean known = session.getId().equals(request.getRequestedSessionId());
                if (known && isDue(session, after, now)) {
                    renewNow(request, session, now);
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /**
     * Lets a request that came with a former id have its session; returns false when there was none by that id, or too long ago.
     */
    public boolean adopt(HttpServletRequest request) {
        String id = request.getRequestedSessionId();
        Renewed known = id == null ? null : byFormerId.get(id);
        if (known == null) {
            return false;
        }
        // in the middle of a change some servers find the session by neither of its ids
        Lock change = locks.changingId(known.created);
        change.lock();
        change.unlock();
        Optional<String> current = last(id);
        current.ifPresent(last -> server.adopt(request, last));
        return current.isPresent();
    }

    @Override
    public Optional<String> renewed(String formerId) {
        return last(formerId);
    }

    /** How many former ids are known. */
    int size() {
        return byFormerId.size();
    }

    /** The id after several renewals; empty while the first of them is under way. */
    private Optional<String> last(String formerId) {
        long now = nanos.getAsLong();
        String last = null;
        Renewed next = formerId == null ? null : byFormerId.get(formerId);
        while (next != null && next.untilNanos - now >= 0 && next.id != null) {
            last = next.id;
            next = byFormerId.get(last);
        }
        return Optional.ofNullable(last);
    }

    /** To be called when the id of a session has changed. */
    public void idChanged(String before, HttpSession session) {
        if (OwnChange.isRenewing()) {
            byFormerId.computeIfPresent(
                    before, (id, renewing) -> new Renewed(session.getId(), renewing.created, renewing.untilNanos));
        }
    }

    /** Some servers have mapped the id before: who has a former id alone does not get the next one. */
    private boolean cameByFormerId(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies != null && Arrays.stream(cookies).map(Cookie::getValue).anyMatch(byFormerId::containsKey);
    }

    private void renewNow(HttpServletRequest request, HttpSession session, Instant now) {
        String id = session.getId();
        long nanoTime = nanos.getAsLong();
        for (Former first = forgetting.peek();
                first != null && first.untilNanos - nanoTime < 0;
                first = forgetting.peek()) {
            forgetting.remove(first);
            byFormerId.remove(first.id);
        }
        session.setAttribute(RENEWED, now.toEpochMilli());
        long until = nanoTime + KEPT.toNanos();
        // the former id is known before it is dead, so that no request comes between
        byFormerId.put(id, new Renewed(null, session.getCreationTime(), until));
        forgetting.add(new Former(id, until));
        OwnChange.renewing(request::changeSessionId);
    }

    /** An id that seems to come from the future is of before the clock was set back, and its age is not known. */
    private static boolean isDue(HttpSession session, Duration after, Instant now) {
        Long last = (Long) session.getAttribute(RENEWED);
        Instant since = Instant.ofEpochMilli(last == null ? session.getCreationTime() : last);
        return Duration.between(since, now).abs().compareTo(after) > 0;
    }

    /**
     * What became of a former id.
     *
     * @param id that took its place; null while the change is under way
     * @param created when the session began, in milliseconds
     */
    private record Renewed(String id, long created, long untilNanos) {}

    private record Former(String id, long untilNanos) {}
}
