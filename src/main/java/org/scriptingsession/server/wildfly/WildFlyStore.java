// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.wildfly;

import io.undertow.server.session.InMemorySessionManager;
import io.undertow.server.session.SessionManager;
import io.undertow.servlet.spec.ServletContextImpl;
import java.util.List;
import org.scriptingsession.error.ClusterMessages;
import org.scriptingsession.server.MissingMembersException;
import org.scriptingsession.server.SessionServer;
import org.scriptingsession.server.StartingApplication;

/** Where WildFly stores the sessions of a distributable application: refused when they end with this node. */
final class WildFlyStore {
    private WildFlyStore() {}

    static SessionServer open(StartingApplication application) {
        SessionManager manager = unwrapped(
                ((ServletContextImpl) application.context()).getDeployment().getSessionManager());
        if (manager instanceof InMemorySessionManager) {
            throw ClusterMessages.notShared("in memory");
        }
        Object store = new WildFlyMembers.Manager(manager.getClass()).clustered.on(manager);
        var decorated = new WildFlyMembers.Decorated(store.getClass());
        while (decorated.type.isInstance(store)) {
            store = decorated.manager.of(store);
        }
        check(store);
        return new WildFlyServer(
                new WildFlyMembers.Sessions(manager.getClass(), store.getClass()), application.standstill());
    }

    private static SessionManager unwrapped(SessionManager manager) {
        Class<?> type = manager.getClass();
        return type.getName().equals(WildFlyMembers.WRAPPER + "SessionManager")
                ? new WildFlyMembers.Wrapper(type).manager.of(manager)
                : manager;
    }

    private static void check(Object manager) {
        String type = manager.getClass().getName();
        if (type.equals(WildFlyMembers.EMBEDDED)) {
            var members = new WildFlyMembers.Cache(manager.getClass());
            if (!outlivesNode(members, members.configuration.on(members.cache.of(manager)))) {
                throw ClusterMessages.notShared("in a local cache");
            }
        } else if (!type.equals(WildFlyMembers.REMOTE)) {
            throw new MissingMembersException(List.of("what stores sessions, in place of the unknown " + type));
        }
    }

    /** A local cache may keep sessions in a file; WildFly's own one does so for lack of memory only, and empties it at start. */
    static boolean outlivesNode(WildFlyMembers.Cache members, Object configuration) {
        if (members.isClustered.on(members.mode.on(members.clustering.on(configuration)))) {
            return true;
        }
        Object persistence = members.persistence.on(configuration);
        return !members.passivates.on(persistence)
                && members.stores.on(persistence).stream().anyMatch(store -> !members.isEmptiedAtStart.on(store));
    }
}
