// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.payara;

import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionCookieConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.server.KnownServer;
import org.scriptingsession.server.ServerMembers;
import org.scriptingsession.server.ServerMembers.Answer;
import org.scriptingsession.server.SessionServer;
import org.scriptingsession.server.StartingApplication;

/** Payara Micro and Payara Server. */
public final class Payara implements KnownServer {
    private static final System.Logger LOGGER = System.getLogger(Payara.class.getName());
    private static final List<String> DESCRIPTORS = List.of("glassfish-web.xml", "payara-web.xml", "sun-web.xml");
    private static final int ID_BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public boolean runs(ServletContext context) {
        Class<?> type = context.getClass();
        try {
            return type.getName().equals(PayaraMembers.FACADE)
                    && Class.forName(PayaraMembers.VALVE, false, type.getClassLoader()) != null;
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
    public Optional<String> jaxRsServlet() {
        return Optional.of("org.glassfish.jersey.servlet.ServletContainer");
    }

    /** Payara heeds no attribute but by a method of its own. */
    @Override
    public void sameSite(ServletContext context, String value) {
        SessionCookieConfig cookie = context.getSessionCookieConfig();
        PayaraMembers.Cookie members = new PayaraMembers.Cookie(cookie.getClass());
        if (members.sameSite.on(cookie) == null) {
            members.setSameSite.on(cookie, value);
        }
    }

    @Override
    public SessionServer open(StartingApplication application) {
        ServletContext context = application.context();
        PayaraMembers members = new PayaraMembers(context.getClass());
        Object manager = members.manager(context);
        if (!application.distributable()) {
            strengthenIds(members, manager, () -> {});
            return new PayaraNode(members, manager, null);
        }
        if (DESCRIPTORS.stream().noneMatch(descriptor -> tellsChanges(context, descriptor))) {
            LOGGER.log(Level.WARNING, Mistake.STORES_BY_DESCRIPTOR.with().toString());
        }
        Object pipeline = members.pipeline.on(members.webModule(context));
        Object[] valves = members.valves.on(pipeline).clone();
        int place = placeOfStore(valves);
        PayaraSessions sessions = new PayaraSessions(context.getClass(), manager);
        PayaraServer server = new PayaraServer(members, sessions, manager, application);
        valves[place] = server.valve.proxy();
        members.valves.on(pipeline, (Object) valves);
        strengthenIds(members, manager, server::idChanging);
        return server;
    }

    private static boolean tellsChanges(ServletContext context, String descriptor) {
        try (InputStream in = context.getResourceAsStream("/WEB-INF/" + descriptor)) {
            return in != null && new String(in.readAllBytes(), StandardCharsets.UTF_8).contains("modified-session");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int placeOfStore(Object[] valves) {
        for (int i = 0; i < valves.length; i++) {
            if (valves[i].getClass().getName().equals(PayaraMembers.STORE_VALVE)) {
                return i;
            }
        }
        throw Mistake.NOT_IN_DATA_GRID.with("valve " + PayaraMembers.STORE_VALVE);
    }

    /**
     * Gives the application's sessions ids that cannot be guessed. Payara's own have about 56 bits of a secure source, beside
     * clock and memory address; OWASP ASVS 5.0 (7.2.3) asks for 128. Payara's setting for another generator takes classes of the
     * server alone, so the session manager is handed a proxy.
     *
     * @param beforeNext is run before an id is made for a session, new or not; when it throws, the former id stays
     */
    private static void strengthenIds(PayaraMembers members, Object manager, Runnable beforeNext) {
        Answer next = arguments -> {
            beforeNext.run();
            byte[] bytes = new byte[ID_BYTES];
            RANDOM.nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        };
        members.setGenerator.on(manager, ServerMembers.proxy(members.generator, Map.of("generateUuid", next)));
    }
}
