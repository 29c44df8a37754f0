// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.server.SessionServer;
import org.scriptingsession.session.SessionContents;

/**
 * Lets the client of a session look at it for a while without sending its cookie: servers count each request with the cookie as
 * an access, which would keep the session alive for as long as somebody looks.
 *
 * <p>A view is known by a random token, which only the client of the session has been given. It ends when it is not used, at
 * the latest after {@link #LONGEST}, so that whoever is no longer allowed to look has to ask again.
 */
@ApplicationScoped
public class SessionViews {
    /** How long a client may look before it has to show its cookie again. */
    static final Duration LONGEST = Duration.ofMinutes(15);

    /** How long a view lives that nobody uses; browsers let pages that are not seen ask once a minute. */
    static final Duration LONGEST_UNUSED = Duration.ofMinutes(2);

    /** Each may hold a session in memory: past them one ends, of those without a session first, then the least used. */
    static final int MOST = 200;

    private static final int TOKEN_BYTES = 32;

    @Inject
    SessionServer server;

    @Inject
    SessionContents contents;

    /** Nanoseconds, which go on evenly. */
    LongSupplier nanos = System::nanoTime;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, SessionView> views = new ConcurrentHashMap<>();

    /** Begins to look at the session that a request has, or at none; returns the token. */
    public String open(HttpServletRequest request) {
        forget();
        makeRoom();
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        HttpSession session = server.sharesSessions() ? null : request.getSession(false);
        views.put(token, new SessionView(session, server, contents, nanos.getAsLong()));
        return token;
    }

    /**
     * The view of a token.
     *
     * @param token null for none
     * @throws org.scriptingsession.api.ScriptingException when there is none, or none any more
     */
    public SessionView find(String token) {
        forget();
        long now = nanos.getAsLong();
        return Optional.ofNullable(token)
                .map(views::get)
                .map(view -> view.used(now))
                .orElseThrow(() -> Mistake.VIEW_OVER.with("it has not asked for a while, or has looked for long."));
    }

    /**
     * Makes sure that a request has the session that a view shows.
     *
     * @throws org.scriptingsession.api.ScriptingException when it has another, or the view is over
     */
    public void requireSame(SessionView view, HttpServletRequest request) {
        HttpSession session = server.sharesSessions() ? null : request.getSession(false);
        if (!view.isOf(session)) {
            throw Mistake.OTHER_SESSION.with();
        }
    }

    /** How many views are open. */
    int size() {
        return views.size();
    }

    private void forget() {
        long now = nanos.getAsLong();
        views.values().removeIf(view -> !isOpen(view, now));
    }

    private void makeRoom() {
        long now = nanos.getAsLong();
        while (views.size() >= MOST) {
            views.entrySet().stream()
                    .max(Comparator.comparing((Map.Entry<String, SessionView> entry) ->
                                    entry.getValue().isOfNone())
                            .thenComparingLong(entry -> now - entry.getValue().usedNanos()))
                    .ifPresent(oldest -> views.remove(oldest.getKey()));
        }
    }

    private static boolean isOpen(SessionView view, long now) {
        return now - view.openedNanos() <= LONGEST.toNanos() && now - view.usedNanos() <= LONGEST_UNUSED.toNanos();
    }
}
