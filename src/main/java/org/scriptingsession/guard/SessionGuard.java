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

/**
 * Keeps the promises about a session whatever component of the application is called: it ends at its greatest age, its id changes
 * when its user does and from time to time, and its user is known to the sessions.
 */
@ApplicationScoped
public class SessionGuard {
    /** Whose session it is: an attribute, so that it is known on another node, too. Scripts do not see it. */
    static final String USER = "org.scriptingsession.user";

    @Inject
    private ScriptingConfig config;

    @Inject
    private UserSessions sessions;

    @Inject
    private SessionEndings endings;

    @Inject
    private SessionFinder finder;

    @Inject
    private RenewedSessions renewed;

    @Inject
    private Audit audit;

    /**
     * Before anything of the application runs. A request that arrives with the id that its session had a moment ago finds it, and
     * one with several session cookies the session of the first that has one.
     *
     * @throws org.scriptingsession.error.AccessRefusedException when its user has too many sessions
     */
    public void admit(HttpServletRequest request, HttpServletResponse response, Instant now) {
        SessionFinder.Found found = finder.find(request, now);
        HttpSession session = found.session();
        if (session == null) {
            return;
        }
        try {
            if (isTooOld(session, now)) {
                end(request, session);
            } else {
                settle(request, response);
                if (!found.byFormerId()) {
                    // who has a former id alone does not get the next one
                    renew(request, session, now);
                }
            }
        } catch (IllegalStateException endedMeanwhile) {
            // as if it had come without one
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
     * containers look at the credentials of some requests and not of others.
     *
     * @throws org.scriptingsession.error.AccessRefusedException when the user has too many sessions; this one is then over
     */
    public void settle(HttpServletRequest request, HttpServletResponse response) {
        Principal principal = request.getUserPrincipal();
        HttpSession session = principal == null ? null : request.getSession(false);
        if (session == null) {
            return;
        }
        String user = principal.getName();
        if (!user.equals(session.getAttribute(USER)) && !response.isCommitted()) {
            change(request, session, user);
        }
        if (user.equals(session.getAttribute(USER))) {
            sessions.meet(user, session);
        }
    }

    /** A browser may log in by several requests at once: one of them changes the id, or their cookies would compete. */
    private void change(HttpServletRequest request, HttpSession session, String user) {
        Lock lock = renewed.changing(session.getCreationTime());
        lock.lock();
        try {
            String known = (String) session.getAttribute(USER);
            if (!user.equals(known)) {
                leave(session, known);
                request.changeSessionId();
                session.setAttribute(USER, user);
                audit.tell(new UserLoggedIn(SessionHash.of(session.getId()), user));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Likewise, after the user has logged out: the session goes on under another id. */
    public void settleLogout(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        String known = session == null ? null : (String) session.getAttribute(USER);
        if (known == null) {
            return;
        }
        leave(session, known);
        session.removeAttribute(USER);
        if (!response.isCommitted()) {
            request.changeSessionId();
        }
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

    private static Duration age(long sinceMillis, Instant now) {
        return Duration.between(Instant.ofEpochMilli(sinceMillis), now);
    }
}
