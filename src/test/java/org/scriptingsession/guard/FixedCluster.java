// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.scriptingsession.api.AuditEvent;
import org.scriptingsession.api.EndReason;
import org.scriptingsession.audit.Audit;
import org.scriptingsession.config.FixedConfig;
import org.scriptingsession.config.ScriptingConfigReader;
import org.scriptingsession.server.FixedTexts;
import org.scriptingsession.server.PlainServer;

/** Nodes of one grid, and the sessions that they find there. */
final class FixedCluster {
    final FixedTexts texts = new FixedTexts();
    final AtomicLong now = new AtomicLong(1_000_000_000);
    final List<AuditEvent> told = new ArrayList<>();

    /** What the nodes find, by id. */
    final Map<String, HttpSession> stored = new ConcurrentHashMap<>();

    /** Whose sessions are, by id. */
    final Map<String, String> users = new ConcurrentHashMap<>();

    final Set<String> forbidden = ConcurrentHashMap.newKeySet();

    /** Whether the server can end what is not stored yet: WildFly cannot. */
    boolean forbids = true;

    /** By the ids that the sessions began with. */
    final Map<String, String> renamed = new ConcurrentHashMap<>();

    /** What another node does before the next session is found. */
    Runnable beforeFinding = () -> {};

    int intervalSeconds = 1800;

    ClusterRegistry node(Map<String, String> settings) {
        ClusterRegistry[] registry = new ClusterRegistry[1];
        var server = new PlainServer() {
            @Override
            public Optional<HttpSession> find(String id) {
                Runnable other = beforeFinding;
                beforeFinding = () -> {};
                other.run();
                return Optional.ofNullable(stored.get(id));
            }

            @Override
            public boolean forbid(String id, int interval) {
                if (forbids) {
                    forbidden.add(id);
                }
                return forbids;
            }
        };
        var endings = new SessionEndings() {
            @Override
            public void end(HttpSession session, EndReason reason) {
                if (session.getId().equals("stuck")) {
                    throw new UnsupportedOperationException();
                }
                stored.remove(session.getId());
                registry[0].lose("alice", session);
            }
        };
        var audit = new Audit() {
            @Override
            public void tell(AuditEvent event) {
                told.add(event);
            }
        };
        registry[0] = new ClusterRegistry(
                ScriptingConfigReader.read(new FixedConfig(new HashMap<>(settings))),
                endings,
                audit,
                server,
                new UserIndex(texts, now::get));
        return registry[0];
    }

    /** Its name says what it does: nobody can end one that is stuck, or read one that is locked. */
    HttpSession session(String id, long created) {
        users.put(id, "alice");
        HttpSession session = (HttpSession) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpSession.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getId" -> renamed.getOrDefault(id, id);
                    case "getCreationTime" -> {
                        if (stored.values().stream().noneMatch(alive -> alive == proxy)) {
                            throw new IllegalStateException();
                        }
                        yield created;
                    }
                    case "getLastAccessedTime" -> unlocked(id, created);
                    case "getMaxInactiveInterval" -> intervalSeconds;
                    case "getAttribute" -> unlocked(id, users.get(id));
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        stored.put(id, session);
        return session;
    }

    private static Object unlocked(String id, Object value) {
        if (id.equals("locked")) {
            throw new UnsupportedOperationException();
        }
        return value;
    }
}
