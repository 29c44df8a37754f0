// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptingsession.it.app.DispatchServlet;

/** A URL leads to the script it names, and nowhere else. */
@ExtendWith(ArquillianExtension.class)
class ScriptUrlIT {
    private static final String SECRET = "import { response } from \"sdk/http\";\nresponse.print(\"SECRET\");\n";
    private static final Path OUTSIDE = Deployments.folder();
    private static final Path FOLDER = Deployments.folder();

    private final ScriptClient client = new ScriptClient();

    @Deployment(testable = false)
    static WebArchive application() throws IOException {
        Files.writeString(OUTSIDE.resolve("secret.mjs"), SECRET);
        Files.writeString(FOLDER.resolve("inside.mjs"), SECRET.replace("SECRET", "inside"));
        Files.createSymbolicLink(FOLDER.resolve("link.mjs"), OUTSIDE.resolve("secret.mjs"));
        Files.createSymbolicLink(FOLDER.resolve("folder"), OUTSIDE);
        Files.createSymbolicLink(FOLDER.resolve("alias.mjs"), FOLDER.resolve("inside.mjs"));
        return Deployments.war("url", Map.of("scripting.scripts.directory", FOLDER.toString()))
                .addClass(DispatchServlet.class)
                .addAsWebResource(Deployments.resource("dispatch/page.jsp").toFile(), "page.jsp");
    }

    @ParameterizedTest
    @CsvSource({
        "it/hello.mjs, hello ''",
        "it/hello.mjs/items/3, hello items/3",
        "it/hello.mjs/, hello ''",
        "it/hello.mjs;x=1, hello ''",
        "it/%68ello.mjs, hello ''",
        "it/old.js, old",
        "it/sub/inner.mjs, inner",
        "inside.mjs, inside",
        "alias.mjs, inside"
    })
    void aUrlLeadsToItsScript(String path, String expected) throws IOException {
        String answer = RawExchange.get("js/" + path);

        assertEquals(200, RawExchange.status(answer), answer);
        assertTrue(answer.endsWith("\r\n\r\n" + expected.replace("''", "")), answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "it",
                "it/",
                "it/absent.mjs",
                "it/hello",
                "it/HELLO.mjs",
                "it/hello.mjs%20",
                "it/notes.txt",
                "it/_cases.mjs",
                "it/_secret.mjs",
                "it/%5fsecret.mjs",
                "it/.secret.mjs",
                "it/%2esecret.mjs",
                "it/_private/secret.mjs",
                "it/.hidden/secret.mjs",
                "it/sub/_secret.mjs",
                "application.wadl"
            })
    void whatIsNoReachableScriptIsNotFound(String path) throws IOException {
        String answer = RawExchange.get("js/" + path);

        assertEquals(404, RawExchange.status(answer), answer);
        assertTrue(answer.contains("Content-Type: application/problem+json"), answer);
        assertFalse(answer.contains("SECRET"), answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../WEB-INF/web.xml",
                "..%2fWEB-INF/web.xml",
                "%2e%2e/WEB-INF/web.xml",
                "%2e%2e%2fWEB-INF%2fweb.xml",
                "%2E%2E/WEB-INF/web.xml",
                ".%2e/WEB-INF/web.xml",
                "..;/WEB-INF/web.xml",
                "..;a=b/WEB-INF/web.xml",
                "%2e%2e;/WEB-INF/web.xml",
                "..\\WEB-INF\\web.xml",
                "..%5cWEB-INF%5cweb.xml",
                "%252e%252e/WEB-INF/web.xml",
                "%252e%252e%252fWEB-INF/web.xml",
                "..%252f..%252fWEB-INF/web.xml",
                "..%c0%afWEB-INF/web.xml",
                "%c0%ae%c0%ae/WEB-INF/web.xml",
                "it/../../web.xml",
                "it/sub/../_secret.mjs",
                "it/sub/%2e%2e/_secret.mjs",
                "it/sub/..;/_secret.mjs",
                "it/hello.mjs/../_secret.mjs",
                "it/hello.mjs/..%2f_secret.mjs",
                "it/%00_secret.mjs",
                "it/_secret.mjs%00.mjs",
                "it/hello.mjs%00",
                "it//_secret.mjs",
                "it/./_secret.mjs",
                "it/;/_secret.mjs",
                "it/_secret.mjs;x",
                "it/;x=hello.mjs/_secret.mjs",
                "..%2f..%2f..%2f..%2fetc%2fpasswd",
                "//etc/passwd",
                "%2fetc%2fpasswd",
                "file:%2f%2f%2fetc%2fpasswd",
                "sdk:/http",
                "sdk:%2fhttp",
                "link.mjs",
                "folder/secret.mjs",
                "folder%2fsecret.mjs"
            })
    void noEncodingLeadsElsewhere(String path) throws IOException {
        String answer = RawExchange.get("js/" + path);

        int status = RawExchange.status(answer);
        assertTrue(status == 404 || status == 400, () -> path + ": " + answer);
        for (String secret : new String[] {"SECRET", "web-app", "root:", "hello "}) {
            assertFalse(answer.contains(secret), () -> path + ": " + answer);
        }
    }

    /** They belong encoded (RFC 3986, 2); WildFly refuses them, Payara does not. */
    @ParameterizedTest
    @ValueSource(strings = {"|", "{x}", "^`", "\"<>", "ž", "a|{b}ž"})
    void aCharacterThatBelongsEncodedMeansItselfOrNothing(String raw) throws IOException {
        String answer = RawExchange.get("js/it/hello.mjs/" + raw + "?" + raw);

        boolean taken = "payara".equals(System.getProperty("arquillian.launch"));
        assertEquals(taken ? 200 : 400, RawExchange.status(answer), answer);
        assertEquals(taken, answer.endsWith("\r\n\r\nhello " + raw), answer);
    }

    /** The client may encode what it likes, of the application's name, too. */
    @ParameterizedTest
    @ValueSource(strings = {"/it/%6As/it/hello.mjs/x", "/%69t/js/it/hello.mjs/x", "/i%74/j%73/it/%68ello.mjs/%78"})
    void anyCharacterOfAUrlMayBeEncoded(String path) throws IOException {
        String answer = answer(path);

        assertEquals(200, RawExchange.status(answer), answer);
        assertTrue(answer.endsWith("\r\n\r\nhello x"), answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/it/%6As/it/%5fsecret.mjs",
                "/it/js%2fit/hello.mjs",
                "/it%2fjs/it/hello.mjs",
                "/it/x/%2e%2e/js/it/_secret.mjs",
                "/it/%256As/it/hello.mjs",
                "/it/j%5c/it/hello.mjs"
            })
    void noEncodingOfTheApplicationsPathLeadsElsewhere(String path) throws IOException {
        String answer = answer(path);

        int status = RawExchange.status(answer);
        assertTrue(status == 404 || status == 400, () -> path + ": " + answer);
        assertFalse(answer.contains("SECRET") || answer.contains("hello "), answer);
    }

    private static String answer(String path) throws IOException {
        try (RawExchange exchange = RawExchange.begin("GET " + path, "Connection: close")) {
            return exchange.readToEnd();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dispatch/include?path=/js/it/part.mjs/of/a/page",
                "dispatch/include?writer&path=/js/it/part.mjs/of/a/page",
                "page.jsp"
            })
    void anIncludedScriptIsAPartOfThePage(String path) throws IOException {
        HttpResponse<String> response = client.get(path);

        assertEquals(200, response.statusCode(), response::body);
        String body = response.body().strip();
        assertEquals((path.startsWith("page") ? "<" : "<ž") + "ž\uD83D\uDE00of/a/page>", body);
        assertTrue(response.headers().firstValue("X-Part").isEmpty());
        assertTrue(response.headers().firstValue("Content-Type").orElse("none").startsWith("text/plain"));
    }

    @Test
    void aScriptIsIncludedAfterOutputWasSent() {
        HttpResponse<String> response = client.get("dispatch/include?large&path=/js/it/part.mjs");

        assertTrue(response.body().endsWith("x<žž\uD83D\uDE00>"), response::body);
    }

    @Test
    void aComponentMayForwardToAScript() {
        HttpResponse<String> response = client.get("dispatch/forward?path=/js/it/part.mjs/on");

        assertEquals(418, response.statusCode(), response::body);
        assertEquals("ž\uD83D\uDE00on", response.body());
        assertEquals("1", response.headers().firstValue("X-Part").orElse("none"));
    }

    /** Undertow decodes the query of a forward before the application sees it, and not as UTF-8. */
    @ParameterizedTest
    @CsvSource({"include, %25C5%25BE, ž", "forward, z, z"})
    void theParametersOfADispatchComeBeforeTheClients(String how, String sent, String expected) {
        String script = "/js/it/parameters.mjs%3Fa%3D1%26b%3D" + sent;

        String body =
                client.get("dispatch/" + how + "?writer&a=2&path=" + script).body();

        assertEquals("{\"a\":[\"1\",\"2\"],\"b\":[\"" + expected + "\"]}", body.replaceAll("^<ž|>$", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "fails.mjs, 500, SCRIPTING-0208",
        "refused.mjs, 401, SCRIPTING-0701",
        "_secret.mjs, 404, SCRIPTING-0201",
        "absent.mjs, 404, SCRIPTING-0201"
    })
    void theErrorOfADispatchedScriptIsItsOwn(String script, int status, String error) {
        HttpResponse<String> forwarded = client.get("dispatch/forward?path=/js/it/" + script);
        assertEquals(status, forwarded.statusCode(), forwarded::body);
        // whom it does not know the container answers itself
        assertTrue(status == 401 || forwarded.body().contains(error), forwarded::body);
        assertFalse(forwarded.body().contains("SECRET"), forwarded::body);

        HttpResponse<String> caught = client.get("dispatch/include?caught&path=/js/it/" + script);
        assertEquals("<ž" + error + ">", caught.body());
        assertEquals(200, caught.statusCode());

        HttpResponse<String> failed = client.get("dispatch/include?path=/js/it/" + script);
        assertEquals(500, failed.statusCode(), failed::body);
        assertFalse(failed.body().contains("SECRET"), failed::body);
    }

    /** Payara answers these itself, with 200 and nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"it/%zz.mjs", "it/%", "it/hello.mjs%", "it/hello.mjs/%e"})
    void aMalformedEncodingLeadsToNothing(String path) throws IOException {
        String answer = RawExchange.get("js/" + path);

        assertTrue(RawExchange.status(answer) >= 400 || answer.endsWith("\r\n\r\n"), () -> path + ": " + answer);
    }

    /** Payara takes no head of that size. */
    @Test
    void aPathThatIsTooLongIsRefused() throws IOException {
        int status = RawExchange.status(RawExchange.get("js/" + "a.mjs/".repeat(1400)));

        assertTrue(status == 414 || status == 413 || status == 400, "status " + status);
    }

    @Test
    void notFoundIsAProblemThatNamesNoFile() {
        HttpResponse<String> response = client.get("js/it/absent.mjs");
        var problem = ScriptClient.json(response);

        assertEquals(404, response.statusCode());
        assertEquals(404, problem.getInt("status"));
        assertEquals("Not Found", problem.getString("title"));
        assertEquals("SCRIPTING-0201", problem.getString("error"));
        assertFalse(response.body().contains(FOLDER.toString()), response::body);
    }

    @Test
    void theScriptsThemselvesAreNotServed() throws IOException {
        for (String path : new String[] {"WEB-INF/scripts/it/hello.mjs", "WEB-INF%2fscripts/it/hello.mjs"}) {
            String answer = RawExchange.get(path);
            assertTrue(RawExchange.status(answer) >= 400, answer);
            assertFalse(answer.contains("sdk/http"), answer);
        }
    }
}
