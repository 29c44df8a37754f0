// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids cannot be guessed, come from the server alone, and travel in a cookie that scripts of a page cannot read. */
abstract class IdRules {
    /** What OWASP ASVS 5.0, 7.2.3, asks for. */
    private static final int LEAST_BITS = 128;

    private final ScriptClient client = new ScriptClient();

    @Test
    void aHundredThousandIdsLookRandom() {
        List<String> ids =
                client.get("raw/ids").body().lines().map(IdRules::withoutRoute).toList();
        assertEquals(100_000, ids.size());
        assertEquals(ids.size(), new HashSet<>(ids).size());

        int length = ids.get(0).length();
        double bits = 0;
        for (int position = 0; position < length; position++) {
            int at = position;
            int[] counts = new int[128];
            ids.forEach(id -> counts[id.charAt(at)]++);
            long symbols = Arrays.stream(counts).filter(count -> count > 0).count();
            assertTrue(isUniform(counts, symbols, ids.size()), () -> "position " + at + " is not uniform");
            assertTrue(repeatsAsChance(ids, at, symbols), () -> "position " + at + " depends on the id before");
            bits += Math.log(symbols) / Math.log(2);
        }
        assertTrue(bits >= LEAST_BITS, "only " + bits + " bits");
    }

    @Test
    void anIdThatTheServerDidNotMakeIsNotTaken() {
        String invented = "0123456789abcdef".repeat(4);

        HttpResponse<String> answer = new ScriptClient()
                .send(
                        "GET",
                        "js/it/life.mjs/begin",
                        BodyPublishers.noBody(),
                        "Cookie",
                        ScriptClient.SESSION_COOKIE + "=" + invented);

        assertEquals(200, answer.statusCode());
        assertFalse(answer.body().contains(invented), answer.body());
        assertNotEquals(List.of(), answer.headers().allValues("Set-Cookie"));
    }

    /** A browser sends those of other paths and domains as well. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "NAME=stale; GOOD",
                "NAME=; GOOD",
                "GOOD; NAME=stale",
                "GOOD; NAME=",
                "NAME=a; NAME=b.c; a=b; GOOD; NAME=d"
            })
    void anotherSessionCookieHidesNoSession(String cookies) throws IOException {
        client.value("life.mjs", "begin");
        String good = client.sessionCookie().orElseThrow();
        String header = cookies.replace("NAME", ScriptClient.SESSION_COOKIE).replace("GOOD", good);
        for (String work : new String[] {"mark", "increment", "mark"}) {
            try (RawExchange exchange =
                    RawExchange.begin("GET /it/js/it/life.mjs/" + work, "Cookie: " + header, "Connection: close")) {
                String answer = exchange.readToEnd();

                String expected = work.equals("mark") ? "\"here\"" : "1";
                assertTrue(answer.endsWith("{\"returned\":" + expected + "}"), answer);
                assertFalse(answer.contains("Set-Cookie"), answer);
            }
        }
    }

    @Test
    void ofStaleSessionCookiesNoneBecomesASession() throws IOException {
        String header =
                "Cookie: NAME=0123456789abcdef; NAME=fedcba9876543210".replace("NAME", ScriptClient.SESSION_COOKIE);
        try (RawExchange exchange = RawExchange.begin("GET /it/js/it/life.mjs/begin", header, "Connection: close")) {
            String answer = exchange.readToEnd();

            assertTrue(answer.contains("Set-Cookie: " + ScriptClient.SESSION_COOKIE), answer);
            assertFalse(answer.contains("0123456789abcdef"), answer);
            assertFalse(answer.contains("fedcba9876543210"), answer);
        }
    }

    @Test
    void anIdInTheUrlIsNoSession() {
        client.value("life.mjs", "begin");
        String id = client.sessionCookie().orElseThrow().split("=")[1];

        HttpResponse<String> answer = new ScriptClient().get("raw/all;jsessionid=" + withoutRoute(id));

        assertFalse(answer.body().contains("mark=here"), answer.body());
    }

    @Test
    void theCookieIsHttpOnlyLaxAndOfItsOwnName() {
        String cookie = client.get("js/it/life.mjs/begin").headers().allValues("Set-Cookie").stream()
                .filter(header -> header.startsWith(ScriptClient.SESSION_COOKIE + "="))
                .findFirst()
                .orElse("none");

        String lower = cookie.toLowerCase(Locale.ROOT);
        assertTrue(lower.contains("; httponly"), cookie);
        assertTrue(lower.contains("; samesite=lax"), cookie);
        assertTrue(lower.contains("; path=/it"), cookie);
        assertFalse(lower.contains("secure"), cookie);
    }

    /** Chi-square; the bound is eight standard deviations above what chance gives. */
    private static boolean isUniform(int[] counts, long symbols, int size) {
        double expected = (double) size / symbols;
        double chiSquare = Arrays.stream(counts)
                .filter(count -> count > 0)
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
        double freedom = symbols - 1.0;
        return symbols > 1 && chiSquare <= freedom + 8 * Math.sqrt(2 * freedom);
    }

    /** How often a character is the same as in the id before; within eight standard deviations. */
    private static boolean repeatsAsChance(List<String> ids, int position, long symbols) {
        long same = 0;
        for (int i = 1; i < ids.size(); i++) {
            same += ids.get(i).charAt(position) == ids.get(i - 1).charAt(position) ? 1 : 0;
        }
        double chance = 1.0 / symbols;
        double deviation = Math.sqrt(ids.size() * chance * (1 - chance));
        return Math.abs(same - ids.size() * chance) <= 8 * deviation;
    }

    /** WildFly appends the node's name. */
    private static String withoutRoute(String id) {
        return id.split("\\.")[0];
    }
}
