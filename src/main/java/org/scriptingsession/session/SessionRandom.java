// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.scriptingsession.config.ScriptingConfig;

/** A random text that each session has of its own, made when first asked for; unlike its id it never changes. */
@ApplicationScoped
class SessionRandom {
    /** Scripts see no attribute of this beginning. */
    private static final String NAME = "org.scriptingsession.random";

    private final SessionLocks locks;
    private final ScriptingConfig config;

    /** For the client proxy alone. */
    SessionRandom() {
        this(null, null);
    }

    @Inject
    SessionRandom(SessionLocks locks, ScriptingConfig config) {
        this.locks = locks;
        this.config = config;
    }

    /** That of the session. */
    public String of(HttpSession session) {
        String known = ofExisting(session);
        // locked, so that two first calls do not each seal under one of their own
        return known == null
                ? locks.hold(session.getCreationTime(), NAME, config.timeout(), () -> create(session))
                : known;
    }

    /** That of the session; null when it has none yet. */
    public String ofExisting(HttpSession session) {
        return (String) session.getAttribute(NAME);
    }

    private String create(HttpSession session) {
        String known = ofExisting(session);
        if (known == null) {
            known = UUID.randomUUID().toString();
            session.setAttribute(NAME, known);
        }
        return known;
    }
}
