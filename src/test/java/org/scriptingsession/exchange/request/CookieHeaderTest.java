// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scriptingsession.config.RequestConfig;

/** Cookies are what the client sent. */
class CookieHeaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a=1; b=two | [a][1] [b][two]",
                "z=1;y=2;  x=3 | [z][1] [y][2] [x][3]",
                "pad=YWJjZA== | [pad][YWJjZA==]",
                "mail=ann@example.org; u=http://h/p?q=1 | [mail][ann@example.org] [u][http://h/p?q=1]",
                "j={\"a\":1,\"b\":[2, (3)]} | [j][{\"a\":1,\"b\":[2, (3)]}]",
                "q=\"a b\"; e=\"\" | [q][\"a b\"] [e][\"\"]",
                "q=\"a;b\" | [q][\"a] [][b\"]",
                "a=1; a=2; A=3; a=1 | [a][1] [a][2] [A][3] [a][1]",
                " a = b c ; b= | [a][b c] [b][]",
                "; ;a=1;; | [a][1]",
                "alone; =x; =y=z | [][alone] [][x] [][y=z]",
                "$Version=1; a=\\x; n[k]=v,w | [$Version][1] [a][\\x] [n[k]][v,w]",
                "z=%C5%BE+%; w=ž | [z][%C5%BE+%] [w][ž]"
            })
    void aCookieIsWhatStandsBetweenSemicolons(String header, String expected) {
        assertEquals(expected, shown(header));
    }

    @Test
    void withoutTheHeaderThereAreNone() {
        assertEquals("", shown());
        assertEquals("", shown(""));
    }

    @Test
    void theCrumbsOfHttp2AreOneHeader() {
        ScriptingRequest request = new ScriptingRequest(
                request("a=1", "b=2; c=3", "d=4"), "/", "", null, new RequestConfig(1, 1, 1, 1, 1));

        assertEquals("[a][1] [b][2] [c][3] [d][4]", shown("a=1", "b=2; c=3", "d=4"));
        assertEquals("a=1; b=2; c=3; d=4", request.getHeader("cookie"));
        assertEquals(List.of("a=1; b=2; c=3; d=4"), request.getHeaders("COOKIE"));
        ScriptingRequest none = new ScriptingRequest(request(), "/", "", null, new RequestConfig(1, 1, 1, 1, 1));
        assertNull(none.getHeader("Cookie"));
        assertEquals(List.of(), none.getHeaders("Cookie"));
    }

    @Test
    void bytesAreUtf8WhereTheyCanBe() {
        assertEquals("[w][ž\uD83D\uDE00]", shown(latin1("w=ž\uD83D\uDE00")));
        assertEquals("[w][é]", shown("w=é"));
    }

    private static String latin1(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String shown(String... headers) {
        return CookieHeader.cookies(request(headers)).stream()
                .map(cookie -> "[" + cookie.name() + "][" + cookie.value() + "]")
                .collect(Collectors.joining(" "));
    }

    private static HttpServletRequest request(String... headers) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                CookieHeaderTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, arguments) ->
                        method.getName().equals("getHeaders") && "Cookie".equalsIgnoreCase((String) arguments[0])
                                ? Collections.enumeration(List.of(headers))
                                : null);
    }
}
