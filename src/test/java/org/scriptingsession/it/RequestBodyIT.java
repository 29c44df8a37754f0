// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptingsession.it.app.BodyFilter;

/** A body reaches the script to the last byte, however the client sends it, and alike on every server. */
@ExtendWith(ArquillianExtension.class)
class RequestBodyIT {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String BODIES = "js/it/bodies.mjs/";
    private static final int MOST_BYTES = 12 << 20;
    private static final int MOST_PARTS = 50;

    private final ScriptClient client = new ScriptClient();

    @Deployment(testable = false)
    static WebArchive application() {
        Map<String, String> settings = Map.of(
                "scripting.request.max-bytes", String.valueOf(MOST_BYTES),
                "scripting.request.memory-bytes", "1 KiB",
                "scripting.request.max-parts", String.valueOf(MOST_PARTS));
        return PoolFigures.addTo(Deployments.war("bodies", settings)).addClass(BodyFilter.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void aFormThatComesAfterItsHeadIsWhole(String method) throws IOException {
        try (RawExchange exchange = begin(method, "parameters", "Content-Length: 15", "Expect: 100-continue")) {
            exchange.readUntil("100 Continue");
            exchange.send("user=ann&pass=x");
            assertReturned("{\"user\":[\"ann\"],\"pass\":[\"x\"]}", exchange.readToEnd());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void aFormInPiecesIsWhole(String method) throws IOException {
        try (RawExchange exchange = begin(method, "parameters", "Transfer-Encoding: chunked")) {
            exchange.send("1\r\nu\r\n");
            exchange.send("6\r\nser=an\r\n8\r\nn&pass=x\r\n");
            exchange.send("0\r\n\r\n");
            assertReturned("{\"user\":[\"ann\"],\"pass\":[\"x\"]}", exchange.readToEnd());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void everyMethodHasFormsOverHttp2(String method) throws Exception {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        HttpRequest.Builder request = HttpRequest.newBuilder(Deployments.base().resolve(BODIES + "parameters"));
        // the first exchange upgrades the connection
        http.send(request.build(), BodyHandlers.ofString());

        HttpResponse<String> announced = http.send(
                request.header("Content-Type", FORM)
                        .method(method, BodyPublishers.ofString("user=ann&b="))
                        .build(),
                BodyHandlers.ofString());
        HttpResponse<String> unknownLength =
                http.send(request.method(method, chunked("user=ann&b=")).build(), BodyHandlers.ofString());

        assertEquals(HttpClient.Version.HTTP_2, unknownLength.version());
        assertEquals("{\"returned\":{\"user\":[\"ann\"],\"b\":[\"\"]}}", announced.body());
        assertEquals("{\"returned\":{\"user\":[\"ann\"],\"b\":[\"\"]}}", unknownLength.body());
    }

    @Test
    void aBodyOverHttp2IsWhole() throws Exception {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        HttpRequest.Builder request = HttpRequest.newBuilder(Deployments.base().resolve(BODIES + "parameters"));
        http.send(request.build(), BodyHandlers.ofString());
        request.header("Content-Type", FORM).POST(BodyPublishers.ofString("user=ann"));

        // it may come together with the head, or in any moment after
        for (int i = 0; i < 50; i++) {
            assertEquals(
                    "{\"returned\":{\"user\":[\"ann\"]}}",
                    http.send(request.build(), BodyHandlers.ofString()).body());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 3 << 20, 11 << 20})
    void aFormUpToTheLimitIsWhole(int length) {
        String form = "a=" + "x".repeat(length) + "&b=12";
        String expected = "{\"returned\":[[\"a\",[" + length + "]],[\"b\",[2]]]}";

        assertEquals(expected, form("sizes", form));
        assertEquals(
                expected, send("sizes", chunked(form), "Content-Type", FORM).body());
    }

    @ParameterizedTest
    @ValueSource(ints = {1001, 10_001, 50_000})
    void everyFieldOfAFormIsThere(int fields) {
        String form = IntStream.range(0, fields).mapToObj(i -> "f" + i + "=1").collect(Collectors.joining("&"));

        assertEquals("{\"returned\":" + fields + "}", form("count", form));
    }

    @Test
    void theFieldsComeInTheirOrderAfterTheQuerys() {
        String form = "zeta=1&alpha=2&mid=3&zeta=4&beta&b2=%C5%BE+";

        assertEquals(
                "{\"returned\":{\"q\":[\"0\"],\"alpha\":[\"q\",\"2\"],\"zeta\":[\"1\",\"4\"],\"mid\":[\"3\"],\"beta\":[\"\"],"
                        + "\"b2\":[\"ž \"]}}",
                form("parameters?q=0&alpha=q", form));
    }

    @ParameterizedTest
    @CsvSource({"a=50%&b=2, a", "b=2&na%me=1, na%me", "b=2&c=%FF, c", "c=%C5, c"})
    void aMalformedFieldIsNamed(String form, String name) {
        HttpResponse<String> response = client.post("js/it/uncaught.mjs", form, "Content-Type", FORM);

        assertProblem(400, "\"" + name + "\"", response);
        assertEquals(
                "TypeError INVALID_VALUE",
                ScriptClient.json(post("parameters", form)).getString("error"));
    }

    @Test
    void aFormInAnotherCharsetIsReadInIt() {
        BodyPublisher form = BodyPublishers.ofString("é=%E9", StandardCharsets.ISO_8859_1);

        assertEquals(
                "{\"returned\":{\"é\":[\"é\"]}}",
                send("parameters", form, "Content-Type", FORM + ";charset=\"iso-8859-1\"")
                        .body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void theBodyCanBeReadInEveryWayInAnyOrder(String method) {
        BodyPublisher form = BodyPublishers.ofString("a=%31");

        assertEquals(
                "{\"returned\":[\"1\",\"a=%31\",5,\"1\"]}",
                client.send(method, BODIES + "thenText", form, "Content-Type", FORM)
                        .body());
        assertEquals(
                "{\"returned\":[\"a=%31\",{\"a\":[\"1\"]}]}",
                client.send(method, BODIES + "textThenParameters", form, "Content-Type", FORM)
                        .body());
    }

    @Test
    void getHasABodyButNoForm() throws IOException {
        try (RawExchange exchange = begin("GET", "textThenParameters", "Content-Length: 3")) {
            exchange.send("a=1");
            assertReturned("[\"a=1\",{}]", exchange.readToEnd());
        }
    }

    @Test
    void aFormThatAFilterHasReadIsThere() {
        HttpResponse<String> response =
                client.post(BODIES + "parameters?q=1&a=0", "a=1&b=2", "Content-Type", FORM, "X-Consume", "b");

        assertEquals("2", response.headers().firstValue("X-Seen").orElse("none"));
        assertEquals(
                ScriptClient.json("{\"q\":[\"1\"],\"a\":[\"0\",\"1\"],\"b\":[\"2\"]}"),
                ScriptClient.json(response).getJsonObject("returned"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json; utf-8",
                "text/plain; charset=",
                "text/plain; charset",
                "json",
                "a/b/c",
                ";",
                "text/",
                "text/plain;;;=x",
                "application/json, text/plain"
            })
    void aSloppyContentTypeReachesTheScript(String type) throws IOException {
        assertEquals(type, seen(0, "Content-Type: " + type));
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo", "text/html;q=high", "*", "a/b/c", ",", "text/plain;q=2", "text/*;q"})
    void aSloppyAcceptReachesTheScript(String accept) throws IOException {
        assertEquals(accept, seen(1, "Accept: " + accept));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en_US;q=x", "*", "en;q=", "-", "x;q=1;q=2", "en-", "i-i-i-i"})
    void aSloppyLanguageReachesTheScript(String language) throws IOException {
        assertEquals(language, seen(2, "Accept-Language: " + language));
        String answer = RawExchange.get(BODIES + "locale", "Accept-Language: " + language);
        assertReturned("\"string\"", answer);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, application/json",
        "UTF-8, application/json;charset=utf-8",
        "UTF-16LE, application/json",
        "UTF-16BE, application/json",
        "UTF-16BE, application/json;charset=utf-16",
        "UTF-16LE, application/json;charset=UTF-16LE"
    })
    void aByteOrderMarkIsNoPartOfTheText(String charset, String type) {
        byte[] json = "\ufeff{\"a\":\"ž\"}".getBytes(Charset.forName(charset));
        BodyPublisher body = BodyPublishers.ofByteArray(json);

        assertEquals(
                "{\"returned\":{\"a\":\"ž\"}}",
                send("json", body, "Content-Type", type).body());
        assertEquals(
                "{\"returned\":\"{\\\"a\\\":\\\"ž\\\"}\"}",
                send("text", body, "Content-Type", type).body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkIsNoPartOfAForm(String charset) {
        BodyPublisher body = BodyPublishers.ofString("\ufeffa=1&ž=%C5%BE", Charset.forName(charset));

        assertEquals(
                "{\"returned\":{\"a\":[\"1\"],\"ž\":[\"ž\"]}}",
                send("parameters", body, "Content-Type", FORM).body());
    }

    @Test
    void anUnknownCharsetIsAnsweredWith415() {
        assertProblem(
                415, "klingon", client.post("js/it/uncaught.mjs", "a", "Content-Type", "text/plain; charset=klingon"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "X-GZip", "deflate", "raw deflate", "identity", "deflate, gzip", "identity,gzip"})
    void aCodedBodyIsDecoded(String coding) throws IOException {
        byte[] coded = coded("a=%C5%BE&b=2", coding);
        String name = coding.replace("raw ", "");

        assertEquals(
                "{\"returned\":[\"a=%C5%BE&b=2\",{\"a\":[\"ž\"],\"b\":[\"2\"]}]}",
                send(
                                "textThenParameters",
                                BodyPublishers.ofByteArray(coded),
                                "Content-Type",
                                FORM,
                                "Content-Encoding",
                                name)
                        .body());
    }

    @Test
    void anUnknownCodingIsAnsweredWith415() {
        HttpResponse<String> response = coded("br", "a".getBytes(StandardCharsets.UTF_8));

        assertProblem(415, "br", response);
        assertEquals(
                "gzip, deflate",
                response.headers().firstValue("Accept-Encoding").orElse("none"));
        assertProblem(415, "5 codings", coded("gzip,gzip,gzip,gzip,gzip", new byte[1]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate"})
    void aBrokenCodingIsAnsweredWith400(String coding) throws IOException {
        byte[] whole = coded("hello hello hello", coding);

        assertProblem(400, coding, coded(coding, "plain text".getBytes(StandardCharsets.UTF_8)));
        assertProblem(400, coding, coded(coding, Arrays.copyOf(whole, whole.length / 2)));
    }

    @Test
    void whatIsTooLargeOnceDecodedIsAnsweredWith413() throws IOException {
        byte[] bomb = coded("x".repeat(MOST_BYTES + 1), "gzip");

        assertTrue(bomb.length < 100_000);
        assertProblem(413, "scripting.request.max-bytes", coded("gzip", bomb));
    }

    @Test
    void anAnnouncedLengthOverTheLimitIsAnsweredBeforeTheScriptRuns() throws IOException {
        try (RawExchange exchange =
                begin("POST", "thenNothing", "Content-Length: " + (MOST_BYTES + 1), "Expect: 100-continue")) {
            assertTrue(exchange.readUntil("scripting.request.max-bytes").contains("HTTP/1.1 413 "));
        }
    }

    @Test
    void aChunkedBodyOverTheLimitIsAnErrorOfTheReader() {
        BodyPublisher body = chunked("x".repeat(MOST_BYTES + 1));

        assertEquals(
                "{\"returned\":\"TypeError LIMIT_EXCEEDED\"}",
                send("thenNothing", body).body());
        assertProblem(413, "scripting.request.max-bytes", client.send("POST", "js/it/uncaught.mjs", body));
    }

    @Test
    void aRefusalThatWasCaughtHidesNoLaterError() {
        HttpResponse<String> response = client.send("POST", "js/it/caught.mjs", chunked("x".repeat(MOST_BYTES + 1)));

        assertProblem(500, "log", response);
        assertEquals("SCRIPTING-0208", ScriptClient.json(response).getString("error"));
    }

    @Test
    void jsonTooDeepIsRefusedAndCostsNoContext() {
        PoolFigures before = PoolFigures.idle();
        String deep = "[".repeat(1_000_000) + "]".repeat(1_000_000);

        assertEquals(
                "TypeError INVALID_VALUE", ScriptClient.json(post("json", deep)).getString("error"));
        assertEquals(before.discarded(), PoolFigures.idle().discarded());
    }

    @Test
    void multipartHasFieldsAndParts() {
        String body = field("Content-Disposition: form-data; name=\"b\"", "1")
                + field("Content-Disposition: form-data; name=\"ž\"\r\nContent-Type: text/plain;charset=UTF-8", "žluť")
                + field(
                        "Content-Disposition: form-data; name=\"f\"; filename=\"C:\\x\\..\\žluť.txt\"\r\nX-A: 1\r\nx-a: 2",
                        "file")
                + field("Content-Disposition: form-data; name=\"b\"", "2")
                + field("Content-Disposition: form-data; name=\"e\"; filename=\"\"\r\nContent-Type: a/b", "")
                + "--frontier--\r\n";

        assertEquals(
                "{\"returned\":{\"q\":[\"0\"],\"b\":[\"1\",\"2\"],\"ž\":[\"žluť\"]}}",
                multipart("parameters?q=0", body));
        assertEquals(
                "{\"returned\":[[\"b\",null,null,1,{\"content-disposition\":\"form-data; name=\\\"b\\\"\"},\"1\",1],"
                        + "[\"ž\",null,\"text/plain;charset=UTF-8\",6,{\"content-disposition\":\"form-data; name=\\\"ž\\\"\","
                        + "\"content-type\":\"text/plain;charset=UTF-8\"},\"žluť\",6],"
                        + "[\"f\",\"žluť.txt\",null,4,{\"content-disposition\":\"form-data; name=\\\"f\\\"; "
                        + "filename=\\\"C:\\\\x\\\\..\\\\žluť.txt\\\"\",\"x-a\":\"1, 2\"},\"file\",4],"
                        + "[\"b\",null,null,1,{\"content-disposition\":\"form-data; name=\\\"b\\\"\"},\"2\",1],"
                        + "[\"e\",\"\",\"a/b\",0,{\"content-disposition\":\"form-data; name=\\\"e\\\"; filename=\\\"\\\"\","
                        + "\"content-type\":\"a/b\"},\"\",0]]}",
                multipart("parts", body));
        assertEquals("{\"returned\":[true,true,true]}", multipart("frozenParts", body));
    }

    @Test
    void filesOnDiskAreDeletedAfterTheRequest() {
        String large = field("Content-Disposition: form-data; name=\"f\"; filename=\"f\"", "x".repeat(3 << 20))
                + field("Content-Disposition: form-data; name=\"g\"; filename=\"g\"", "y".repeat(2000))
                + "--frontier--\r\n";

        assertEquals("{\"returned\":[3145728,2000]}", multipart("partSizes", large));
        assertEquals("{\"returned\":[2," + large.length() + ",2]}", multipart("partsThenText", large));
        assertEquals(500, sendMultipart("js/it/failing.mjs", large).statusCode());
        assertProblem(400, "multipart", sendMultipart("js/it/uncaught.mjs", large.substring(0, 2 << 20)));
        assertEquals("0", client.get("files").body());
    }

    @Test
    void malformedMultipartIsAnsweredWith400() {
        String part = field("Content-Disposition: form-data; name=\"b\"", "1");

        assertProblem(400, "multipart", sendMultipart("js/it/uncaught.mjs", part));
        assertProblem(400, "multipart", sendMultipart("js/it/uncaught.mjs", "no part at all"));
        for (String nameless : List.of("form-data", "attachment; name=\"a\"", "form-data; filename=\"a\"")) {
            String body = field("Content-Disposition: " + nameless, "1") + part;
            assertProblem(400, "no name", sendMultipart("js/it/uncaught.mjs", body));
        }
        assertProblem(400, "multipart", client.post("js/it/uncaught.mjs", part, "Content-Type", "multipart/form-data"));
        assertProblem(
                413, "scripting.request.max-parts", sendMultipart("js/it/uncaught.mjs", part.repeat(MOST_PARTS + 1)));
        assertProblem(
                413,
                "scripting.request.max-fields",
                client.post(
                        "js/it/uncaught.mjs",
                        "a&".repeat(100_001),
                        "Content-Type",
                        "application/x-www-form-urlencoded"));
        assertEquals("{\"returned\":[]}", multipart("parts", "--frontier--\r\n"));
        assertEquals("{\"returned\":[]}", post("parts", "a=1").body());
    }

    private static RawExchange begin(String method, String name, String... headers) throws IOException {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type: " + FORM;
        all[headers.length + 1] = "Connection: close";
        return RawExchange.begin(method + " " + Deployments.base().getPath() + BODIES + name, all);
    }

    private static void assertReturned(String expected, String answer) {
        assertTrue(answer.contains("{\"returned\":" + expected + "}"), answer);
    }

    /** What the script sees of a header, or of another one by its place. */
    private static String seen(int place, String header) throws IOException {
        String line = "POST " + Deployments.base().getPath() + BODIES + "head";
        try (RawExchange exchange = RawExchange.begin(line, header, "Content-Length: 4", "Connection: close")) {
            exchange.send("body");
            String answer = exchange.readToEnd();
            assertEquals(200, RawExchange.status(answer), answer);
            String json = answer.substring(answer.indexOf("{\"returned\""), answer.lastIndexOf('}') + 1);
            var returned = ScriptClient.json(json).getJsonArray("returned");
            assertEquals("body", returned.getString(3));
            return returned.getString(place, answer);
        }
    }

    private String form(String name, String form) {
        return post(name, form).body();
    }

    private HttpResponse<String> post(String name, String form) {
        return client.post(BODIES + name, form, "Content-Type", FORM);
    }

    private HttpResponse<String> send(String name, BodyPublisher body, String... headers) {
        return client.send("POST", BODIES + name, body, headers);
    }

    private HttpResponse<String> coded(String coding, byte[] body) {
        return client.send("POST", "js/it/uncaught.mjs", BodyPublishers.ofByteArray(body), "Content-Encoding", coding);
    }

    private String multipart(String name, String body) {
        return sendMultipart(BODIES + name, body).body();
    }

    private HttpResponse<String> sendMultipart(String path, String body) {
        return client.post(path, body, "Content-Type", "multipart/form-data; boundary=frontier");
    }

    private static String field(String head, String content) {
        return "--frontier\r\n" + head + "\r\n\r\n" + content + "\r\n";
    }

    private static void assertProblem(int status, String detail, HttpResponse<String> response) {
        assertEquals(status, response.statusCode(), response::body);
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("Content-Type").orElse("none"));
        assertTrue(ScriptClient.json(response).getString("detail").contains(detail), response::body);
    }

    private static byte[] coded(String text, String coding) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (String one : coding.split(", ?")) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (OutputStream coder = coder(one, out)) {
                coder.write(bytes);
            }
            bytes = out.toByteArray();
        }
        return bytes;
    }

    private static OutputStream coder(String coding, OutputStream out) throws IOException {
        return switch (coding) {
            case "gzip", "X-GZip" -> new GZIPOutputStream(out);
            case "deflate" -> new DeflaterOutputStream(out);
            case "raw deflate" -> new DeflaterOutputStream(out, new Deflater(Deflater.DEFAULT_COMPRESSION, true));
            default -> out;
        };
    }

    private static BodyPublisher chunked(String body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }
}
