// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.testkit;

import java.io.InputStream;
import java.net.URL;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.scriptingsession.guard.SessionListener;
import org.springframework.mock.web.MockServletContext;

/** The application as components see it: one without files, as the scripts come from their folder. */
final class TestServletContext extends MockServletContext {
    private final AtomicInteger sessions = new AtomicInteger();
    private SessionListener listener;

    TestServletContext() {
        // what servers have unless told otherwise
        setSessionTimeout(30);
    }

    /** From now on it hears of sessions. */
    void listen(SessionListener first) {
        listener = first;
    }

    SessionListener listener() {
        return listener;
    }

    /** How many there are. */
    AtomicInteger sessions() {
        return sessions;
    }

    @Override
    public Set<String> getResourcePaths(String path) {
        return null;
    }

    @Override
    public URL getResource(String path) {
        return null;
    }

    @Override
    public InputStream getResourceAsStream(String path) {
        return null;
    }
}
