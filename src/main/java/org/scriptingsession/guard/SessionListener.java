// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.security.Principal;
import org.scriptingsession.api.EndReason;
import org.scriptingsession.api.SessionCreated;
import org.scriptingsession.api.SessionEnded;
import org.scriptingsession.api.SessionIdChanged;
import org.scriptingsession.audit.Audit;
import org.scriptingsession.audit.SessionHash;
import org.scriptingsession.exchange.Exchange;
import org.scriptingsession.server.OwnChange;
import org.scriptingsession.server.SessionServer;

/** Hears from the container of every session that begins, changes its id or ends, whoever made it so. */
public class SessionListener implements HttpSessionListener, HttpSessionIdListener {
    @Inject
    Audit audit;

    @Inject
    UserRegistry sessions;

    @Inject
    RenewedSessions renewed;

    @Inject
    SessionServer server;

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        // Payara calls this also for a session that it reads from the data grid
        if (event.getSession().isNew()) {
            audit.tell(new SessionCreated(SessionHash.of(event.getSession().getId())));
        }
    }

    @Override
    public void sessionIdChanged(HttpSessionEvent event, String before) {
        HttpSession session = event.getSession();
        if (server.isHeardAgain(before, session.getId())) {
            return;
        }
        // first: another request that has the new id must not count the session a second time
        String user = userOf(session);
        try {
            if (user != null) {
                sessions.rename(user, before, session);
            }
        } finally {
            renewed.idChanged(before, session);
            server.idChanged(session.getId());
            audit.tell(new SessionIdChanged(SessionHash.of(session.getId()), SessionHash.of(before)));
        }
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        HttpSession session = event.getSession();
        String user = userOf(session);
        EndReason reason = OwnChange.endReason().orElseGet(() -> reasonOfContainer(session));
        if (user != null) {
            sessions.lose(user, session);
        }
        try {
            if (reason != EndReason.EXPIRED) {
                server.ended(session);
            }
            audit.tell(new SessionEnded(SessionHash.of(session.getId()), reason, user, caller()));
        } finally {
            // last: a grid that does not answer must not hide the end from the others
            if (user != null && (reason == EndReason.APPLICATION || reason == EndReason.MAX_LIFETIME)) {
                sessions.forget(user, session);
            }
        }
    }

    private static String caller() {
        return Exchange.current()
                .map(exchange -> exchange.request().getUserPrincipal())
                .map(Principal::getName)
                .orElse(null);
    }

    private static EndReason reasonOfContainer(HttpSession session) {
        try {
            long idle = System.currentTimeMillis() - session.getLastAccessedTime();
            int longest = session.getMaxInactiveInterval();
            return longest > 0 && idle >= longest * 1000L ? EndReason.EXPIRED : EndReason.APPLICATION;
        } catch (IllegalStateException containerSaysNoMore) {
            return EndReason.APPLICATION;
        }
    }

    private static String userOf(HttpSession session) {
        try {
            return (String) session.getAttribute(SessionGuard.USER);
        } catch (IllegalStateException over) {
            return null;
        }
    }
}
