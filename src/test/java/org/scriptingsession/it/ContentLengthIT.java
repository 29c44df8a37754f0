// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where one answer ends the next begins, and the next may be another user's: each case is followed by a second request. */
@ExtendWith(ArquillianExtension.class)
class ContentLengthIT {
    private static final String FINE = "\r\n\r\nfine";

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war("length");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tooLong",
                "zero",
                "byHeader",
                "afterwards",
                "tooLongBytes",
                "tooLongJson",
                "large",
                "tooShort",
                "none",
                "closedShort",
                "half",
                "huge"
            })
    void aWrongLengthIsAProblemAndNothingElse(String name) throws IOException {
        String answers = answers("GET", name);

        assertEquals(500, RawExchange.status(answers), answers);
        assertTrue(answers.contains("\"error\":\"SCRIPTING-0"), answers);
        assertFalse(answers.contains("lu\u0165"), answers);
        assertFalse(answers.contains("\r\n\r\nabc"), answers);
        // Payara closes the connection after an answer of 500
        assertTrue(answers.endsWith("}") || answers.endsWith(FINE), answers);
    }

    @ParameterizedTest
    @CsvSource({"tooShortFlushed, abc", "tooShortLarge, x"})
    void afterOutputTheConnectionIsCut(String name, String end) throws IOException {
        String answers = answers("GET", name);

        assertEquals(200, RawExchange.status(answers), answers);
        assertTrue(answers.endsWith(end), answers);
        assertEquals(answers.indexOf("HTTP/1.1"), answers.lastIndexOf("HTTP/1.1"), answers);
    }

    /** The client has the whole body then, and nothing of what is too much. */
    @Test
    void whatIsTooMuchAfterAWholeBodyIsNotSent() throws IOException {
        String answers = answers("GET", "tooLongFlushed");

        assertEquals(200, RawExchange.status(answers), answers);
        assertTrue(answers.endsWith("\r\n\r\nabc") || answers.contains("abcHTTP/1.1 200"), answers);
    }

    @ParameterizedTest
    @CsvSource({
        "right, \u017elu\u0165ou\u010dk\u00fd",
        "caught, abc",
        "caughtAtClose, abc",
        "reset, fine",
        "refused, TypeError INVALID_VALUE"
    })
    void aRightLengthIsSent(String name, String body) throws IOException {
        String answers = answers("GET", name);

        assertEquals(200, RawExchange.status(answers), answers);
        assertTrue(answers.contains("\r\n\r\n" + body + "HTTP/1.1 200"), answers);
        assertNextIsFine(answers);
    }

    @ParameterizedTest
    @CsvSource({"redirect, 302", "error, 404"})
    void anotherAnswerHasItsOwnLength(String name, int status) throws IOException {
        String answers = answers("GET", name);

        assertEquals(status, RawExchange.status(answers), answers);
        assertNextIsFine(answers);
    }

    @Test
    void theAnswerToHeadHasALengthAndNoBody() throws IOException {
        String answers = answers("HEAD", "head");

        assertEquals(200, RawExchange.status(answers), answers);
        assertTrue(answers.contains("Content-Length: 9\r\n"), answers);
        assertTrue(answers.contains("\r\n\r\nHTTP/1.1 200"), answers);
        assertNextIsFine(answers);
    }

    @ParameterizedTest
    @CsvSource({"noContent, 204", "notModified, 304"})
    void whatHasNoBodySendsNone(String name, int status) throws IOException {
        String answers = answers("GET", name);

        assertEquals(status, RawExchange.status(answers), answers);
        assertTrue(answers.contains("\r\n\r\nHTTP/1.1 200"), answers);
        assertNextIsFine(answers);
    }

    /** Payara sends no length with this status: what waits for a body sees the end of the connection. */
    @ParameterizedTest
    @ValueSource(strings = {"resetContent", "resetContentFlushed"})
    void afterResetContentTheConnectionEnds(String name) throws IOException {
        String path = Deployments.base().getPath() + "js/it/length.mjs/";
        try (RawExchange exchange = RawExchange.begin("GET " + path + name)) {
            String answer = exchange.readToEnd();

            assertEquals(205, RawExchange.status(answer), answer);
            assertTrue(answer.endsWith("\r\n\r\n"), answer);
            assertFalse(answer.contains("chunked"), answer);
        }
    }

    /** With HTTP/2 a body where none may be is an error of the protocol, and no answer. */
    @ParameterizedTest
    @CsvSource({
        "noContent, 204",
        "noContentFlushed, 204",
        "resetContent, 205",
        "resetContentFlushed, 205",
        "notModified, 304",
        "notModifiedFlushed, 304"
    })
    void whatHasNoBodySendsNoneByHttp2(String name, int status) throws IOException, InterruptedException {
        // a connection that breaks does so after its answer, and not each time
        for (int i = 0; i < 10; i++) {
            assertNoBodyByHttp2(name, status);
        }
    }

    private static void assertNoBodyByHttp2(String name, int status) throws IOException, InterruptedException {
        HttpClient http2 =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        HttpRequest request = HttpRequest.newBuilder(Deployments.base().resolve("js/it/length.mjs/" + name))
                .timeout(Duration.ofSeconds(60))
                .build();
        // the first answer may be the one that the connection was changed with
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> answer = http2.send(request, BodyHandlers.ofString());

            assertEquals(HttpClient.Version.HTTP_2, answer.version());
            assertEquals(status + " ", answer.statusCode() + " " + answer.body());
        }
    }

    private static void assertNextIsFine(String answers) {
        assertTrue(answers.endsWith(FINE), answers);
    }

    /** All that the connection brings for a request and one for the case "fine" behind it. */
    private static String answers(String method, String name) throws IOException {
        String path = Deployments.base().getPath() + "js/it/length.mjs/";
        String first = method + " " + path + name + " HTTP/1.1\r\nHost: it\r\n\r\n";
        String second = "GET " + path + "fine HTTP/1.1\r\nHost: it\r\nConnection: close\r\n\r\n";
        // in one piece: the first answer may cut the connection before a second piece is sent
        try (RawExchange exchange = RawExchange.ofText(first + second)) {
            return exchange.readToEnd();
        }
    }
}
