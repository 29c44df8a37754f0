// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import org.scriptingsession.api.EndReason;
import org.scriptingsession.api.UserLoggedIn;
import org.scriptingsession.api.UserLoggedOut;
import org.scriptingsession.audit.Audit;
import org.scriptingsession.audit.SessionHash;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.exchange.Exchange;
import org.scriptingsession.session.SessionLocks;

/**
 * Keeps the promises about a session whatever component of the application is called: it ends at its greatest age, its id changes
 * when its user does and from time to time, and its user is known to the sessions.
 */
@ApplicationScoped
public class SessionGuard {
    /** Whose session it is: an attribute, so that it is known on another node, too. Scripts do not see it. */
    static final String USER = "org.scriptingsession.user";

    @Inject
    ScriptingConfig config;

    @Inject
    UserRegistry sessions;

    @Inject
    SessionEndings endings;

    @Inject
    SessionFinder finder;

    @Inject
    RenewedSessions renewed;

    @Inject
    SessionLocks locks;

    @Inject
    Audit audit;

    /**
     * Before anything of the application runs. A request that arrives with the id that its session had a moment ago finds it, and
     * one with several session cookies the session of the first that has one.
     *
     * @return whether it has a session
     * @throws org.scriptingsession.error.AccessRefusedException when its user has too many sessions
     */
    public boolean admit(Exchange exchange, Instant now) {
        HttpServletRequest request = exchange.request();
        SessionFinder.Found found = finder.find(request);
        HttpSession session = found.session();
        if (session == null) {
            return false;
        }
        try {
            if (isTooOld(session, now)) {
                end(request, session);
                return false;
            }
            settle(exchange, exchange.containerResponse());
            if (!found.byFormerId()) {
                // who has a former id alone does not get the next one
                renew(request, session, now);
            }
            return true;
        } catch (IllegalStateException endedMeanwhile) {
            // as if it had come without one
            return false;
        }
    }

    /** The container has taken the user from the session before: with the session ends what the user may do by it. */
    private void end(HttpServletRequest request, HttpSession session) {
        if (request.getUserPrincipal() != null) {
            logOut(request);
        }
        endings.end(session, EndReason.MAX_LIFETIME);
    }

    /** As Servlet's {@code logout} does. */
    void logOut(HttpServletRequest request) {
        try {
            request.logout();
        } catch (ServletException e) {
            throw Mistake.LOGOUT_FAILED.because(e);
        }
    }

    /**
     * Makes the session's id and entry fit who is logged in now; to be called wherever somebody may have logged in. What an
     * attacker knew of the session before is worth nothing after it. That nobody is logged in means nothing here: with BASIC,
     * containers look at the credentials of some requests and not of others. A session that the call itself has begun keeps its
     * id, which the script may have asked for and nobody else knows.
     *
     * @throws org.scriptingsession.error.AccessRefusedException when the user has too many sessions, and this one is then over;
     *     or when another user was logged in since the request came, and the session is that user's
     */
    public void settle(Exchange exchange, HttpServletResponse response) {
        HttpServletRequest request = exchange.request();
        Principal principal = request.getUserPrincipal();
        HttpSession session = principal == null ? null : request.getSession(false);
        if (session == null) {
            return;
        }
        String user = principal.getName();
        if (!user.equals(session.getAttribute(USER)) && !response.isCommitted()) {
            change(exchange, session, user);
        }
        if (user.equals(session.getAttribute(USER))) {
            sessions.meet(user, session);
            if (!user.equals(session.getAttribute(USER))) {
                // another request has logged the user out meanwhile, and found nothing to forget
                sessions.forget(user, session);
            }
        }
    }

    /** A browser may log in by several requests at once: one of them changes the id, or their cookies would compete. */
    private void change(Exchange exchange, HttpSession session, String user) {
        whileIdIsKept(session, () -> {
            String known = (String) session.getAttribute(USER);
            if (user.equals(known)) {
                return;
            }
            if (known != null && !exchange.knows(session.getId())) {
                // what this one's client knew of the session is worth nothing since then
                throw Mistake.LOGGED_IN_MEANWHILE.with();
            }
            leave(session, known);
            if (!exchange.hasBegun(session.getId())) {
                exchange.request().changeSessionId();
            }
            session.setAttribute(USER, user);
            audit.tell(new UserLoggedIn(SessionHash.of(session.getId()), user));
        });
    }

    private void whileIdIsKept(HttpSession session, Runnable change) {
        Lock lock = locks.changingId(session.getCreationTime());
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }

    /** Likewise, after the user has logged out: the session goes on under another id. */
    public void settleLogout(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return;
        }
        whileIdIsKept(session, () -> {
            String known = (String) session.getAttribute(USER);
            if (known != null) {
                leave(session, known);
                session.removeAttribute(USER);
                if (!response.isCommitted()) {
                    request.changeSessionId();
                }
            }
        });
    }

    private void leave(HttpSession session, String user) {
        if (user != null) {
            sessions.forget(user, session);
            audit.tell(new UserLoggedOut(SessionHash.of(session.getId()), user));
        }
    }

    private boolean isTooOld(HttpSession session, Instant now) {
        return config.security()
                .maxLifetime()
                .filter(longest -> age(session.getCreationTime(), now).compareTo(longest) > 0)
                .isPresent();
    }

    private void renew(HttpServletRequest request, HttpSession session, Instant now) {
        Optional<Duration> after = config.security().renewIdAfter();
        if (after.isPresent()) {
            renewed.renew(request, session, after.get(), now);
        }
    }

    /** Of a session that seems to begin in the future it is not known: the clock was set back, and counts from there on. */
    private static Duration age(long sinceMillis, Instant now) {
        return Duration.between(Instant.ofEpochMilli(sinceMillis), now).abs();
    }
}
