// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scriptingsession.api.AuditEvent;
import org.scriptingsession.api.EndReason;
import org.scriptingsession.audit.Audit;
import org.scriptingsession.config.FixedConfig;
import org.scriptingsession.config.ScriptingConfigReader;
import org.scriptingsession.error.NotStoredException;
import org.scriptingsession.server.OwnChange;
import org.scriptingsession.server.PlainServer;
import org.scriptingsession.session.SessionLocks;

/** The end and the new id of a session are known to all whom they concern, whether the registry's grid answers or not. */
class SessionListenerTest {
    private final List<String> told = new ArrayList<>();
    private final FixedCluster cluster = new FixedCluster();
    private final ClusterRegistry registry = cluster.node(Map.of());
    private final SessionListener listener = new SessionListener();
    private HttpSession session;

    @BeforeEach
    void withASession() {
        listener.audit = new Audit() {
            @Override
            public void tell(AuditEvent event) {
                told.add(event.getClass().getSimpleName());
            }
        };
        listener.server = new PlainServer() {
            @Override
            public void ended(HttpSession over) {
                told.add("ended");
            }

            @Override
            public void idChanged(String id) {
                told.add("changed to " + id);
            }
        };
        listener.renewed = new RenewedSessions();
        listener.renewed.server = listener.server;
        listener.renewed.locks = new SessionLocks();
        listener.sessions = registry;
        session = cluster.session("one", System.currentTimeMillis());
        registry.meet("alice", session);
    }

    @Test
    void anEndByTheApplicationIsTheRegistrysToo() {
        OwnChange.ending(EndReason.APPLICATION, () -> listener.sessionDestroyed(new HttpSessionEvent(session)));

        assertEquals(Map.of(), cluster.texts.byKey);
    }

    /** To a listener the session is alive still. */
    @Test
    void whoHearsOfAnEndFindsTheSessionNoMore() {
        var config = ScriptingConfigReader.read(new FixedConfig(Map.of()));
        var ofOneNode = new NodeRegistry(config, new SessionEndings(), new Audit(), listener.server);
        ofOneNode.meet("alice", session);
        listener.sessions = ofOneNode;
        listener.audit = new Audit() {
            @Override
            public void tell(AuditEvent event) {
                told.add(ofOneNode.count("alice") + " sessions");
            }
        };

        OwnChange.ending(EndReason.APPLICATION, () -> listener.sessionDestroyed(new HttpSessionEvent(session)));

        assertEquals(List.of("ended", "0 sessions"), told);
    }

    /** A copy of another node's session is not the session. */
    @Test
    void anEndThatTheContainerFindsIsNotTheRegistrys() {
        OwnChange.ending(EndReason.EXPIRED, () -> listener.sessionDestroyed(new HttpSessionEvent(session)));

        assertEquals(List.of("SessionEnded"), told);
        assertTrue(cluster.texts.byKey.get("0@alice").startsWith("one "));
    }

    @Test
    void anEndThatTheGridDoesNotTakeIsToldTheOthers() {
        cluster.texts.answers = false;

        assertThrows(
                NotStoredException.class,
                () -> OwnChange.ending(
                        EndReason.APPLICATION, () -> listener.sessionDestroyed(new HttpSessionEvent(session))));

        assertEquals(List.of("ended", "SessionEnded"), told);
    }

    @Test
    void anIdThatTheGridDoesNotTakeIsToldTheOthers() {
        cluster.texts.answers = false;

        assertThrows(
                NotStoredException.class, () -> listener.sessionIdChanged(new HttpSessionEvent(session), "former"));

        assertEquals(List.of("changed to one", "SessionIdChanged"), told);
    }
}
