// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.payara;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.OptionalInt;
import org.scriptingsession.server.ClientFlow;
import org.scriptingsession.server.PlainServer;
import org.scriptingsession.server.Standstill;

/** Payara, and all there is to say of it for an application whose sessions are in memory. */
class PayaraNode extends PlainServer {
    private final PayaraMembers members;
    private final Object manager;
    private final WaitForThread wait;

    /** @param standstill null for an application whose sessions are in memory */
    PayaraNode(PayaraMembers members, Object manager, Standstill standstill) {
        super(standstill);
        this.members = members;
        this.manager = manager;
        wait = new WaitForThread(members);
    }

    @Override
    public void adopt(HttpServletRequest request, String id) {
        Object payaras = members.request(innermost(request));
        members.setRequestedId.on(payaras, id);
        // Payara does not look again for a session that it has not found
        members.setFoundNone.on(payaras, false);
    }

    @Override
    public OptionalInt sessions() {
        return OptionalInt.of(members.sessions.on(manager));
    }

    @Override
    public long lastUsed(HttpSession held) {
        // asked first, since it says when the session is dead
        return Math.max(held.getLastAccessedTime(), members.lastUsed(held));
    }

    @Override
    public ClientFlow flow(ServletRequest request) {
        return members.flow(innermost(request));
    }

    @Override
    public long waitedNanos(ServletRequest request) {
        return wait.nanos(innermost(request));
    }

    @Override
    public void close() {
        wait.close();
    }

    @Override
    protected void breakConnection(ServletRequest request) {
        members.cut(request);
    }
}
