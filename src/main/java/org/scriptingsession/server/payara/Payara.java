// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.payara;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.error.ClusterMessages;
import org.scriptingsession.server.KnownServer;
import org.scriptingsession.server.MissingMembersException;
import org.scriptingsession.server.PlainServer;
import org.scriptingsession.server.SessionServer;
import org.scriptingsession.server.StartingApplication;

/** Payara Micro and Payara Server. */
public final class Payara implements KnownServer {
    private static final System.Logger LOGGER = System.getLogger(Payara.class.getName());

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
    public SessionServer open(StartingApplication application) {
        return application.distributable() ? replicated(application) : alone(application.context());
    }

    private static SessionServer alone(ServletContext context) {
        Class<?> facade = context.getClass();
        List<String> missing = new ArrayList<>();
        try {
            Object manager = new PayaraContainer(context).manager();
            SessionIds.strengthen(new PayaraMembers.Ids(facade), manager, () -> {});
        } catch (RuntimeException e) {
            missing.add("ids of sessions have the server's own strength, about 56 bits (keep sessions short): " + e);
        }
        Consumer<ServletRequest> cut = PlainServer::cannotCut;
        try {
            cut = cut(new PayaraMembers.Connections(facade));
        } catch (RuntimeException e) {
            missing.add("a response that fails when half of it is sent ends as if it were whole: " + e);
        }
        if (!missing.isEmpty()) {
            LOGGER.log(
                    Level.WARNING,
                    "This server is of another version than {0}, the one that is known: {1}",
                    PayaraMembers.KNOWN_VERSION,
                    String.join("; ", missing));
        }
        return new PlainServer(cut);
    }

    private static SessionServer replicated(StartingApplication application) {
        try {
            Class<?> facade = application.context().getClass();
            PayaraContainer container = new PayaraContainer(application.context());
            int place = container.placeOfValve(PayaraMembers.STORE_VALVE);
            if (place < 0) {
                throw ClusterMessages.notInDataGrid(PayaraMembers.STORE_VALVE);
            }
            Object manager = container.manager();
            var members = new PayaraMembers.Sessions(facade, manager.getClass());
            var ids = new PayaraMembers.Ids(facade);
            var cut = cut(new PayaraMembers.Connections(facade));
            PayaraServer server = new PayaraServer(new PayaraSessions(members, manager), application, cut);
            server.begin();
            container.replaceValve(place, members.valve.type(), server.valve(members));
            SessionIds.strengthen(ids, manager, server::idChanging);
            return server;
        } catch (ScriptingException refused) {
            throw refused;
        } catch (MissingMembersException e) {
            throw ClusterMessages.otherVersion(PayaraMembers.KNOWN_VERSION, e);
        } catch (RuntimeException | NoClassDefFoundError e) {
            throw ClusterMessages.cannotReplicate(e);
        }
    }

    private static Consumer<ServletRequest> cut(PayaraMembers.Connections members) {
        return request -> {
            ServletRequest innermost = request;
            while (innermost instanceof ServletRequestWrapper wrapper) {
                innermost = wrapper.getRequest();
            }
            Object grizzly = members.grizzly.on(members.request.on(innermost));
            members.terminate.on(members.connection.on(members.context.on(grizzly)));
        };
    }
}
