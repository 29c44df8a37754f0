// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a script writes is what the client gets. */
@ExtendWith(ArquillianExtension.class)
class ResponseIT {
    private static final String SCRIPT = "response.mjs";

    private final ScriptClient client = new ScriptClient();

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war("response");
    }

    @ParameterizedTest
    @CsvSource({
        "print, a1.5true",
        "unicode, žluť 日本 \uD83D\uDE00",
        "halves, a\uD83D\uDE00\uFFFDz",
        "nothing, ''",
        "lateEncoding, žTypeError INVALID_VALUE",
        "close, whole",
        "reset, kept"
    })
    void textIsWrittenAsGiven(String name, String expected) {
        assertEquals(expected, ok(name).body());
    }

    @Test
    void printlnEndsEachLine() {
        assertEquals("one\n2\n\nnull\n\n", ok("println").body());
    }

    @Test
    void bytesAreWrittenAsTheyAre() {
        HttpResponse<byte[]> response =
                client.send("GET", path("write"), BodyPublishers.noBody(), BodyHandlers.ofByteArray());

        assertArrayEquals(new byte[] {0, 1, -1, 8, 7, 5, 4, 3}, response.body());
    }

    @Test
    void jsonIsWrittenAsSuch() {
        HttpResponse<String> response = ok("json");

        assertEquals("{\"list\":[1,\"ž\",null],\"nested\":{\"yes\":true}}", response.body());
        assertTrue(header(response, "Content-Type").startsWith("application/json"), header(response, "Content-Type"));
    }

    @Test
    void whatJsonCannotShowIsRefused() {
        assertEquals("TypeError INVALID_VALUE\n", ok("jsonUndefined").body());
    }

    @ParameterizedTest
    @CsvSource({
        "defaultType, text/plain;charset=utf-8",
        "type, text/html;charset=utf-8",
        "typeByHeader, text/css;charset=utf-8",
        "typeWithCharset, text/plain;charset=iso-8859-1",
        "encoding, text/plain;charset=iso-8859-2",
        "binaryType, image/png",
        "jsonOwnType, application/geo+json",
        "keptEncoding, text/html;charset=iso-8859-1",
        "keptParameters, 'multipart/mixed;boundary=\"ab\";charset=utf-16'",
        "jsonAsText, text/plain;charset=utf-8",
        "jsonEncoding, application/json;charset=iso-8859-1"
    })
    void theContentTypeIsAsSet(String name, String expected) {
        String type = header(ok(name), "Content-Type").replace(" ", "").toLowerCase(Locale.ROOT);

        assertEquals(expected, type);
    }

    @Test
    void textIsEncodedAsTheContentTypeSays() {
        HttpResponse<byte[]> response =
                client.send("GET", path("encoding"), BodyPublishers.noBody(), BodyHandlers.ofByteArray());

        assertEquals("žISO-8859-2", new String(response.body(), Charset.forName("ISO-8859-2")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "keptEncoding | ISO-8859-1 | é",
                "jsonEncoding | ISO-8859-1 | \"é\"",
                "utf16 | UTF-16BE | \uFEFFa\uD83D\uDE00z\uFFFD",
                "keptParameters | UTF-16BE | \uFEFFmultipart/mixed;boundary=\"a b\";charset=UTF-16,"
                        + "multipart/mixed;boundary=\"a b\";charset=UTF-16,UTF-16"
            })
    void allTextIsInTheOneEncoding(String name, String charset, String expected) {
        HttpResponse<byte[]> response =
                client.send("GET", path(name), BodyPublishers.noBody(), BodyHandlers.ofByteArray());

        assertEquals(expected, new String(response.body(), Charset.forName(charset)));
    }

    @Test
    void theMessageOfAnErrorIsAThousandCharactersOnOneLine() throws IOException {
        String answer = RawExchange.get(path("longMessage"));

        assertEquals(404, RawExchange.status(answer), answer);
        assertTrue(answer.indexOf("\r\n") < 1100, answer);
        assertFalse(answer.contains("\nX-Injected"), answer);
        assertTrue(answer.contains("m".repeat(900)), answer);
        assertFalse(answer.contains("m".repeat(1000)), answer);
    }

    @ParameterizedTest
    @CsvSource({"status, 201", "noContent, 204", "notModified, 304", "teapot, 418", "println, 200"})
    void theStatusIsAsSet(String name, int expected) {
        assertEquals(expected, client.get(path(name)).statusCode());
    }

    @Test
    void headersAreReplacedOrAdded() {
        HttpResponse<String> response = ok("headers");

        assertEquals("2,true,false,,true,true", response.body());
        assertEquals(List.of("2"), response.headers().allValues("X-One"));
        assertEquals(List.of("a", "b"), response.headers().allValues("X-Two"));
    }

    @Test
    void flushCommits() {
        assertEquals("afalse,true", ok("flush").body());
    }

    @Test
    void flushingLeavesTheResponseValid() {
        assertEquals("true,true", ok("valid").body());
    }

    @Test
    void bytesThatClaimMoreThanTheirBufferHasAreRefused() {
        assertEquals("TypeError INVALID_VALUE\n", ok("writeOfClaimedLength").body());
    }

    @Test
    void nothingIsWrittenAfterClose() {
        assertEquals("whole", client.get("js/it/closed.mjs").body());

        String closed = "Error RESPONSE_CLOSED";
        assertEquals("false,true," + (closed + ",").repeat(5), outcomeOfClosed());
    }

    /** The client has the whole response before the script ends. */
    private String outcomeOfClosed() {
        return assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            String outcome = "null";
            while (outcome.equals("null")) {
                outcome = client.get("js/it/closed.mjs/look").body();
            }
            return outcome;
        });
    }

    @Test
    void theLocaleIsTheContentLanguage() {
        assertEquals("de-AT", header(ok("locale"), "Content-Language"));
    }

    /** One piece of the network, not two: the end of the script is microseconds away. */
    @Test
    void aFlushThatTheEndFollowsKeepsTheLength() {
        HttpResponse<String> answer = ok("flushAtEnd");

        assertEquals("a", answer.body());
        assertEquals("1", header(answer, "Content-Length"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"flushBeforeWork", "flushAndCloseBeforeWork"})
    void whatWasFlushedIsSentWhileTheScriptComputes(String name) throws IOException {
        try (RawExchange exchange = RawExchange.begin("GET /it/" + path(name), "Connection: close")) {
            String begun = exchange.readUntil("begun");
            long sent = System.nanoTime();
            String whole = exchange.readToEnd();

            assertTrue(System.nanoTime() - sent > 1_000_000_000, "it was sent with the end");
            assertFalse(begun.toLowerCase(Locale.ROOT).contains("content-length"), begun);
            assertEquals(name.equals("flushBeforeWork"), whole.contains("ended"), whole);
        }
    }

    @Test
    void whatWasFlushedIsSentBeforeAFunctionOfTheHostIsCalled() throws IOException {
        try (RawExchange exchange =
                RawExchange.begin("GET /it/" + path("flushBeforeFunction"), "Content-Length: 1", "Connection: close")) {
            exchange.readUntil("begun");
            exchange.send("x");

            String answer = exchange.readToEnd();
            assertTrue(answer.contains("x,Error RESPONSE_COMMITTED"), answer);
        }
    }

    @Test
    void theLengthIsAsSet() {
        assertEquals("5", header(ok("length"), "Content-Length"));
    }

    @Test
    void aShortResponseTellsItsLength() {
        assertEquals("8192", header(ok("bufferEdge"), "Content-Length"));
    }

    @Test
    void aResponseOverTheBufferIsWhole() {
        assertEquals(8193, ok("overBuffer").body().length());
    }

    @Test
    void aRedirectSendsNoBody() {
        HttpResponse<String> response = client.get(path("redirect"));

        assertEquals(302, response.statusCode());
        assertTrue(header(response, "Location").endsWith("hello.mjs?x=1"), header(response, "Location"));
        assertEquals("", response.body());
    }

    @Test
    void aRedirectMayLeadElsewhere() {
        assertEquals("https://example.org/a", header(client.get(path("redirectAfterwards")), "Location"));
    }

    @ParameterizedTest
    @CsvSource({"error404, 404", "error500, 500"})
    void anErrorDropsWhatWasWritten(String name, int expected) {
        HttpResponse<String> response = client.get(path(name));

        assertEquals(expected, response.statusCode());
        assertFalse(response.body().contains("dropped"), response::body);
    }

    @Test
    void resettingDropsStatusHeadersAndCookies() {
        HttpResponse<String> response = ok("reset");

        assertEquals(List.of(), response.headers().allValues("X-One"));
        assertEquals(List.of(), response.headers().allValues("Set-Cookie"));
    }

    @Test
    void cookiesAreWrittenAsGiven() throws IOException {
        String answer = RawExchange.get(path("cookies"));

        List<String> cookies = answer.lines()
                .filter(line -> line.startsWith("Set-Cookie: "))
                .map(line -> line.substring(12))
                .toList();
        assertEquals(
                List.of(
                        "plain=v",
                        "full=w; HttpOnly; Max-Age=60; Path=/it; SameSite=Strict; Secure",
                        "lax=; Max-Age=60; SameSite=Lax",
                        "pad=YWJjZA==; Partitioned",
                        "mail=ann@example.org",
                        "u=http://h/p?q=1&r=(2)[3]",
                        "old=; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
                        "dated=1; Expires=Wed, 25 Nov 2026 15:38:29 GMT; Own",
                        "twice=2; Path=/"),
                cookies);
        assertTrue(
                answer.endsWith(
                        "\r\n\r\n"
                                + "[[\"plain=v\",\"full=w; HttpOnly; Max-Age=60; Path=/it; SameSite=Strict; Secure\"],true,true,\"plain=v\"]"),
                answer);
    }

    @Test
    void theSessionsCookieIsBesideTheScripts() throws IOException {
        String answer = RawExchange.get(path("cookieAndSession"));

        assertEquals(1, count(answer, "Set-Cookie: own=1"), answer);
        assertEquals(1, count(answer, "Set-Cookie: " + ScriptClient.SESSION_COOKIE + "="), answer);
        assertTrue(answer.endsWith("[[],false,[\"own=1\"]]"), answer);
    }

    @Test
    void aFailedScriptSetsNoCookie() throws IOException {
        String answer = RawExchange.get(path("cookieAndFailure"));

        assertEquals(500, RawExchange.status(answer), answer);
        assertEquals(0, count(answer, "Set-Cookie: own"), answer);
    }

    @Test
    void asManyCookiesAndHeadersAsTheServersHaveRoomForAreSent() throws IOException {
        String answer = RawExchange.get(path("many"));

        String refused = " TypeError LIMIT_EXCEEDED";
        assertTrue(answer.endsWith("20" + refused + ",0" + refused + ",0" + refused), answer);
        assertEquals(40, count(answer, "Set-Cookie: c"), answer);
        assertEquals(20, count(answer, "X-Many: "), answer);
        assertEquals(20, count(answer, "X-Name"), answer);
    }

    private static long count(String answer, String field) {
        return answer.lines().filter(line -> line.startsWith(field)).count();
    }

    @Test
    void urlsAreEncodedWithoutTheSessionsId() {
        assertEquals("a/b?c,a/b?c", ok("encode").body());
    }

    @Test
    void aLargeResponseStreams() throws IOException {
        HttpResponse<InputStream> response =
                client.send("GET", path("large"), BodyPublishers.noBody(), BodyHandlers.ofInputStream());

        try (InputStream body = response.body()) {
            assertEquals(64L << 20, body.transferTo(OutputStream.nullOutputStream()));
        }
    }

    @Test
    void headSendsTheHeadersAndNoBody() throws IOException {
        try (RawExchange head = RawExchange.begin("HEAD /it/" + path("headers"), "Connection: close")) {
            String answer = head.readToEnd();

            assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
            assertTrue(answer.endsWith("\r\n\r\n"), answer);
            assertTrue(answer.contains("X-Two: a"), answer);
        }
    }

    @Test
    void wrongValuesAreRefused() {
        client.call(SCRIPT, "wrong")
                .getJsonObject("returned")
                .forEach((what, outcome) -> assertEquals("\"TypeError INVALID_VALUE\"", outcome.toString(), what));
    }

    @Test
    void wrongNamesAreRefused() {
        client.call(SCRIPT, "wrongNames")
                .getJsonObject("returned")
                .forEach((what, outcome) -> assertEquals("\"TypeError INVALID_NAME\"", outcome.toString(), what));
    }

    @Test
    void theHeadCannotBeChangedAfterFlush() {
        client.call(SCRIPT, "committed")
                .getJsonObject("returned")
                .forEach((what, outcome) -> assertEquals("\"Error RESPONSE_COMMITTED\"", outcome.toString(), what));
    }

    @Test
    void statusNamesAreNumbers() {
        assertEquals("[200,201,204,301,302,303,304,400,401,403,404,405,409,500,503]", client.value(SCRIPT, "names"));
    }

    private HttpResponse<String> ok(String name) {
        HttpResponse<String> response = client.get(path(name));
        assertEquals(2, response.statusCode() / 100, response::body);
        return response;
    }

    private static String path(String name) {
        return "js/it/response.mjs/" + name;
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("no " + name);
    }
}
