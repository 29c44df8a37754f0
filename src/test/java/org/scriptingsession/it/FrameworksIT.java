// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scriptingsession.it.app.FormLogin;
import org.scriptingsession.it.app.Users;
import org.scriptingsession.it.app.frameworks.NoteController;

/** What Faces, Soteria, Krazo and CDI keep in the session is out of scripts' reach, and outlives all that a script can clear. */
@ExtendWith(ArquillianExtension.class)
class FrameworksIT {
    private static final String SCRIPT = "frameworks.mjs";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final List<String> OWN = List.of("com.example.own", "own");
    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]* value=\"([^\"]+)\"");

    private final ScriptClient client = new ScriptClient();
    private String page;
    private String note;

    @Deployment(testable = false)
    static WebArchive application() {
        WebArchive war = Deployments.library("frameworks")
                .addPackage(NoteController.class.getPackage())
                .addClasses(FormLogin.class, Users.class)
                .addAsWebInfResource(
                        Deployments.resource("faces/faces-config.xml").toFile(), "faces-config.xml")
                .addAsWebInfResource(Deployments.resource("frameworks/note.jsp").toFile(), "note.jsp")
                .addAsWebResource(
                        Deployments.resource("frameworks/clicks.xhtml").toFile(), "clicks.xhtml")
                .addAsWebResource(Deployments.resource("login/login.html").toFile(), "login.html")
                .addAsWebResource(Deployments.resource("login/refused.html").toFile(), "refused.html");
        // Payara brings Jakarta MVC itself
        return System.getProperty("arquillian.launch").equals("wildfly")
                ? war.addAsLibraries(
                        Deployments.other("jakarta.mvc-api-"),
                        Deployments.other("krazo-core-"),
                        Deployments.other("krazo-resteasy-"))
                : war;
    }

    /** A page of Faces that was clicked once, a form with a token, a login that has begun, and attributes of a script. */
    @BeforeEach
    void allKeepSomething() {
        page = client.body("clicks.xhtml");
        click();
        note = client.body("mvc/note").strip();
        assertEquals(302, client.get("js/it/users.mjs").statusCode());
        client.value(SCRIPT, "store");
    }

    @Test
    void scriptsListNoneOfIt() {
        String all = " " + String.join(" ", names());

        assertTrue(all.contains(" com.sun.faces."), all);
        assertTrue(all.contains(" org.glassfish.soteria."), all);
        assertTrue(all.contains(" org.eclipse.krazo."), all);
        assertTrue(all.contains("WELD_") || all.contains("org.weld."), all);
        assertEquals("[\"com.example.own\",\"own\"]", client.value(SCRIPT, "names"));
    }

    @Test
    void scriptsNeitherReadNorChangeAnyOfIt() {
        List<String> before = names();
        List<String> others =
                before.stream().filter(name -> !OWN.contains(name)).toList();

        JsonValue attempts = ScriptClient.json(client.post(
                        "js/it/" + SCRIPT + "/attempt",
                        Json.createArrayBuilder(others).build().toString()))
                .get("returned");

        String refused = "[null,true,false" + ",\"TypeError INVALID_NAME\"".repeat(5) + "]";
        assertEquals(
                others.stream().map(name -> refused).collect(Collectors.joining(",", "[", "]")),
                String.valueOf(attempts));
        assertEquals(before, names());
    }

    @Test
    void facesGoesOnAfterAScriptClearedAllItSaw() {
        assertEquals("[]", client.value(SCRIPT, "clear"));

        click();

        assertTrue(page.contains("<p>2 of 2</p>"), page);
    }

    @Test
    void theTokenIsGoodAfterAScriptClearedAllItSaw() {
        assertEquals(
                403, client.post("mvc/note", "text=hello", "Content-Type", FORM).statusCode());
        assertEquals("[]", client.value(SCRIPT, "clear"));

        var answer = client.post("mvc/note", note.replace("=nothing", "=hello"), "Content-Type", FORM);

        assertEquals(200, answer.statusCode(), answer::body);
        assertEquals(note.replace("=nothing", "=hello"), answer.body().strip());
    }

    @Test
    void theLoginGoesOnAfterAScriptClearedAllItSaw() {
        assertEquals("[]", client.value(SCRIPT, "clear"));

        var answer = client.post("j_security_check", "j_username=alice&j_password=alice%21", "Content-Type", FORM);

        assertEquals(302, answer.statusCode(), answer::body);
        assertEquals(
                Deployments.base().resolve("js/it/users.mjs").toString(),
                answer.headers().firstValue("Location").orElse("nowhere"));
        assertEquals("alice\n", client.body("js/it/users.mjs"));
        assertEquals("[]", client.value(SCRIPT, "clear"));
        assertEquals("alice\n", client.body("js/it/users.mjs"));
    }

    private void click() {
        Matcher state = VIEW_STATE.matcher(page);
        assertTrue(state.find(), page);
        var answer = client.post(
                "clicks.xhtml",
                "form=form&click=Click&jakarta.faces.ViewState="
                        + URLEncoder.encode(state.group(1), StandardCharsets.UTF_8),
                "Content-Type",
                FORM);
        assertEquals(200, answer.statusCode(), answer::body);
        page = answer.body();
    }

    private List<String> names() {
        try (JsonReader reader = Json.createReader(new StringReader(client.body("names")))) {
            return reader.readArray().getValuesAs(JsonString::getString);
        }
    }
}
