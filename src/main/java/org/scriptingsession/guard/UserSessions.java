// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.scriptingsession.api.UserSession;
import org.scriptingsession.audit.Audit;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.server.SessionServer;

/** Which sessions each user has: on all nodes where the server lets nodes share that, else on this one. */
@ApplicationScoped
class UserSessions implements UserRegistry {
    @Inject
    ScriptingConfig config;

    @Inject
    SessionEndings endings;

    @Inject
    Audit audit;

    @Inject
    SessionServer server;

    private volatile UserRegistry registry;

    @Override
    public void meet(String user, HttpSession session) {
        registry().meet(user, session);
    }

    @Override
    public void rename(String user, String before, HttpSession session) {
        registry().rename(user, before, session);
    }

    @Override
    public void forget(String user, HttpSession session) {
        registry().forget(user, session);
    }

    @Override
    public void lose(String user, HttpSession session) {
        registry().lose(user, session);
    }

    @Override
    public List<UserSession> sessions(String user) {
        return registry().sessions(user);
    }

    @Override
    public int count(String user) {
        return registry().count(user);
    }

    @Override
    public boolean end(String user, String session) {
        return registry().end(user, session);
    }

    @Override
    public int endAll(String user) {
        return registry().endAll(user);
    }

    /** The server is known when the application has started. */
    private UserRegistry registry() {
        UserRegistry chosen = registry;
        return chosen == null ? choose() : chosen;
    }

    private synchronized UserRegistry choose() {
        if (registry == null) {
            registry = server.shared()
                    .<UserRegistry>map(texts -> new ClusterRegistry(
                            config, endings, audit, server, new UserIndex(texts, System::currentTimeMillis)))
                    .orElseGet(() -> new NodeRegistry(config, endings, audit, server));
        }
        return registry;
    }
}
