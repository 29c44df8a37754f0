// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptingsession.error.Failures;
import org.scriptingsession.error.Mistake;

/** A cookie is written as RFC 6265bis has it. */
class SetCookieTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"", "v", "YWJjZA==", "ann@example.org", "http://h/p?q=1", "(a)[b]{c}", "\"q\"", "\"\"", "%C5%BE"
            })
    void theValueIsAsGiven(String value) {
        assertEquals("c=" + value, new SetCookie("c", value, Map.of()).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                "a,b",
                "a;b",
                "{\"a\":1}",
                "\"",
                "a\"",
                "\"a",
                "\"a b\"",
                "\"a\"b\"",
                "a\\b",
                "ž",
                "\t",
                "a\r\nX: y",
                "\0"
            })
    void aValueThatOthersWouldCutIsToBeEncoded(String value) {
        Failures.of(Mistake.INVALID_COOKIE_VALUE, () -> new SetCookie("c", value, Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "Path, /it, Path=/it",
        "Domain, example.org, Domain=example.org",
        "SameSite, None, SameSite=None",
        "samesite, lax, samesite=lax",
        "Priority, High, Priority=High",
        "max-age, 60, Max-Age=60",
        "Max-Age, 007, Max-Age=7",
        "Max-Age, 0, Max-Age=0",
        "Max-Age, -1, Max-Age=0",
        "Max-Age, 999999999999999999, Max-Age=999999999999999999",
        "HttpOnly, true, HttpOnly",
        "secure, '', secure",
        "Partitioned, TRUE, Partitioned",
        "Own, '', Own",
        "Expires, 'Thu, 01 Jan 1970 00:00:00 GMT', 'Expires=Thu, 01 Jan 1970 00:00:00 GMT'",
        "expires, 'Wed, 5 Nov 2025 08:09:10 +0100', 'Expires=Wed, 05 Nov 2025 07:09:10 GMT'",
        "Expires, 'Fri, 31 Dec 9999 23:59:59 GMT', 'Expires=Fri, 31 Dec 9999 23:59:59 GMT'"
    })
    void attributesAreWrittenAsHttpHasThem(String attribute, String text, String written) {
        assertEquals("c=v; " + written, new SetCookie("c", "v", Map.of(attribute, text)).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"HttpOnly", "secure", "Partitioned"})
    void aFlagThatIsOffIsLeftOut(String flag) {
        assertEquals("c=v", new SetCookie("c", "v", Map.of(flag, "false")).toString());
        Failures.of(Mistake.INVALID_ARGUMENT, () -> new SetCookie("c", "v", Map.of(flag, "yes")));
    }

    @ParameterizedTest
    @CsvSource({
        "Max-Age, soon",
        "Max-Age, ''",
        "Max-Age, 1.5",
        "Max-Age, 1e3",
        "Max-Age, NaN",
        "Max-Age, +1",
        "Max-Age, 1000000000000000000",
        "Expires, Invalid Date",
        "Expires, ''",
        "Expires, 0",
        "Expires, 2026-11-25T15:38:29.000Z",
        "Expires, 'Thu, 25 Nov 2026 15:38:29 GMT'",
        "Expires, 'Sat, 01 Jan 12345 00:00:00 GMT'"
    })
    void anAttributeThatABrowserWouldDropIsRefused(String attribute, String text) {
        Failures.of(Mistake.INVALID_ARGUMENT, () -> new SetCookie("c", "v", Map.of(attribute, text)));
    }

    @Test
    void namesAndAttributesEndWhereTheyShould() {
        Failures.of(Mistake.INVALID_HEADER_NAME, () -> new SetCookie("a=b", "v", Map.of()));
        Failures.of(Mistake.INVALID_HEADER_NAME, () -> new SetCookie("c", "v", Map.of("a b", "")));
        Failures.of(Mistake.INVALID_HEADER_VALUE, () -> new SetCookie("c", "v", Map.of("Path", "/;x")));
        Failures.of(Mistake.INVALID_HEADER_VALUE, () -> new SetCookie("c", "v", Map.of("Path", "/\r\n")));
        Failures.of(
                Mistake.COOKIE_PREFIX, () -> new SetCookie("__Host-c", "v", Map.of("Secure", "false", "path", "/")));
        assertEquals(
                "__Host-c=v; path=/; secure",
                new SetCookie("__Host-c", "v", Map.of("secure", "true", "path", "/")).toString());
    }

    @Test
    void cookiesOfOneNameDomainAndPathAreOne() {
        String plain = identity(Map.of());

        assertEquals(plain, identity(Map.of("Max-Age", "1", "Secure", "")));
        assertNotEquals(plain, identity(Map.of("Path", "/")));
        assertNotEquals(plain, new SetCookie("C", "v", Map.of()).identity());
        assertEquals(identity(Map.of("Domain", "example.org")), identity(Map.of("domain", ".Example.ORG")));
        assertNotEquals(identity(Map.of("Path", "/a")), identity(Map.of("Path", "/A")));
    }

    private static String identity(Map<String, String> attributes) {
        return new SetCookie("c", "v", attributes).identity();
    }
}
