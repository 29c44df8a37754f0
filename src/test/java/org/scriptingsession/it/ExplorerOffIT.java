// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scriptingsession.it.app.ExplorerOfApplication;

/** Without its setting there is no explorer: what is below its path is the application's, or nobody's. */
@ExtendWith(ArquillianExtension.class)
class ExplorerOffIT {
    private static final String OFF = "off";
    private static final String OWN = "own";
    private static final String TAKEN = "taken";

    /** Everything that the explorer has, and what is beside it. */
    private static final List<String> PATHS = List.of(
            "",
            "/",
            "/index.html",
            "/explorer.mjs",
            "/explorer.css",
            "/lib/standalone.module.js",
            "/api/",
            "/api/open",
            "/api/session",
            "/api/attribute?name=%22a%22",
            "/api/scripts",
            "/api/server",
            "/api/scratch",
            "/x/y");

    @ArquillianResource
    private Deployer deployer;

    private final ScriptClient client = new ScriptClient();

    @Deployment(name = OFF, managed = false, testable = false)
    static WebArchive off() {
        return Deployments.war("explorer");
    }

    @Deployment(name = OWN, managed = false, testable = false)
    static WebArchive own() {
        return Deployments.withSettings(
                Deployments.named("it-own.war", "explorer").addClass(ExplorerOfApplication.class),
                Map.of("scripting.explorer", "off"));
    }

    @Deployment(name = TAKEN, managed = false, testable = false)
    static WebArchive taken() {
        return Deployments.withSettings(
                Deployments.named("it-taken.war", "explorer").addClass(ExplorerOfApplication.class),
                Map.of("scripting.explorer", "local"));
    }

    /** As any path that nothing is at, but for its own name in it. */
    @Test
    void everyPathBelowItIsAnsweredAsIfItWereNotThere() {
        deployer.deploy(OFF);
        try {
            for (String path : PATHS) {
                for (String method : List.of("GET", "HEAD", "POST", "OPTIONS", "DELETE")) {
                    assertEquals(answer(method, "nowhere1" + path), answer(method, "explorer" + path), method + path);
                }
            }
        } finally {
            deployer.undeploy(OFF);
        }
    }

    private List<Object> answer(String method, String path) {
        HttpResponse<String> answer =
                client.send(method, path, BodyPublishers.noBody(), ExplorerClient.TOKEN, "open", "Accept", "text/html");
        assertTrue(answer.statusCode() >= 400 || method.equals("OPTIONS"), path + " " + answer.statusCode());
        Map<String, List<String>> headers = new TreeMap<>();
        answer.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        headers.remove("date");
        return new ArrayList<>(
                List.of(answer.statusCode(), headers.toString(), answer.body().replace("explorer", "nowhere1")));
    }

    @Test
    void thePathIsTheApplications() {
        deployer.deploy(OWN);
        try {
            for (String path : List.of("/", "/explorer.mjs", "/api/open")) {
                HttpResponse<String> answer = client.send("POST", "/it-own/explorer" + path, BodyPublishers.noBody());
                assertEquals("200 POST " + path, answer.statusCode() + " " + answer.body());
                assertEquals(
                        0, answer.headers().allValues("Content-Security-Policy").size());
            }
        } finally {
            deployer.undeploy(OWN);
        }
    }

    /** One of both would be called, and which one would depend on the server. */
    @Test
    void twoComponentsAtOnePathAreRefused() {
        String said = Refusals.of(deployer, TAKEN, "/it-taken/");

        assertTrue(said.contains("SCRIPTING-0825"), said);
    }
}
