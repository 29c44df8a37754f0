// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the product promises everywhere, on every server and JDK that the documentation names; and where it must not start. */
@Timeout(300)
class MatrixIT {
    private static final String JDK = System.getProperty("java.home");

    /** The home of a newer JDK, of 21 or later; some servers need one. */
    private static final String NEWER_JDK = System.getProperty("matrix.jdk");

    /** Servers whose port of JMS is open on all addresses, whatever their configuration says: not where others may reach it. */
    private static final boolean WITH_OPEN_PORTS = Boolean.getBoolean("matrix.open");

    /** A line of a log that is a warning of ours, or of the engine's. */
    private static final Pattern OURS =
            Pattern.compile("(?m)^.*(WARN|SEVERE|ERROR).*(scriptingsession|SCRIPTING-|graalvm|truffle|polyglot).*$");

    static Stream<Arguments> servers() {
        Stream<Arguments> here = Stream.of("payara-micro-6", "wildfly-39", "wildfly-35", "liberty", "glassfish-7")
                .filter(server -> WITH_OPEN_PORTS || !server.startsWith("glassfish"))
                .map(server -> Arguments.of(server, JDK));
        Stream<Arguments> newer = Stream.of(
                        "payara-micro-6",
                        "payara-micro-6-optimized",
                        "payara-micro-7",
                        "wildfly-39",
                        "wildfly-39-optimized",
                        "liberty")
                .map(server -> Arguments.of(server, NEWER_JDK));
        return Stream.concat(here, newer);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void theProductRuns(String server, String jdk) throws IOException {
        // what Payara's whole WAR brings comes before what the JVM has
        String war = server.equals("payara-micro-6-optimized") ? "matrix.thin" : "it.war";
        try (MatrixServer node = new MatrixServer(server, jdk, war).awaitReady()) {
            String cookie = sessionIsSharedBothWays(node, !server.startsWith("glassfish"));
            updatesAreAtomic(node, cookie);
            runsAreIsolated(node);
            nothingOfTheHostIsThere(node);
            errorsAreProblems(node);
            List<String> warnings = OURS.matcher(node.log())
                    .results()
                    .map(result -> result.group())
                    .filter(line -> !isExpected(server, line))
                    .toList();
            assertEquals(List.of(), warnings);
            assertEquals(server.endsWith("-optimized"), node.log().matches("(?s).* On: [^.]*compiled scripts.*"));
        }
    }

    /** What the tests make scripts do; GlassFish is told from Payara by what it lacks, and the log says what that is. */
    private static boolean isExpected(String server, String line) {
        return line.contains("exchange.ErrorAnswer")
                || line.contains("SCRIPTING-0208: it/fails.mjs")
                || line.contains("SCRIPTING-0301: it/endless.mjs")
                || server.startsWith("glassfish")
                        && (line.contains("cdi.ScriptingInitializer") || line.contains("server.SessionServers"));
    }

    @ParameterizedTest
    @CsvSource({"payara-server-plain, SCRIPTING-0806", "glassfish-7, SCRIPTING-0805"})
    @EnabledIfSystemProperty(
            named = "matrix.open",
            matches = "true",
            disabledReason = "their port of JMS is open on all addresses")
    void aDistributableApplicationIsRefusedThere(String server, String mistake) throws IOException {
        aDistributableApplicationIsRefused(server, mistake);
    }

    @ParameterizedTest
    @CsvSource({"wildfly-39, SCRIPTING-0807", "liberty, SCRIPTING-0808"})
    void aDistributableApplicationIsRefused(String server, String mistake) throws IOException {
        try (MatrixServer node = new MatrixServer(server, JDK, "cluster.war")) {
            node.awaitSaid(mistake);

            assertFalse(node.status("/js/health.mjs") == 200, "it runs");
        }
    }

    private static String sessionIsSharedBothWays(MatrixServer node, boolean sameSite) throws IOException {
        HttpResponse<String> first = node.get("/js/it/share.mjs", "");
        String header = first.headers().firstValue("Set-Cookie").orElseThrow();
        String cookie = header.substring(0, header.indexOf(';'));

        assertTrue(cookie.startsWith("SCRIPTINGSID="), header);
        assertTrue(header.toLowerCase(Locale.ROOT).contains("httponly"), header);
        assertEquals(sameSite, header.toLowerCase(Locale.ROOT).contains("samesite=lax"), header);
        assertEquals("null", first.body());
        assertEquals("from a script", node.get("/neighbour", cookie).body());
        assertEquals("from Java", node.get("/js/it/share.mjs", cookie).body());
        return cookie;
    }

    private static void updatesAreAtomic(MatrixServer node, String cookie) throws IOException {
        IntStream.range(0, 40).parallel().forEach(i -> {
            try {
                assertEquals(200, node.get("/js/it/count.mjs", cookie).statusCode());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertEquals("41", node.get("/js/it/count.mjs", cookie).body());
    }

    private static void runsAreIsolated(MatrixServer node) throws IOException {
        for (int i = 0; i < 3; i++) {
            assertEquals(
                    "1 TypeError TypeError", node.get("/js/it/isolated.mjs", "").body());
        }
    }

    private static void nothingOfTheHostIsThere(MatrixServer node) throws IOException {
        assertEquals("", node.get("/js/it/sandbox.mjs", "").body());
    }

    private static void errorsAreProblems(MatrixServer node) throws IOException {
        HttpResponse<String> failed = node.get("/js/it/fails.mjs", "");
        assertEquals(500, failed.statusCode());
        assertTrue(failed.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"));
        assertTrue(failed.body().contains("errorId") && !failed.body().contains("secret"), failed.body());
        assertEquals(404, node.status("/js/it/none.mjs"));
        // Open Liberty refuses such a path itself
        assertTrue(List.of(404, 400).contains(node.status("/js/it/%2e%2e/%2e%2e/web.xml")));
        assertEquals(503, node.status("/js/it/endless.mjs"));
    }
}
