// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.scriptingsession.audit.SessionHash;
import org.scriptingsession.server.SessionServer;
import org.scriptingsession.session.HeldAttribute;
import org.scriptingsession.session.SessionContents;

/** What a client sees of its session, or that it has none; no look at it is an access. */
public final class SessionView {
    /** What there is to see. */
    public enum State {
        /** The client had no session. */
        NONE,
        /** The session. */
        ALIVE,
        /** Nothing any more: the session has ended. */
        ENDED,
        /**
         * Nothing any more: the session has another id or user. Who has only known it by the id of before, such as an attacker
         * before a login, must not go on looking.
         */
        CHANGED,
        /** Nothing: several nodes have the session, and a look at it would be an access. */
        SHARED
    }

    private final HttpSession session;
    private final String id;
    private final String user;
    private final SessionServer server;
    private final SessionContents contents;
    private final long openedNanos;
    private volatile long usedNanos;

    /** @param session null for none */
    SessionView(HttpSession session, SessionServer server, SessionContents contents, long nowNanos) {
        this.session = session;
        this.id = session == null ? null : session.getId();
        this.user = session == null ? null : userOf(session);
        this.server = server;
        this.contents = contents;
        this.openedNanos = nowNanos;
        this.usedNanos = nowNanos;
    }

    /** What there is to see now. */
    public State state() {
        if (session == null) {
            return server.sharesSessions() ? State.SHARED : State.NONE;
        }
        try {
            if (server.current(id, session).isEmpty()) {
                return State.ENDED;
            }
            boolean same = id.equals(session.getId()) && Objects.equals(user, userOf(session));
            return same ? State.ALIVE : State.CHANGED;
        } catch (IllegalStateException endedMeanwhile) {
            return State.ENDED;
        }
    }

    /** What is known of the session; empty when there is none to see. */
    public Optional<Summary> summary() {
        return look(seen -> new Summary(
                SessionHash.of(id),
                seen.getCreationTime(),
                server.lastUsed(seen),
                seen.getMaxInactiveInterval(),
                seen.isNew(),
                user));
    }

    /** Its attributes, by name; empty when there is none to see. */
    public List<HeldAttribute> attributes() {
        return look(contents::of).orElse(List.of());
    }

    /** The attribute of a name; empty when there is none to see. */
    public Optional<HeldAttribute> attribute(String name) {
        return look(seen -> contents.find(seen, name)).flatMap(found -> found);
    }

    /** Whether the view is of this session, as it is now; null for none. */
    boolean isOf(HttpSession own) {
        State state = state();
        return own == null
                ? state == State.NONE || state == State.SHARED
                : state == State.ALIVE && id.equals(own.getId());
    }

    /** Whether there was no session when it was opened: anybody can have any number of these. */
    boolean isOfNone() {
        return session == null;
    }

    SessionView used(long nowNanos) {
        usedNanos = nowNanos;
        return this;
    }

    long openedNanos() {
        return openedNanos;
    }

    long usedNanos() {
        return usedNanos;
    }

    private <T> Optional<T> look(Function<HttpSession, T> reading) {
        try {
            T read = state() == State.ALIVE ? reading.apply(session) : null;
            // asked again: a login meanwhile may have put into the session what is not for who knew it before
            return state() == State.ALIVE ? Optional.ofNullable(read) : Optional.empty();
        } catch (IllegalStateException endedMeanwhile) {
            return Optional.empty();
        }
    }

    private static String userOf(HttpSession session) {
        return (String) session.getAttribute(SessionGuard.USER);
    }

    /**
     * What is known of a session beside its attributes.
     *
     * @param hash of its id
     * @param createdMillis when it was created
     * @param usedMillis when it was used last, from when its interval counts
     * @param intervalSeconds how long it may stay unused; zero or less for ever
     * @param isNew whether its client has not sent its id yet
     * @param user who is logged in; null for nobody
     */
    public record Summary(
            String hash, long createdMillis, long usedMillis, int intervalSeconds, boolean isNew, String user) {}
}
