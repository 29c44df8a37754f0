// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;

/** A request that came with an id its session had until a moment ago. */
final class RenewedRequest extends HttpServletRequestWrapper {
    private final HttpSession session;

    RenewedRequest(HttpServletRequest request, HttpSession session) {
        super(request);
        this.session = session;
    }

    @Override
    public HttpSession getSession(boolean create) {
        return SessionEndings.isOver(session) ? super.getSession(create) : session;
    }

    @Override
    public HttpSession getSession() {
        return getSession(true);
    }

    @Override
    public boolean isRequestedSessionIdValid() {
        return !SessionEndings.isOver(session);
    }

    /** The id has just changed, and the answer to that call tells the client; a second new id would compete with it. */
    @Override
    public String changeSessionId() {
        return SessionEndings.isOver(session) ? super.changeSessionId() : session.getId();
    }
}
