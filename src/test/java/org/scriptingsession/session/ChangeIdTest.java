// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/** A script changes the id while no other request does: a renewal under way would give the new id to who has the old. */
class ChangeIdTest {
    private static final long CREATED = 1000;

    private final SessionLocks locks = new SessionLocks();

    @Test
    void holdsTheLockOfTheSessionsId() {
        HttpSession session = (HttpSession) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpSession.class}, (proxy, method, arguments) -> {
                    return method.getName().equals("isNew") ? (Object) false : (Object) CREATED;
                });
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServletRequest.class}, (proxy, method, arguments) -> {
                    assertEquals("changeSessionId", method.getName());
                    assertTrue(lock().isHeldByCurrentThread());
                    return "another";
                });
        HeldSession held = new HeldSession(request, session, () -> {});

        assertEquals("another", new ServletScriptingSession(held, null, locks, null).changeId());

        assertEquals(0, lock().getHoldCount());
    }

    private ReentrantLock lock() {
        return (ReentrantLock) locks.changingId(CREATED);
    }
}
