// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** In the folder of scripts a changed file counts at the next request; shown with a development deployment. */
@ExtendWith(ArquillianExtension.class)
class ReloadIT {
    private static final Path FOLDER = Deployments.folder();

    private final ScriptClient client = new ScriptClient();

    @Deployment(testable = false)
    static WebArchive application() throws IOException {
        restore();
        return Deployments.war(
                "reload",
                Map.of(
                        "scripting.scripts.directory", FOLDER.toString(),
                        "scripting.development", "true",
                        "scripting.session.never-expires", "allow"));
    }

    @BeforeEach
    void restoreTheFolder() throws IOException {
        restore();
    }

    @Test
    void aChangedScriptCountsAtTheNextRequest() throws IOException {
        for (int i = 0; i < 20; i++) {
            change("page.mjs", "\"sdk/http\";", "\"sdk/http\";\nresponse.print(" + i + ");");

            assertEquals(i + "page with first", body("page.mjs"));
            restore();
        }
    }

    @Test
    void aChangeOfTheSameLengthCountsToo() throws IOException {
        assertEquals("page with first", body("page.mjs"));
        for (String word : new String[] {"other", "third", "forth"}) {
            restore();
            change("part.mjs", "first", word);

            assertEquals("page with " + word, body("page.mjs"));
        }
    }

    @Test
    void aBrokenChangeFailsThatScriptAloneUntilItIsMended() throws IOException {
        change("page.mjs", "${part}", "${");

        HttpResponse<String> broken = client.get("js/page.mjs");
        assertEquals(500, broken.statusCode(), broken::body);
        assertTrue(ScriptClient.json(broken).getString("stack").contains("page.mjs:5:1"), broken::body);
        assertEquals("other", body("other.mjs"));

        restore();
        assertEquals("page with first", body("page.mjs"));
    }

    @Test
    void aBrokenImportFailsTheScriptsThatNeedIt() throws IOException {
        change("part.mjs", "part", "renamed");

        HttpResponse<String> broken = client.get("js/page.mjs");
        assertEquals(500, broken.statusCode(), broken::body);
        assertTrue(ScriptClient.json(broken).getString("stack").contains("page.mjs:2:1"), broken::body);
        assertEquals("other", body("other.mjs"));
    }

    @Test
    void aNewScriptCountsAndARemovedOneIsGone() throws IOException {
        assertEquals(404, client.get("js/new.mjs").statusCode());
        Files.copy(FOLDER.resolve("other.mjs"), FOLDER.resolve("new.mjs"));
        assertEquals("other", body("new.mjs"));

        Files.delete(FOLDER.resolve("new.mjs"));
        assertEquals(404, client.get("js/new.mjs").statusCode());
    }

    @Test
    void theFolderComesBeforeTheScriptsOfTheWar() throws IOException {
        Path own = Files.createDirectories(FOLDER.resolve("it")).resolve("other.mjs");
        assertEquals("other", body("it/other.mjs"));

        Files.copy(FOLDER.resolve("page.mjs"), own);
        Files.writeString(own, Files.readString(own).replace("./part.mjs", "../part.mjs"));
        assertEquals("page with first", body("it/other.mjs"));

        Files.delete(own);
        assertEquals("other", body("it/other.mjs"));
    }

    @Test
    void inDevelopmentAFailureShowsItsPlace() {
        HttpResponse<String> response = client.get("js/it/fails.mjs");

        assertEquals(500, response.statusCode());
        String stack = ScriptClient.json(response).getString("stack");
        assertTrue(stack.contains("the reason"), stack);
        assertTrue(stack.contains("it/_thrower.mjs:2:9"), stack);
        assertTrue(stack.contains("it/fails.mjs:3:1"), stack);
        assertTrue(!stack.contains("java.") && !stack.contains("sdk:/"), stack);
    }

    @Test
    void inDevelopmentAnUncaughtErrorOfTheSdkShowsTheScriptsPlace() {
        String stack = ScriptClient.json(client.get("js/it/misuse.mjs")).getString("stack");

        assertTrue(stack.contains("it/misuse.mjs:3:1"), stack);
        assertTrue(stack.contains("INVALID_NAME") || stack.contains("name"), stack);
    }

    @Test
    void whereItIsAllowedASessionMayNeverExpire() {
        assertEquals(
                "{\"returned\":[true,true,true,true]}",
                client.get("js/it/forever.mjs/set").body());
    }

    private String body(String path) {
        HttpResponse<String> response = client.get("js/" + path);
        assertEquals(200, response.statusCode(), response::body);
        return response.body();
    }

    private static void change(String file, String from, String to) throws IOException {
        Path path = FOLDER.resolve(file);
        Files.writeString(path, Files.readString(path).replace(from, to));
    }

    private static void restore() throws IOException {
        for (String name : new String[] {"page.mjs", "part.mjs", "other.mjs"}) {
            Files.copy(
                    Deployments.resource("scripts/reload/" + name),
                    FOLDER.resolve(name),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
