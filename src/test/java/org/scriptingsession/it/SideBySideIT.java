// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scriptingsession.it.app.side.Extra;
import org.scriptingsession.it.app.side.Own;
import org.scriptingsession.it.app.side.PoolsServlet;
import org.scriptingsession.it.redeploy.ServerLog;
import org.scriptingsession.it.redeploy.Traffic;
import org.scriptingsession.it.redeploy.Waiter;

/** Several applications of one server know nothing of each other, and one is deployed again while the others serve. */
@ExtendWith(ArquillianExtension.class)
class SideBySideIT {
    /**
     * The second of each group has settings, a script and a bean that the others have not. No name begins with another: the
     * client of the JDK would take one's cookies for the other's.
     */
    private static final List<String> SHARED_ENGINE = List.of("it-thin-first", "it-thin-other", "it-thin-library");

    private static final List<String> OWN_ENGINES = List.of("it-library", "it-whole-other");

    /** Payara has shut Jersey's parts down when it ends the servlet of an application that was serving: the answer is whole. */
    private static final String TAKEN_APART =
            "Servlet.destroy() for servlet org.scriptingsession.rest.ScriptApplication";

    private final ScriptClient client = new ScriptClient();
    private final Set<String> deployed = new TreeSet<>();

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "it-thin-first", managed = false, testable = false)
    static WebArchive thin() {
        return withComponents(Deployments.named("it-thin-first.war", "side"));
    }

    @Deployment(name = "it-thin-other", managed = false, testable = false)
    static WebArchive otherThin() {
        return other(Deployments.named("it-thin-other.war", "side"));
    }

    @Deployment(name = "it-thin-library", managed = false, testable = false)
    static WebArchive thinLibrary() {
        return withComponents(Deployments.thinLibrary("it-thin-library.war", "side"));
    }

    @Deployment(name = "it-whole-other", managed = false, testable = false)
    static WebArchive otherWhole() {
        return other(Deployments.whole("it-whole-other.war", "side"));
    }

    @Deployment(name = "it-library", managed = false, testable = false)
    static WebArchive library() {
        return withComponents(Deployments.library("it-library.war", "side"));
    }

    private static WebArchive withComponents(WebArchive war) {
        for (String script : List.of("visit.mjs", "wait.mjs")) {
            war.addAsWebInfResource(
                    Deployments.resource("scripts/redeploy/" + script).toFile(), "scripts/it/" + script);
        }
        return war.addClasses(Own.class, PoolsServlet.class, Waiter.class, Waiter.Call.class);
    }

    private static WebArchive other(WebArchive war) {
        Map<String, String> settings =
                Map.of("scripting.path", "scripts", "scripting.session.attribute.max-bytes", "1024");
        return Deployments.withSettings(withComponents(war), settings)
                .addAsWebInfResource(Deployments.resource("side/only.mjs").toFile(), "scripts/it/only.mjs")
                .addClass(Extra.class);
    }

    @AfterEach
    void undeploy() {
        deployed.forEach(deployer::undeploy);
    }

    @Test
    void threeThatShareTheEngine() throws Exception {
        check(SHARED_ENGINE);
    }

    @Test
    void twoWithEnginesOfTheirOwn() throws Exception {
        check(OWN_ENGINES);
    }

    private void check(List<String> applications) throws Exception {
        deploy(applications.get(0));
        ServerLog log = ServerLog.now();
        applications.subList(1, applications.size()).forEach(this::deploy);

        checkSettingsScriptsAndBeans(applications);
        checkSessions(applications);
        checkPools(applications);
        checkRedeploy(applications);

        undeploy();
        deployed.clear();
        assertTrue(log.text().contains(applications.get(1)), "not the log of this server");
        assertFalse(log.fromTheBeginning().contains("Unable to read jar"), "not all that is installed is a library");
        assertEquals(
                List.of(),
                log.faults().stream()
                        .filter(fault -> !fault.contains(TAKEN_APART))
                        .toList());
    }

    private void deploy(String application) {
        deployer.deploy(application);
        deployed.add(application);
    }

    private void checkSettingsScriptsAndBeans(List<String> applications) {
        for (String application : applications) {
            boolean isOther = application.equals(applications.get(1));
            assertEquals(
                    404,
                    client.get("/" + application + (isOther ? "/js" : "/scripts") + "/it/extra.mjs")
                            .statusCode());
            assertEquals(
                    isOther ? 200 : 404,
                    client.get(path(application, "only.mjs")).statusCode());
            String extra = client.body(path(application, "extra.mjs"));
            assertTrue(isOther ? extra.equals("extra") : extra.contains("there is no bean \"beans/it/extra\""), extra);
            String large = client.body(path(application, "side.mjs/large"));
            assertTrue(large.contains(isOther ? "LIMIT_EXCEEDED" : "{\"returned\":true}"), large);
            assertEquals("\"/" + application + "\"", value(application, "application"));
            assertEquals("1", value(application, "calls"));
        }
    }

    private void checkSessions(List<String> applications) throws IOException {
        String first = applications.get(0);
        assertEquals("\"/" + first + "\"", value(first, "set"));
        ScriptClient stranger = new ScriptClient();
        stranger.get(path(first, "side.mjs/set"));
        String cookie = stranger.sessionCookie().orElseThrow();
        for (String other : applications.subList(1, applications.size())) {
            assertEquals("null", value(other, "get"));
            assertEquals("\"/" + other + "\"", value(other, "set"));
            String read = raw(path(other, "side.mjs/get"), "Cookie: " + cookie);
            assertTrue(read.contains("{\"returned\":null}"), read);
            // who has an id of one application has none of the other's
            String written = raw(path(other, "side.mjs/set"), "Cookie: " + cookie);
            assertTrue(written.contains("Set-Cookie: " + ScriptClient.SESSION_COOKIE), written);
            assertFalse(written.contains(cookie), written);
        }
        checkOwners(applications);
    }

    private static String raw(String path, String header) throws IOException {
        try (RawExchange exchange = RawExchange.begin("GET " + path, header, "Connection: close")) {
            return exchange.readToEnd();
        }
    }

    private void checkOwners(List<String> applications) {
        applications.forEach(application -> assertEquals("\"/" + application + "\"", value(application, "get")));
    }

    private void checkPools(List<String> applications) {
        Set<String> expected = applications.stream()
                .map(application -> "/" + application + " it/extra.mjs"
                        + (application.equals(applications.get(1)) ? " it/only.mjs" : "") + " it/side.mjs")
                .collect(Collectors.toSet());
        for (String application : applications) {
            assertEquals(
                    expected, client.body("/" + application + "/pools").lines().collect(Collectors.toSet()));
        }
    }

    private void checkRedeploy(List<String> applications) throws Exception {
        String again = applications.get(1);
        List<String> others =
                applications.stream().filter(name -> !name.equals(again)).toList();
        List<Traffic> users = others.stream()
                .map(name -> new Traffic(Deployments.base().resolve("/" + name + "/")))
                .toList();
        try {
            for (Traffic traffic : users) {
                assertTrue(traffic.isServed(), () -> String.valueOf(traffic.answers()));
            }
            undeployUnderWay(again);
            assertEquals(404, client.get(path(again, "side.mjs/get")).statusCode());
            assertEquals(
                    others.size(),
                    client.body("/" + others.get(0) + "/pools").lines().count());
            deploy(again);
        } finally {
            users.forEach(Traffic::close);
        }
        for (Traffic traffic : users) {
            assertEquals(Set.of("200"), traffic.answers().keySet());
        }
        checkOwners(others);
        assertEquals("null", value(again, "get"));
        assertEquals("1", value(again, "calls"));
        assertEquals("2", value(others.get(0), "calls"));
    }

    /** What has begun ends well. */
    private void undeployUnderWay(String application) throws IOException {
        String request = "GET " + path(application, "begun.mjs");
        try (RawExchange underWay = RawExchange.begin(request, "Connection: close")) {
            underWay.readUntil("begun");
            deployer.undeploy(application);
            deployed.remove(application);
            String answer = underWay.readToEnd();
            assertTrue(answer.contains("fine 1"), answer);
        }
    }

    private String value(String application, String name) {
        String answer = client.body(path(application, "side.mjs/" + name));
        return ScriptClient.json(answer).getValue("/returned").toString();
    }

    private static String path(String application, String script) {
        boolean isOther = Stream.of(SHARED_ENGINE, OWN_ENGINES).anyMatch(group -> application.equals(group.get(1)));
        return "/" + application + (isOther ? "/scripts/it/" : "/js/it/") + script;
    }
}
