// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.wildfly;

import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.server.KnownServer;
import org.scriptingsession.server.SessionServer;
import org.scriptingsession.server.StartingApplication;

/** WildFly, whose servlet container is Undertow. */
public final class WildFly implements KnownServer {
    private static final String UNDERTOW = "io.undertow.servlet.spec.ServletContextImpl";

    private static final Map<String, String> MODULES = Map.of(
            "sun.misc.Unsafe",
            "jdk.unsupported",
            "com.sun.management.ThreadMXBean",
            "jdk.management",
            "io.undertow.server.HttpServerExchange",
            "io.undertow.core",
            UNDERTOW,
            "io.undertow.servlet",
            "org.xnio.Options",
            "org.jboss.xnio");

    @Override
    public boolean runs(ServletContext context) {
        return context.getClass().getName().equals(UNDERTOW);
    }

    @Override
    public List<String> attributePrefixes() {
        return List.of("io.undertow.", "org.wildfly.", "org.jboss.");
    }

    @Override
    public String version() {
        return "WildFly 39.0.1";
    }

    @Override
    public void sameSite(ServletContext context, String value) {
        KnownServer.super.sameSite(context, value);
        UndertowCookies.sameSite(context, value);
    }

    /** What the manifest of the jar asks for; without it the engine would fail in words of its own, or later. */
    @Override
    public SessionServer open(StartingApplication application) {
        List<String> hidden = MODULES.keySet().stream()
                .filter(type -> !isVisible(type))
                .sorted()
                .toList();
        if (!hidden.isEmpty()) {
            throw Mistake.MODULES_HIDDEN.with(
                    String.join(", ", hidden),
                    hidden.stream()
                            .map(type -> "<module name=\"" + MODULES.get(type) + "\"/>")
                            .collect(Collectors.joining()));
        }
        return application.distributable() ? WildFlyServer.open(application) : new WildFlyNode(application, null);
    }

    private static boolean isVisible(String type) {
        try {
            Class.forName(type, false, WildFly.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException hidden) {
            return false;
        }
    }
}
