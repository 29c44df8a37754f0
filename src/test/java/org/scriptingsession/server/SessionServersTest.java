// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.ServletContext;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.config.FixedConfig;
import org.scriptingsession.config.ScriptingConfigReader;
import org.scriptingsession.server.ServerMembers.MissingMembersException;

/** A server is found once, and one that cannot share sessions refuses an application of several nodes. */
class SessionServersTest {
    private static final String ALONE = "<web-app><description>distributable</description></web-app>";
    private static final String DISTRIBUTABLE = "<web-app xmlns='urn:any'><distributable/></web-app>";

    private final SessionServers servers = new SessionServers();
    private boolean watching;

    SessionServersTest() {
        servers.config = ScriptingConfigReader.read(new FixedConfig(Map.of()));
        servers.standstill = new Standstill() {
            @Override
            public void begin() {
                watching = true;
            }

            @Override
            public void end() {
                watching = false;
            }
        };
    }

    @Test
    void askingBeforeTheStartIsAnError() {
        assertThrows(IllegalStateException.class, servers::server);
    }

    @Test
    void anUnknownServerServesAnApplicationOfOneNode() {
        servers.open(context(ALONE));

        assertFalse(servers.server().sharesSessions());
        assertFalse(watching);
    }

    @Test
    void anUnknownServerRefusesALimitThatItCannotHold() {
        servers.config = ScriptingConfigReader.read(new FixedConfig(Map.of("scripting.sessions.max", "5")));

        var refused = assertThrows(ScriptingException.class, () -> servers.open(context(ALONE)));

        assertEquals("SCRIPTING-0413", refused.id());
    }

    @Test
    void anUnknownServerRefusesAnApplicationOfSeveralNodes() {
        var refused = assertThrows(ScriptingException.class, () -> servers.open(context(DISTRIBUTABLE)));

        assertEquals("SCRIPTING-0808", refused.id());
        assertTrue(refused.getMessage().contains("Another Server 1.0"), refused.getMessage());
        assertFalse(watching);
    }

    @Test
    void whatIsMissingIsNamedToAnApplicationOfSeveralNodes() {
        var refused = assertThrows(
                ScriptingException.class,
                () -> SessionServers.open(failing(missing("some.Type.gone()")), application(true)));

        assertEquals("SCRIPTING-0805", refused.id());
        assertTrue(refused.getMessage().contains("some.Type.gone()"), refused.getMessage());
        assertTrue(refused.getMessage().contains("Known 1.0"), refused.getMessage());
    }

    @Test
    void anApplicationOfOneNodeStartsWithoutWhatIsMissing() {
        SessionServer server = SessionServers.open(failing(missing("some.Type.gone()")), application(false));

        assertSame(PlainServer.class, server.getClass());
        // the log says that it does not work
        server.cut(null);
    }

    /** The text goes through MessageFormat, where an apostrophe is more than itself. */
    @Test
    void theLogOfAnApplicationOfOneNodeNamesWhatIsMissing() {
        String line = MessageFormat.format(SessionServers.OTHER_VERSION, "Known 1.0", "some.Type.gone()");

        assertTrue(line.contains("Known 1.0"), line);
        assertTrue(line.contains("some.Type.gone()"), line);
    }

    @Test
    void aGridThatDoesNotAnswerIsToldFromAnotherVersion() {
        var grid = new GridException("no answer", null);

        var refused =
                assertThrows(ScriptingException.class, () -> SessionServers.open(failing(grid), application(true)));

        assertEquals("SCRIPTING-0804", refused.id());
        assertSame(grid, refused.getCause());
    }

    @Test
    void bothServersAreKnownByTheirPrefixes() {
        List<String> prefixes = KnownServer.all()
                .flatMap(known -> known.attributePrefixes().stream())
                .toList();

        assertTrue(prefixes.containsAll(List.of("fish.payara.", "org.glassfish.", "io.undertow.", "org.wildfly.")));
        assertTrue(KnownServer.all().noneMatch(known -> known.runs(context(ALONE))));
    }

    private static MissingMembersException missing(String member) {
        return new MissingMembersException(List.of(member));
    }

    private StartingApplication application(boolean distributable) {
        return new StartingApplication(context(ALONE), distributable, servers.standstill, null, null);
    }

    private static KnownServer failing(RuntimeException reason) {
        return new KnownServer() {
            @Override
            public boolean runs(ServletContext context) {
                return true;
            }

            @Override
            public String version() {
                return "Known 1.0";
            }

            @Override
            public SessionServer open(StartingApplication application) {
                throw reason;
            }

            @Override
            public List<String> attributePrefixes() {
                return List.of();
            }
        };
    }

    private static ServletContext context(String descriptor) {
        return (ServletContext) Proxy.newProxyInstance(
                SessionServersTest.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getResourceAsStream" -> new ByteArrayInputStream(descriptor.getBytes(StandardCharsets.UTF_8));
                    case "getServerInfo" -> "Another Server 1.0";
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
