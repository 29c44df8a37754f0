// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * In the folder of scripts a changed file counts at the next request, and so does another folder where the setting's name leads
 * to; shown with a development deployment.
 */
@ExtendWith(ArquillianExtension.class)
class ReloadIT {
    private static final Path FOLDER = Deployments.folder();
    private static final Path OTHER_RELEASE = Deployments.folder();
    private static final Path CURRENT = FOLDER.resolveSibling(FOLDER.getFileName() + "-current");
    private static final String[] FILES = {"page.mjs", "part.mjs", "other.mjs", "waiting.mjs"};

    private final ScriptClient client = new ScriptClient();

    @Deployment(testable = false)
    static WebArchive application() throws IOException {
        restore();
        return Deployments.war(
                "reload",
                Map.of(
                        "scripting.scripts.directory", CURRENT.toString(),
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
    void jsonAndTheImportMapAreReloadedLikeScripts() throws IOException {
        Path map = FOLDER.resolve("importmap.json");
        Path json = FOLDER.resolve("value.json");
        Files.writeString(
                FOLDER.resolve("mapped.mjs"),
                "import value from 'value' with { type: 'json' }; import { response } from 'sdk/http'; response.print(value);");
        Files.writeString(json, "1");
        assertEquals(500, client.get("js/mapped.mjs").statusCode());

        Files.writeString(map, "{\"imports\": {\"value\": \"./value.json\"}}");
        assertEquals("1", body("mapped.mjs"));
        Files.writeString(json, "\"two\"");
        assertEquals("two", body("mapped.mjs"));

        Files.writeString(map, "{\"imports\": 5}");
        HttpResponse<String> broken = client.get("js/mapped.mjs");
        assertEquals(500, broken.statusCode());
        assertTrue(ScriptClient.json(broken).getString("stack").contains("importmap.json:1:"), broken::body);

        Files.delete(map);
        Files.delete(FOLDER.resolve("mapped.mjs"));
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
    void aFileRenamedOverAnotherCountsThoughItIsOfTheSameTimeAndSize() throws IOException {
        for (String word : new String[] {"other", "third", "forth"}) {
            assertTrue(body("page.mjs").startsWith("page with "));
            Path next = FOLDER.resolve("next.mjs");
            Files.writeString(
                    next, Files.readString(FOLDER.resolve("part.mjs")).replaceAll("\"\\w+\"", '"' + word + '"'));
            Files.setLastModifiedTime(next, Files.getLastModifiedTime(FOLDER.resolve("part.mjs")));
            move(next, FOLDER.resolve("part.mjs"));

            assertEquals("page with " + word, body("page.mjs"));
        }
    }

    @Test
    void aLinkSwitchedToAnotherReleaseCountsAndTheOldReleaseMayGo() throws IOException {
        assertEquals("page with first", body("page.mjs"));
        changeOtherRelease("second");
        link(OTHER_RELEASE);
        assertEquals("page with second", body("page.mjs"));
        assertEquals("other", body("other.mjs"));

        remove(FOLDER);
        assertEquals("page with second", body("page.mjs"));
    }

    @Test
    void aRunImportsWhatIsOfTheReleaseThatItBeganWith() throws IOException {
        changeOtherRelease("second");
        try (RawExchange exchange = RawExchange.begin(
                "GET " + Deployments.base().getPath() + "js/waiting.mjs", "Content-Length: 1", "Connection: close")) {
            exchange.readUntil("begun, ");
            link(OTHER_RELEASE);
            assertEquals("page with second", body("page.mjs"));
            exchange.send("x");

            String answer = exchange.readToEnd();
            assertTrue(answer.contains("waited for first"), answer);
        }
        assertEquals(
                "begun, waited for second", client.post("js/waiting.mjs", "x").body());
    }

    @Test
    void aRemovedFolderIsAnErrorAndANewOneCounts() throws IOException {
        assertEquals("page with first", body("page.mjs"));
        remove(FOLDER);
        for (String path : new String[] {"page.mjs", "it/other.mjs", "absent.mjs"}) {
            HttpResponse<String> gone = client.get("js/" + path);
            assertEquals(503, gone.statusCode(), path);
            assertEquals("SCRIPTING-0214", ScriptClient.json(gone).getString("error"));
            assertFalse(gone.body().contains(FOLDER.getFileName().toString()), gone::body);
        }

        fill(FOLDER);
        change("part.mjs", "first", "again");
        assertEquals("page with again", body("page.mjs"));
        assertEquals("other", body("it/other.mjs"));
    }

    @Test
    void aLinkOutOfTheFolderLeadsNowhereThoughItsFileWasOnceWithin() throws IOException {
        Files.createDirectories(FOLDER.resolve("shop"));
        Files.copy(FOLDER.resolve("other.mjs"), FOLDER.resolve("shop/moved.mjs"));
        assertEquals("other", body("shop/moved.mjs"));
        fill(OTHER_RELEASE);
        Files.move(FOLDER.resolve("shop"), OTHER_RELEASE.resolve("shop"));
        Files.createSymbolicLink(FOLDER.resolve("shop"), OTHER_RELEASE.resolve("shop"));

        assertEquals(404, client.get("js/shop/moved.mjs").statusCode());
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
        remove(FOLDER);
        remove(OTHER_RELEASE);
        fill(FOLDER);
        link(FOLDER);
    }

    private static void changeOtherRelease(String word) throws IOException {
        fill(OTHER_RELEASE);
        Path part = OTHER_RELEASE.resolve("part.mjs");
        Files.writeString(part, Files.readString(part).replace("first", word));
    }

    private static void fill(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String name : FILES) {
            Files.copy(Deployments.resource("scripts/reload/" + name), folder.resolve(name));
        }
    }

    private static void link(Path release) throws IOException {
        Path next = Files.createSymbolicLink(CURRENT.resolveSibling(CURRENT.getFileName() + "-next"), release);
        move(next, CURRENT);
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
