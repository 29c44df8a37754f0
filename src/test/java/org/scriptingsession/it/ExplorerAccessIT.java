// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the explorer is for clients of this machine, nobody else comes in, and no page of another origin; as a library. */
@ExtendWith(ArquillianExtension.class)
class ExplorerAccessIT {
    private static final String OPEN = "POST /it/explorer/api/open";
    private static final String TOKEN_OPEN = ExplorerClient.TOKEN + ": open";
    private static final Pattern NAMED = Pattern.compile("(?:src|href)=\"([^\"#]+)\"|from \"\\./([^\"]+)\"");

    private final ScriptClient browser = new ScriptClient();
    private final ExplorerClient page = new ExplorerClient(browser);

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.withSettings(Deployments.library("explorer"), Map.of("scripting.explorer", "local"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: shop.example",
                "Host: 127.0.0.1.shop.example",
                "Host: localhost.shop.example:8080",
                "Host: 192.168.0.1",
                "X-Forwarded-For: 127.0.0.1",
                "x-forwarded-host: localhost",
                "Forwarded: for=127.0.0.1",
                "Via: 1.1 proxy",
                "X-Real-IP: 127.0.0.1",
                "X-Client-IP: 127.0.0.1",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site",
                "Sec-Fetch-Site: none",
                "Origin: http://shop.example",
                "Origin: null"
            })
    void whoIsNotOfThisMachineAndOriginIsRefused(String header) throws IOException {
        assertEquals(403, answered(OPEN, TOKEN_OPEN, "Content-Length: 0", header), header);
        assertEquals(200, answered(OPEN, TOKEN_OPEN, "Content-Length: 0"));
    }

    /** nginx asks so where it is told nothing of headers and protocol. */
    @Test
    void aProxyThatSaysNothingOfItselfIsRefused() throws IOException {
        assertEquals(403, answered(OPEN + " HTTP/1.0", TOKEN_OPEN, "Content-Length: 0"));
        assertEquals(
                403,
                answered(
                        OPEN,
                        TOKEN_OPEN,
                        "Content-Length: 0",
                        "Sec-Fetch-Site: same-origin",
                        "Origin: https://shop.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: localhost", "Host: LOCALHOST:8080", "Host: [::1]:8080", "Host: 127.8.9.1"})
    void everyNameOfThisMachineIsTaken(String host) throws IOException {
        assertEquals(200, answered(OPEN, TOKEN_OPEN, "Content-Length: 0", host), host);
    }

    /** A page of another origin may lead here, but not have parts of it. */
    @Test
    void aLinkFromElsewhereShowsThePage() throws IOException {
        String page = "GET /it/explorer/";

        assertEquals(
                200,
                answered(page, "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"));
        assertEquals(
                403,
                answered(page, "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe"));
        assertEquals(
                403, answered(page, "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: script"));
        assertEquals(
                403,
                answered(
                        OPEN,
                        TOKEN_OPEN,
                        "Sec-Fetch-Site: cross-site",
                        "Sec-Fetch-Mode: navigate",
                        "Sec-Fetch-Dest: document",
                        "Content-Length: 0"));
    }

    @Test
    void nothingIsToldWithoutAToken() {
        for (String question : List.of("session", "attribute?name=%22a%22", "scripts", "server")) {
            assertEquals(410, browser.get("explorer/api/" + question).statusCode(), question);
        }
        assertEquals(403, browser.post("explorer/api/open", "").statusCode());
        assertEquals(
                410,
                browser.send("DELETE", "explorer/api/attribute", BodyPublishers.ofString("{\"name\":\"text\"}"))
                        .statusCode());
    }

    @Test
    void aTokenThatWasNeverGivenIsNone() throws IOException {
        assertEquals(410, answered("GET /it/explorer/api/session", ExplorerClient.TOKEN + ": AAAA"));
    }

    /** The token alone looks; only the session's own client changes it. */
    @Test
    void aTokenWithoutItsSessionsCookieChangesNothing() {
        browser.value("shop.mjs", "fill");
        page.open();
        ExplorerClient other = new ExplorerClient(new ScriptClient());
        other.browser.value("shop.mjs", "fill");
        other.open();

        for (ScriptClient client : List.of(new ScriptClient(), other.browser)) {
            HttpResponse<String> answer = client.send(
                    "DELETE",
                    "explorer/api/attribute",
                    BodyPublishers.ofString("{\"name\":\"text\"}"),
                    ExplorerClient.TOKEN,
                    page.token());
            assertEquals(409, answer.statusCode(), answer::body);
        }
        assertEquals("tea", page.row("text").getString("preview"));
        assertEquals("tea", other.row("text").getString("preview"));
    }

    @Test
    void inProductionThereIsNoScratchPad() {
        browser.value("shop.mjs", "fill");
        page.open();

        assertEquals(404, page.change("POST", "scratch", "1").statusCode());
    }

    @ParameterizedTest
    @CsvSource({
        "POST, explorer/, 405",
        "OPTIONS, explorer/, 405",
        "DELETE, explorer/explorer.mjs, 405",
        "GET, explorer/none.mjs, 404",
        "GET, explorer/index.html, 404",
        "GET, explorer/lib/, 404",
        "GET, explorer/lib/LICENSE, 404",
        "GET, explorer/ExplorerServlet.class, 404",
        "GET, explorer/api/, 404",
        "GET, explorer/api/open, 404",
        "HEAD, explorer/api/session, 404",
        "OPTIONS, explorer/api/session, 404",
        "PUT, explorer/api/session, 404"
    })
    void everythingElseIsNotThere(String method, String path, int status) {
        assertEquals(status, browser.send(method, path, BodyPublishers.noBody()).statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/it/explorer/..;/WEB-INF/web.xml",
                "/it/explorer/%2e%2e/WEB-INF/web.xml",
                "/it/explorer/..%2f..%2fWEB-INF/web.xml",
                "/it/explorer/lib/..%5c..%5cWEB-INF",
                "/it/explorer/%00",
                "/it/explorer//index.html"
            })
    void noSpellingLeadsOutOfIt(String path) throws IOException {
        int status = answered("GET " + path);

        assertTrue(status == 404 || status == 400, path + " " + status);
    }

    @Test
    void thePathWithoutASlashLeadsToThePage() {
        HttpResponse<String> answer = browser.get("explorer");

        assertEquals(302, answer.statusCode());
        assertTrue(answer.headers().firstValue("Location").orElseThrow().endsWith("/it/explorer/"));
    }

    @Test
    void everyAnswerSaysWhatABrowserMayDoWithIt() {
        for (String path : List.of("explorer/", "explorer/explorer.css", "explorer/api/session")) {
            Map<String, List<String>> headers = browser.get(path).headers().map();
            String policy = headers.get("Content-Security-Policy").get(0);
            assertTrue(policy.startsWith("default-src 'self'; "), policy);
            assertTrue(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"), policy);
            assertEquals(List.of("nosniff"), headers.get("X-Content-Type-Options"));
            assertEquals(List.of("same-origin"), headers.get("Cross-Origin-Resource-Policy"));
        }
        page.open();
        assertEquals(List.of("no-store"), page.ask("session").headers().allValues("Cache-Control"));
        assertEquals(List.of("no-store"), page.ask("server").headers().allValues("Cache-Control"));
    }

    /** All the page names is there, of the type that browsers insist on, and nothing is from elsewhere. */
    @Test
    void thePageIsWholeAndSmall() {
        int bytes = 0;
        for (String name : names(browser.body("explorer/"), "")) {
            HttpResponse<byte[]> file = file("explorer/" + name, "Accept-Encoding", "gzip, deflate, br");
            assertEquals(200, file.statusCode(), name);
            assertEquals(List.of("gzip"), file.headers().allValues("Content-Encoding"), name);
            bytes += file.body().length;
            if (name.endsWith("js")) {
                assertTrue(file.headers().firstValue("Content-Type").orElse("").startsWith("text/javascript"), name);
                names(browser.body("explorer/" + name), name)
                        .forEach(one -> assertEquals(
                                200, browser.get("explorer/" + one).statusCode(), name + " imports " + one));
            }
        }
        assertTrue(bytes > 10_000 && bytes < 200_000, bytes + " bytes");
    }

    private static List<String> names(String text, String importer) {
        List<String> names = NAMED.matcher(text)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .distinct()
                .toList();
        assertTrue(names.stream().noneMatch(name -> name.contains(":") || name.startsWith("/")), importer + names);
        return names;
    }

    @Test
    void aFileIsSentAgainOnlyWhenItHasChanged() throws IOException {
        HttpResponse<byte[]> plain = file("explorer/explorer.mjs");
        HttpResponse<byte[]> zipped = file("explorer/explorer.mjs", "Accept-Encoding", "gzip");
        String tag = zipped.headers().firstValue("ETag").orElseThrow();

        assertArrayEquals(plain.body(), new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes());
        assertFalse(plain.headers().firstValue("ETag").orElseThrow().equals(tag));
        HttpResponse<byte[]> same = file("explorer/explorer.mjs", "Accept-Encoding", "gzip", "If-None-Match", tag);
        assertEquals("304 0", same.statusCode() + " " + same.body().length);
        assertEquals(200, file("explorer/explorer.mjs", "If-None-Match", tag).statusCode());
        assertTrue(file("explorer/explorer.mjs", "Accept-Encoding", "gzip;q=0")
                .headers()
                .allValues("Content-Encoding")
                .isEmpty());
    }

    @Test
    void headHasTheHeadersAndNoBody() {
        HttpResponse<byte[]> head =
                browser.send("HEAD", "explorer/", BodyPublishers.noBody(), BodyHandlers.ofByteArray());

        assertEquals("200 0", head.statusCode() + " " + head.body().length);
        assertTrue(head.headers().firstValueAsLong("Content-Length").orElse(0) > 0);
    }

    private HttpResponse<byte[]> file(String path, String... headers) {
        return browser.send("GET", path, BodyPublishers.noBody(), BodyHandlers.ofByteArray(), headers);
    }

    private static int answered(String requestLine, String... headers) throws IOException {
        String[] all = Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = "Connection: close";
        try (RawExchange exchange = RawExchange.begin(requestLine, all)) {
            return RawExchange.status(exchange.readToEnd());
        }
    }
}
