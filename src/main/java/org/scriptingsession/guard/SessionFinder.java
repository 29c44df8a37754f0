// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.regex.Pattern;
import org.scriptingsession.exchange.request.CookieHeader;
import org.scriptingsession.server.SessionServer;

/**
 * Finds the session that a request comes with. A browser sends the cookies of all paths and domains that fit, and so may send a
 * stale session cookie before the good one (RFC 6265bis, 5.8.3); containers look at one of them.
 */
@ApplicationScoped
class SessionFinder {
    /** Most session cookies of a request that are looked at: each may cost a look into the grid. */
    static final int MOST_COOKIES = 8;

    /** What ids are made of, with the node's name that a server may add. */
    private static final Pattern ID = Pattern.compile("[\\w.~+/=!@:-]{1,256}");

    @Inject
    SessionServer server;

    @Inject
    RenewedSessions renewed;

    /** The session of a request, if it has one. Only cookies are looked at, never the URL. */
    Found find(HttpServletRequest request) {
        Found found = lookUp(request);
        if (found.session == null) {
            List<String> ids = ids(request);
            for (int i = 0; i < ids.size() && found.session == null; i++) {
                server.adoptCookie(request, ids.get(i));
                found = lookUp(request);
            }
        }
        return found;
    }

    private Found lookUp(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        boolean former = session == null && renewed.adopt(request);
        return new Found(former ? request.getSession(false) : session, former);
    }

    /** Empty where there is one cookie at most: the container has looked at that. */
    private static List<String> ids(HttpServletRequest request) {
        String name = SessionServer.sessionCookie(request.getServletContext());
        List<String> ids = CookieHeader.cookies(request).stream()
                .filter(cookie -> cookie.name().equals(name))
                .map(cookie -> cookie.value())
                .toList();
        return ids.size() < 2
                ? List.of()
                : ids.stream()
                        .distinct()
                        .filter(id -> ID.matcher(id).matches())
                        .limit(MOST_COOKIES)
                        .toList();
    }

    /**
     * @param session null for none
     * @param byFormerId whether the request came with an id that the session had a moment ago
     */
    record Found(HttpSession session, boolean byFormerId) {}
}
