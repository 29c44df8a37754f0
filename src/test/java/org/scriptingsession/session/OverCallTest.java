// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.scriptingsession.api.ErrorCode;
import org.scriptingsession.api.ScriptingException;

/** Who still has the session of a call that is over gets nothing of its request, which may be the next client's by now. */
class OverCallTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {HttpServletRequest.class}, (proxy, method, arguments) -> {
                asked.incrementAndGet();
                return null;
            });

    @Test
    void theRequestIsAskedNoMore() {
        HeldSession held = new HeldSession(request, null, () -> {});
        assertTrue(held.isValid());
        int before = asked.get();

        held.end();
        held.invalidate();

        assertFalse(held.isValid());
        assertRefused(() -> held.read(HttpSession::getId));
        assertRefused(() -> held.demand(HttpSession::getId));
        assertRefused(held::changeId);
        assertEquals(before, asked.get());
    }

    private static void assertRefused(Executable use) {
        assertEquals(
                ErrorCode.NO_HTTP_CALL,
                assertThrows(ScriptingException.class, use).code());
    }
}
