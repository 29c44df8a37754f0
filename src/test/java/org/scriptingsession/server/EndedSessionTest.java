// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

/** A session is over when the server has ended it, whatever the server fails at afterwards. */
class EndedSessionTest {
    private boolean over;

    @Test
    void whatTheServerFailsAtWhenTheSessionIsOverIsNoFailure() {
        HttpSession session = session(true);

        SessionServer.invalidate(session);

        assertFalse(SessionServer.isAlive(session));
        assertThrows(IllegalStateException.class, () -> SessionServer.invalidate(session));
    }

    @Test
    void aSessionThatIsAliveAfterwardsWasNotEnded() {
        assertThrows(NullPointerException.class, () -> SessionServer.invalidate(session(false)));
    }

    /** One that fails when it is to be ended. */
    private HttpSession session(boolean ends) {
        return (HttpSession) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpSession.class}, (proxy, method, arguments) -> {
                    if (over) {
                        throw new IllegalStateException("over");
                    }
                    if (method.getName().equals("invalidate")) {
                        over = ends;
                        throw new NullPointerException("the server's own");
                    }
                    return 0L;
                });
    }
}
