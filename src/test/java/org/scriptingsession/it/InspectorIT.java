// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scriptingsession.cases.DevTools;

/** Somebody debugs scripts in the server, by the Chrome DevTools protocol. */
@Timeout(300)
@ExtendWith(ArquillianExtension.class)
class InspectorIT {
    private static final String INSPECTED = "inspected";
    private static final String WITHOUT_TOOL = "withoutTool";
    private static final int PORT = FreePort.next();
    private static final long TIMEOUT_MILLIS = 3000;

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = INSPECTED, managed = false, testable = false)
    static WebArchive inspected() {
        return Deployments.withSettings(Deployments.whole("it.war", "inspector"), settings())
                .addAsLibraries(
                        Deployments.other("chromeinspector-tool"),
                        Deployments.other("profiler-tool"),
                        Deployments.other("json-"));
    }

    @Deployment(name = WITHOUT_TOOL, managed = false, testable = false)
    static WebArchive withoutTool() {
        return Deployments.withSettings(Deployments.whole("it-without.war", "inspector"), settings());
    }

    private static Map<String, String> settings() {
        return Map.of(
                "scripting.development", "true",
                "scripting.inspect", "127.0.0.1:" + PORT,
                "scripting.timeout", "PT3S");
    }

    @Test
    void requestsStopAtABreakpointAndGoOn() throws IOException {
        deployer.deploy(INSPECTED);
        try (DevTools tools = new DevTools(address())) {
            tools.breakAt("stops.mjs", 7);
            for (String name : new String[] {"a", "b"}) {
                CompletableFuture<HttpResponse<String>> answer = request(name);
                JsonObject stop = tools.pausedFrame();
                assertEquals(7, DevTools.line(stop));
                assertEquals("\"" + name + "\"", tools.variable(stop, "name"));
                tools.stepInto();
                JsonObject inside = tools.pausedFrame();
                assertEquals("double", inside.getString("functionName"));
                assertEquals("\"" + name + "\"", tools.variable(inside, "text"));
                tools.stepOver();
                JsonObject next = tools.pausedFrame();
                assertEquals(3, DevTools.line(next));
                assertEquals("\"" + name + name + "\"", tools.variable(next, "both"));
                tools.resume();
                assertEquals(name + name + System.lineSeparator(), answer.join().body());
            }
            stopsLongerThanTheDeadline(tools);
            stopsAfterAFlush(tools);
        } finally {
            deployer.undeploy(INSPECTED);
        }
        assertThrows(ConnectException.class, () -> new Socket(InetAddress.getLoopbackAddress(), PORT).close());
    }

    private static void stopsLongerThanTheDeadline(DevTools tools) {
        CompletableFuture<HttpResponse<String>> answer = request("late");
        JsonObject stop = tools.pausedFrame();
        String wait = "(() => { while (Date.now() - began < " + 2 * TIMEOUT_MILLIS + "); return true; })()";
        assertEquals("true", tools.evaluate(stop, wait));
        assertFalse(answer.isDone());
        tools.resume();
        assertEquals(200, answer.join().statusCode(), answer.join()::body);
    }

    private static void stopsAfterAFlush(DevTools tools) throws IOException {
        tools.breakAt("flushes.mjs", 5);
        try (RawExchange exchange = RawExchange.begin("GET /it/js/it/flushes.mjs", "Connection: close")) {
            tools.pausedFrame();
            exchange.readUntil("begun");
            tools.resume();

            String answer = exchange.readToEnd();
            assertTrue(answer.contains("ended"), answer);
        }
    }

    @Test
    void withoutTheToolTheDeploymentIsRefusedWithWhatToAdd() {
        String said = Refusals.of(deployer, WITHOUT_TOOL, "/it-without/");

        assertTrue(said.contains("SCRIPTING-0826"), said);
        assertTrue(said.contains("org.graalvm.tools:chromeinspector-tool"), said);
    }

    private static CompletableFuture<HttpResponse<String>> request(String name) {
        return CompletableFuture.supplyAsync(() -> new ScriptClient().get("js/it/stops.mjs?name=" + name));
    }

    /** What editors ask for: the address has a secret in it. */
    private static URI address() {
        try {
            HttpRequest list = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + "/json"))
                    .build();
            String body = HttpClient.newHttpClient()
                    .send(list, BodyHandlers.ofString())
                    .body();
            try (JsonReader reader = Json.createReader(new StringReader(body))) {
                return URI.create(reader.readArray().getJsonObject(0).getString("webSocketDebuggerUrl"));
            }
        } catch (IOException e) {
            throw new AssertionError("nothing listens on port " + PORT, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
