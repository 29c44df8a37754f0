// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.function.Function;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.exchange.Exchange;

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

    /**
     * @param request null outside an HTTP call, where the session is not valid and all else throws NO_HTTP_CALL
     * @param session that of the call when it began; null for none
     * @param beforeCreation throws when no session may begin
     */
    HeldSession(HttpServletRequest request, HttpSession session, Runnable beforeCreation) {
        this.request = request;
        this.beforeCreation = beforeCreation;
        this.session = session;
        this.ended = request == null;
        this.created = session != null && isMadeInThisCall(session);
    }

    /** Whether it is not dead; true also when there is none yet. */
    boolean isValid() {
        HttpSession found = ended ? null : find();
        return !ended && (found == null || isAlive(found));
    }

    /** Whether it was created during this call. */
    boolean isCreated() {
        return created;
    }

    /** Ends it; does nothing when there is none. */
    void invalidate() {
        HttpSession found = ended ? null : find();
        if (found == null) {
            return;
        }
        ended = true;
        try {
            found.invalidate();
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

    private HttpSession findNotEnded() {
        if (ended) {
            throw request == null ? Mistake.NO_HTTP_CALL.with() : Mistake.SESSION_INVALIDATED.with();
        }
        return find();
    }

    /** Another component of the same call may have created the session meanwhile. */
    private HttpSession find() {
        if (session == null) {
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
            session = request.getSession(true);
        } catch (IllegalStateException e) {
            // within an exchange the response is not committed, as seen above: the server has a limit of its own
            throw Exchange.current().isPresent() ? SessionLimit.refused() : Mistake.SESSION_AFTER_COMMIT.because(e);
        }
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

    private static boolean isAlive(HttpSession session) {
        try {
            session.getCreationTime();
            return true;
        } catch (IllegalStateException dead) {
            return false;
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
