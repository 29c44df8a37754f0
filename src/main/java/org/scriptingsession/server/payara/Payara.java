// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.payara;

import jakarta.servlet.ServletContext;
import java.util.List;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.server.KnownServer;
import org.scriptingsession.server.SessionServer;
import org.scriptingsession.server.StartingApplication;

/** Payara Micro and Payara Server. */
public final class Payara implements KnownServer {
    @Override
    public boolean runs(ServletContext context) {
        try {
            return context.getClass().getName().equals(PayaraMembers.FACADE)
                    && Class.forName(
                                    PayaraMembers.VALVE,
                                    false,
                                    context.getClass().getClassLoader())
                            != null;
        } catch (ClassNotFoundException tomcat) {
            return false;
        }
    }

    @Override
    public List<String> attributePrefixes() {
        return List.of("org.apache.", "com.sun.", "org.glassfish.", "fish.payara.");
    }

    @Override
    public String version() {
        return "Payara 6.2025.10";
    }

    @Override
    public SessionServer open(StartingApplication application) {
        ServletContext context = application.context();
        PayaraMembers members = new PayaraMembers(context.getClass());
        Object manager = members.manager(context);
        if (!application.distributable()) {
            SessionIds.strengthen(members, manager, () -> {});
            return new PayaraNode(members, manager);
        }
        Object pipeline = members.pipeline.on(members.webModule(context));
        Object[] valves = members.valves.on(pipeline).clone();
        int place = placeOfStore(valves);
        PayaraSessions sessions = new PayaraSessions(context.getClass(), manager);
        PayaraServer server = new PayaraServer(members, sessions, manager, application);
        valves[place] = server.begin();
        members.valves.on(pipeline, (Object) valves);
        SessionIds.strengthen(members, manager, server::idChanging);
        return server;
    }

    private static int placeOfStore(Object[] valves) {
        for (int i = 0; i < valves.length; i++) {
            if (valves[i].getClass().getName().equals(PayaraMembers.STORE_VALVE)) {
                return i;
            }
        }
        throw Mistake.NOT_IN_DATA_GRID.with("valve " + PayaraMembers.STORE_VALVE);
    }
}
