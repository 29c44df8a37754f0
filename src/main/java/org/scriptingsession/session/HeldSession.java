// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.function.Function;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.exchange.Exchange;
import org.scriptingsession.server.SessionServer;

/**
 * The container's session of one HTTP call. It holds on to the session it found when the call began: asking the request again
 * would answer with a new session once that one died, and a slow call would bring a logged-out user back.
 */
final class HeldSession {
    private final HttpServletRequest request;
    private final Runnable beforeCreation;
    private HttpSession session;
    private boolean created;
    private boolean ended;

    /** Whether there is no HTTP call, or none any more. */
    private volatile boolean over;

    /**
     * @param request null outside an HTTP call, where the session is not valid and all else throws NO_HTTP_CALL
     * @param session that of the call when it began; null for none
     * @param beforeCreation throws when no session may begin
     */
    HeldSession(HttpServletRequest request, HttpSession session, Runnable beforeCreation) {
        this.request = request;
        this.beforeCreation = beforeCreation;
        this.session = session;
        this.over = request == null;
        this.created = session != null && isMadeInThisCall(session);
    }

    /** The HTTP call is over; waits for what another thread is just asking of the request. */
    synchronized void end() {
        over = true;
    }

    /** Whether it is not dead; true also when there is none yet. */
    boolean isValid() {
        HttpSession found = ended ? null : find();
        return !ended && !over && (found == null || SessionServer.isAlive(found));
    }

    /** Whether it was created during this call. */
    boolean isCreated() {
        return created;
    }

    /** Ends it; does nothing when there is none. */
    void invalidate() {
        HttpSession found = ended ? null : find();
        if (found == null || over) {
            return;
        }
        ended = true;
        try {
            SessionServer.invalidate(found);
        } catch (IllegalStateException alreadyDead) {
            // another call was faster; what was asked for holds
        }
    }

    /** Works with the session if there is one; empty when there is none, or the work gives null. */
    <T> Optional<T> read(Function<HttpSession, T> work) {
        HttpSession found = findNotEnded();
        return found == null ? Optional.empty() : Optional.ofNullable(guarded(found, work));
    }

    /** Works with the session, created now if there is none. */
    <T> T demand(Function<HttpSession, T> work) {
        HttpSession found = findNotEnded();
        return guarded(found == null ? create() : found, work);
    }

    /** Gives it another id, which is returned. */
    synchronized String changeId() {
        checkNotOver();
        return request.changeSessionId();
    }

    private HttpSession findNotEnded() {
        HttpSession found = ended ? null : find();
        checkNotOver();
        if (ended) {
            throw Mistake.SESSION_INVALIDATED.with();
        }
        return found;
    }

    private void checkNotOver() {
        if (over) {
            throw Mistake.NO_HTTP_CALL.with();
        }
    }

    private HttpSession find() {
        HttpSession known = session;
        return known == null ? findNow() : known;
    }

    /**
     * Another component of the same call may have created the session meanwhile. The request is asked only while the call lasts:
     * after it a server may use the same object for the next call.
     */
    private synchronized HttpSession findNow() {
        if (session == null && !over) {
            session = request.getSession(false);
            created = session != null;
        }
        return session;
    }

    private HttpSession create() {
        if (Exchange.isCommitted()) {
            throw Mistake.SESSION_AFTER_COMMIT.with();
        }
        beforeCreation.run();
        try {
            return createNow();
        } catch (IllegalStateException e) {
            // within an exchange the response is not committed, as seen above: the server has a limit of its own
            throw Exchange.current().isPresent() ? SessionLimit.refused() : Mistake.SESSION_AFTER_COMMIT.because(e);
        }
    }

    private synchronized HttpSession createNow() {
        checkNotOver();
        session = request.getSession(true);
        created = true;
        return session;
    }

    /** Every method of {@link HttpSession} that reads or writes throws IllegalStateException once it is dead. */
    private <T> T guarded(HttpSession found, Function<HttpSession, T> work) {
        try {
            return work.apply(found);
        } catch (IllegalStateException dead) {
            ended = true;
            throw Mistake.SESSION_INVALIDATED.with();
        }
    }

    /**
     * Another component may have made it earlier in this call. Servlet's {@code isNew()} asks whether the client has joined,
     * which Payara may notice late; a client that sends the id has.
     */
    private boolean isMadeInThisCall(HttpSession session) {
        try {
            return session.isNew() && !session.getId().equals(request.getRequestedSessionId());
        } catch (IllegalStateException dead) {
            return false;
        }
    }
}
