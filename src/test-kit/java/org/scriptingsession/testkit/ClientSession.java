// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.testkit;

import jakarta.servlet.http.HttpSessionEvent;
import java.util.UUID;
import org.springframework.mock.web.MockHttpSession;

/** A session of one client, with an id that no other has, of which the product's listener hears as in a server. */
final class ClientSession extends MockHttpSession {
    private final TestServletContext context;
    private String id = newId();

    ClientSession(TestServletContext context) {
        super(context);
        this.context = context;
        setMaxInactiveInterval(context.getSessionTimeout() * 60);
    }

    /** Without a dash, as servers make them. */
    private static String newId() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** To be called once. */
    void begin() {
        context.sessions().incrementAndGet();
        context.listener().sessionCreated(new HttpSessionEvent(this));
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String changeSessionId() {
        String before = id;
        id = newId();
        context.listener().sessionIdChanged(new HttpSessionEvent(this), before);
        return id;
    }

    /** The listener still sees the attributes (Servlet 6.0, HttpSessionListener). */
    @Override
    public void invalidate() {
        // throws when it is over already
        getCreationTime();
        context.listener().sessionDestroyed(new HttpSessionEvent(this));
        super.invalidate();
        context.sessions().decrementAndGet();
    }
}
