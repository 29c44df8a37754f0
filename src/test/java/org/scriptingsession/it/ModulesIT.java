// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a script can import, what it finds, and that there is nothing else. */
@ExtendWith(ArquillianExtension.class)
class ModulesIT {
    /** ECMA-262, 16th edition, clause 19; ECMA-402; and what the API adds. */
    private static final List<String> GLOBALS = List.of(
            "globalThis Infinity NaN undefined eval isFinite isNaN parseFloat parseInt decodeURI decodeURIComponent",
            "encodeURI encodeURIComponent escape unescape AggregateError Array ArrayBuffer BigInt BigInt64Array",
            "BigUint64Array Boolean DataView Date Error EvalError FinalizationRegistry Float16Array Float32Array",
            "Float64Array Function Int8Array Int16Array Int32Array Iterator Map Number Object Promise Proxy RangeError",
            "ReferenceError RegExp Set String Symbol SyntaxError TypeError Uint8Array Uint8ClampedArray",
            "Uint16Array Uint32Array URIError WeakMap WeakRef WeakSet Atomics JSON Math Reflect Intl console crypto",
            "TextEncoder TextDecoder");

    /** Numbers of 16 bits need JDK 20. The server runs on the JDK that runs this. */
    private static final boolean HAS_FLOAT16 = Runtime.version().feature() >= 20;

    private final ScriptClient client = new ScriptClient();

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war("modules")
                .addAsWebInfResource(
                        Deployments.resource("modules/importmap.json").toFile(), "scripts/importmap.json");
    }

    @Test
    void theGlobalsAreThoseOfEcmaScript2025AndTheApi() {
        List<String> names = strings(ok("globals.mjs"));

        assertEquals(
                new TreeSet<>(GLOBALS.stream()
                        .flatMap(line -> Stream.of(line.split(" ")))
                        .filter(name -> !name.equals("Float16Array") || HAS_FLOAT16)
                        .toList()),
                new TreeSet<>(names));
    }

    @Test
    void jsonIsAModuleThatIsFrozenToTheLast() {
        assertEquals(
                "[2.5,true,true,true,\"TypeError\",\"TypeError\",\"TypeError\"]",
                ok("json.mjs").body());
        assertEquals(404, client.get("js/it/prices.json").statusCode());
    }

    @Test
    void bareSpecifiersMeanWhatTheImportMapSays() {
        assertEquals("[2,42,2.5,true,true]", ok("mapped.mjs").body());
    }

    /** Dirigible's names mean another request than the product's own: getJSON differs. */
    @Test
    void everyNameOfTheSdkIsOneObject() {
        assertEquals(
                "[\"Request Response Session request response session\",true,true,true,true]",
                ok("exports.mjs").body());
    }

    @ParameterizedTest
    @CsvSource({
        "session, getAttribute getAttributeNames getCreationTime getId getLastAccessedTime getMaxInactiveInterval"
                + " invalidate isNew isValid removeAttribute setAttribute setMaxInactiveInterval",
        "request, getAttribute getAttributeNames getAuthType getBytes getCharacterEncoding getContentLength"
                + " getContentType getContextPath getCookies getHeader getHeaderNames getHeaders getLocalAddress"
                + " getLocalName getLocalPort getLocale getMethod getParameter getParameterNames getParameterValues"
                + " getParameters getPathInfo getPathTranslated getProtocol getQueryString getRemoteAddress"
                + " getRemoteHost getRemotePort getRemoteUser getRequestURI getRequestURL getResourcePath getScheme"
                + " getServerName getServerPort getText isSecure isUserInRole isValid json removeAttribute setAttribute",
        "response, addCookie addHeader close containsHeader encodeRedirectURL encodeURL flush getCharacterEncoding"
                + " getContentType getHeader getHeaderNames isCommitted isValid json print println reset sendError"
                + " sendRedirect setCharacterEncoding setContentLength setContentType setHeader setLocale setStatus write"
    })
    void theObjectsHaveTheFunctionsOfTheApi(String object, String functions) {
        List<String> found = strings(ok("functions.mjs/" + object));

        assertEquals(
                List.of(),
                Stream.of(functions.split(" "))
                        .filter(name -> !found.contains(name))
                        .toList());
    }

    @Test
    void scriptsImportEachOtherByRelativePath() {
        assertEquals(
                "[\"default\",\"deep\",\"shared\",[\"deepName\",\"everything\",\"shared\"],\"url\"]",
                ok("relative.mjs").body());
    }

    @Test
    void scriptsMayImportEachOtherInACircle() {
        assertEquals("[\"ping\",\"pong\",\"ping\",\"pong\"]", ok("cycle.mjs").body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fs",
                "node:fs",
                "./absent.mjs",
                "/etc/passwd",
                "../../../../../../etc/passwd",
                "../../web.xml",
                "https://example.org/a.mjs",
                "file:///etc/passwd",
                "data:text/javascript,export default 1",
                "sdk/absent",
                "sdk/http/absent",
                "sdk:/http",
                "@dirigible/absent",
                "java:java.lang.System",
                ""
            })
    void importingAnythingElseAtRunTimeIsRefused(String specifier) {
        HttpResponse<String> response =
                ok("dynamic.mjs?specifier=" + URLEncoder.encode(specifier, StandardCharsets.UTF_8));

        assertEquals("\"true\"", response.body());
    }

    @Test
    void nothingOfTheHostIsInReach() {
        assertEquals(
                "[[],\"undefined\",\"undefined\",\"function\"]", ok("reach.mjs").body());
    }

    @Test
    void theLanguageIsEcmaScript2025() {
        assertEquals(
                "{\"strict\":true,\"intl\":\"1.234,5\",\"utf8\":[197,190],\"text\":\"ž\",\"iterator\":[2,4,6],"
                        + "\"sets\":[1,2,3],\"grouped\":{\"odd\":[1,3],\"even\":[2]},\"escaped\":\"\\\\x61\\\\.b\","
                        + "\"tried\":\"function\",\"half\":\""
                        + (HAS_FLOAT16 ? "function" : "undefined") + "\",\"modifiers\":true,\"lines\":\"24\","
                        + "\"top\":\"awaited\"}",
                ok("engine.mjs").body());
    }

    @Test
    void theConsoleTakesAnything() {
        assertEquals(
                "[\"assert\",\"count\",\"countReset\",\"debug\",\"dir\",\"error\",\"group\",\"groupCollapsed\",\"groupEnd\","
                        + "\"info\",\"log\",\"table\",\"time\",\"timeEnd\",\"timeLog\",\"trace\",\"warn\"]",
                ok("console.mjs").body());
    }

    private static List<String> strings(HttpResponse<String> response) {
        try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
            return reader.readArray().getValuesAs(JsonString::getString);
        }
    }

    private HttpResponse<String> ok(String path) {
        HttpResponse<String> response = client.get("js/it/" + path);
        assertEquals(200, response.statusCode(), response::body);
        return response;
    }
}
