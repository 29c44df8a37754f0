// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptingsession.api.ErrorCode;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.error.Failures;
import org.scriptingsession.error.Mistake;

/** Status, headers and cookies are kept, checked, and then sent in one go. */
class ResponseHeadTest {
    private final ResponseHead head = new ResponseHead();
    private final List<String> sent = new ArrayList<>();
    private String protocol = "HTTP/1.1";

    @Test
    void aLengthThatThereIsNoRoomForIsNotAnnounced() {
        ResponseHead full = new ResponseHead();
        for (int i = 0; i < 80; i++) {
            full.header("X-" + i, "1", true);
        }

        Failures.of(Mistake.TOO_MANY_HEADERS, () -> full.header("Content-Length", "5", true));

        assertTrue(full.length() < 0);
    }

    @Test
    void untouchedItIsOkAndText() {
        assertEquals(List.of("setStatus [200]", "setContentType [text/plain;charset=UTF-8]"), send());
    }

    @ParameterizedTest
    @CsvSource({
        "text/html, text/html;charset=UTF-8, UTF-8",
        "TEXT/css, TEXT/css;charset=UTF-8, UTF-8",
        "text/plain; charset=ISO-8859-2, text/plain;charset=ISO-8859-2, ISO-8859-2",
        "text/plain; Charset=\"utf-8\", text/plain;charset=UTF-8, UTF-8",
        "text/plain;charset=\"ut\\f-16\", text/plain;charset=UTF-16, UTF-16",
        "text/plain; charset=utf-8; format=flowed; , text/plain;format=flowed;charset=UTF-8, UTF-8",
        "application/json, application/json, UTF-8",
        "application/ld+json;profile=\"a;charset=b\", application/ld+json;profile=\"a;charset=b\", UTF-8",
        "multipart/mixed; boundary=\"a b\", multipart/mixed;boundary=\"a b\", UTF-8",
        "image/png, image/png, UTF-8"
    })
    void aTextTypeHasACharset(String type, String expected, String charset) {
        head.contentType(type);

        assertEquals(expected, head.contentType());
        assertEquals(charset, head.charset().name());
    }

    @Test
    void theEncodingReplacesTheTypesCharset() {
        head.contentType("text/html; charset=UTF-8");
        head.characterEncoding("iso-8859-1");

        assertEquals("text/html;charset=ISO-8859-1", head.contentType());
    }

    @Test
    void theCharsetStaysWhenTheTypeChanges() {
        head.characterEncoding("ISO-8859-1");
        head.contentType("text/html");
        assertEquals("text/html;charset=ISO-8859-1", head.contentType());

        head.contentType("text/css;charset=UTF-16");
        head.header("Content-Type", "application/xml", true);
        assertEquals("application/xml;charset=UTF-16", head.contentType());
    }

    @Test
    void theParametersStayWhenTheCharsetChanges() {
        head.contentType("text/plain; format=flowed; charset=UTF-8; delsp=yes");
        head.characterEncoding("UTF-16");
        assertEquals("text/plain;format=flowed;delsp=yes;charset=UTF-16", head.contentType());

        head.contentType("text/html");
        assertEquals("text/html;charset=UTF-16", head.contentType());
    }

    @Test
    void jsonTakesTheTypeThatWasSet() {
        head.contentType("text/plain");
        head.contentTypeOfJson();
        assertEquals("text/plain;charset=UTF-8", head.contentType());

        ResponseHead untyped = new ResponseHead();
        untyped.characterEncoding("ISO-8859-1");
        untyped.contentTypeOfJson();
        assertEquals("application/json;charset=ISO-8859-1", untyped.contentType());
    }

    @Test
    void theEncodingStaysOnceTextWasWritten() {
        head.characterEncoding("ISO-8859-1");
        head.charsetOfText();

        assertInvalidValue(() -> head.characterEncoding("UTF-8"));
        assertInvalidValue(() -> head.contentType("text/html;charset=UTF-8"));
        head.contentType("text/html");
        assertEquals("text/html;charset=ISO-8859-1", head.contentType());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "json",
                "a/b/c",
                "text/",
                "/html",
                "text /html",
                "text/html utf-8",
                "text/html; utf-8",
                "text/html; charset=",
                "text/html; a=\"b",
                "text/html, text/css",
                "text/html\r\nX-A: b"
            })
    void whatIsNoMediaTypeIsRefused(String type) {
        assertInvalidValue(() -> head.contentType(type));
        assertInvalidValue(() -> head.header("Content-Type", type, true));

        assertEquals("text/plain;charset=UTF-8", head.contentType());
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-charset", "", "a b", "ISO-2022-CN", "x-JISAutoDetect"})
    void anUnknownEncodingIsRefused(String encoding) {
        assertInvalidValue(() -> head.characterEncoding(encoding));
        assertInvalidValue(() -> head.contentType("text/plain; charset=" + encoding));
    }

    @Test
    void headersAreReplacedOrAddedWhateverTheirCase() {
        head.header("X-One", "1", true);
        head.header("x-one", "2", true);
        head.header("X-Two", "a", false);
        head.header("x-TWO", "b", false);

        assertTrue(send().containsAll(List.of("setHeader [X-One, 2]", "setHeader [X-Two, a]", "addHeader [X-Two, b]")));
    }

    @Test
    void theContentTypeIsOneWayOrTheOther() {
        head.header("content-TYPE", "text/html", false);

        assertEquals("text/html;charset=UTF-8", head.contentType());
        assertTrue(head.headers().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 205, 304})
    void aResponseWithoutBodyHasNeitherTypeNorLength(int status) {
        head.header("Content-Length", "9", true);
        head.status(status);
        assertEquals(-1, head.length());

        List<String> expected = status == 205
                ? List.of("setStatus [205]", "setContentLength [0]", "setHeader [Connection, close]")
                : List.of("setStatus [" + status + "]");
        assertEquals(expected, send());
    }

    @Test
    void noConnectionEndsInHttp2() {
        protocol = "HTTP/2.0";
        head.status(205);

        assertEquals(List.of("setStatus [205]", "setContentLength [0]"), send());
    }

    @Test
    void theLengthIsTheScriptsWhereItSetOne() {
        head.header("content-length", "9", true);

        assertEquals("setHeader [content-length, 9]", send().get(2));
        assertEquals(3, sent.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "+1", "0x1", "1.0", "1e1", "1, 1", "1 ", "\u0661", "9999999999999999999"})
    void aLengthIsAWholeNumber(String length) {
        assertInvalidValue(() -> head.header("Content-Length", length, true));
        assertInvalidValue(() -> head.header("content-length", length, false));

        assertEquals(-1, head.length());
    }

    @Test
    void thereIsOneLength() {
        head.header("Content-Length", "007", false);
        head.header("content-length", "7", false);
        assertInvalidValue(() -> head.header("Content-Length", "8", false));

        assertEquals(7, head.length());
        assertEquals(List.of("7"), head.headers().get("CONTENT-LENGTH"));
        head.header("Content-Length", "8", true);
        assertEquals(8, head.length());
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 101, 199, 600, 0, -1})
    void aFinalStatusIsFrom200To599(int status) {
        assertInvalidValue(() -> head.status(status));
        head.status(200);
        head.status(599);
    }

    @Test
    void cookiesAreHeadersBesideThoseOfTheContainer() {
        head.cookie("c", "v", Map.of("Max-Age", "60", "SameSite", "Strict", "Path", "/it"));
        head.cookie("d", "w", Map.of());

        String first = "c=v; Max-Age=60; Path=/it; SameSite=Strict";
        assertEquals(List.of(first, "d=w"), head.headers().get("set-cookie"));
        assertEquals(
                List.of("addHeader [Set-Cookie, " + first + "]", "addHeader [Set-Cookie, d=w]"), send().subList(2, 4));
    }

    @Test
    void aCookieTakesThePlaceOfTheSame() {
        head.cookie("c", "1", Map.of());
        head.cookie("c", "2", Map.of("Path", "/"));
        head.cookie("c", "3", Map.of("Secure", ""));

        assertEquals(List.of("c=2; Path=/", "c=3; Secure"), head.headers().get("Set-Cookie"));
    }

    @Test
    void wrongCookiesAreRefused() {
        assertInvalidValue(() -> head.cookie("c", "a;b", Map.of()));

        assertEquals(2, send().size());
    }

    private static void assertInvalidValue(Executable work) {
        assertEquals(
                ErrorCode.INVALID_VALUE,
                assertThrows(ScriptingException.class, work).code());
    }

    private List<String> send() {
        head.send(request(protocol), recording());
        return sent;
    }

    private static HttpServletRequest request(String protocol) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                ResponseHeadTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, arguments) -> protocol);
    }

    private HttpServletResponse recording() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServletResponse.class}, (self, method, arguments) -> {
                    sent.add(method.getName() + " " + Arrays.toString(arguments));
                    return null;
                });
    }
}
