// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** 20 seconds ({@code fuzz.seconds}) of requests that no browser sends: no unexpected 500, no hang, no context lost. */
@ExtendWith(ArquillianExtension.class)
@Timeout(180)
class FuzzIT {
    private static final long NANOS = TimeUnit.SECONDS.toNanos(Long.getLong("fuzz.seconds", 20));
    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "get", "TRACE", "FOO", "");
    private static final List<String> PIECES = List.of(
            "..",
            "%2e%2e",
            "%2f",
            "%5c",
            "%00",
            "%",
            "%zz",
            "%c0%af",
            "%ff",
            "/",
            "//",
            "\\",
            ";",
            ";jsessionid=x",
            "?",
            "&",
            "=",
            "+",
            "#",
            "a",
            "takes.mjs",
            "_x.mjs",
            ".x.mjs",
            "\u0001",
            "\u007f",
            "é",
            "日",
            "\uD83D\uDE00",
            "__proto__",
            "[]",
            "{}",
            "\"",
            "'",
            "<script>",
            "${x}",
            "%n",
            "\t",
            " ",
            "x".repeat(300),
            "-1",
            "9".repeat(40),
            "null",
            "SCRIPTINGSID=1",
            "__Host-x=1",
            ",");
    private static final List<String> HEADERS = List.of(
            "Cookie",
            "Content-Type",
            "Accept-Language",
            "Content-Length",
            "X-Forwarded-For",
            "Authorization",
            "Range",
            "Expect",
            "Accept",
            "Transfer-Encoding",
            "Content-Encoding",
            "X-HTTP-Method-Override",
            "Origin",
            "If-None-Match",
            "Upgrade",
            "Forwarded");

    /** The same requests each time, so that a build fails for what was changed; {@code -Dfuzz.seed=...} looks further. */
    private final long seed = Long.getLong("fuzz.seed", 20261123);

    private final Random random = new Random(seed);

    @Deployment(testable = false)
    static WebArchive application() {
        return PoolFigures.addTo(Deployments.war(
                "sandbox", Map.of("scripting.timeout", "PT5S", "scripting.request.max-bytes", "4 KiB")));
    }

    @Test
    void noRequestBringsTheServerToFall() throws IOException {
        PoolFigures before = PoolFigures.idle();
        long end = System.nanoTime() + NANOS;
        int sent = 0;
        int ran = 0;
        while (System.nanoTime() < end) {
            String[] request = request();
            String answer = answer(request);
            int status = RawExchange.status(answer);
            assertTrue(
                    status != 500 && status != 503,
                    () -> "seed " + seed + ": " + String.join(" | ", request) + " -> " + answer);
            ran += status == 200 ? 1 : 0;
            sent++;
        }
        assertTrue(sent > 300 && ran > sent / 20, "sent " + sent + ", of which scripts answered " + ran);
        assertEquals("0", new ScriptClient().get("js/it/takes.mjs").body().replaceAll("\\d+", "0"));
        assertEquals(before.discarded(), PoolFigures.idle().discarded());
    }

    /** The request line, the headers, and the body last. */
    private String[] request() {
        String path = Deployments.base().getPath() + "js/it/" + (random.nextInt(4) == 0 ? "" : "takes.mjs/") + some(4);
        String query = random.nextBoolean() ? "" : "?" + some(6);
        String method = METHODS.get(random.nextInt(random.nextInt(4) == 0 ? METHODS.size() : 7));
        String line = method + " " + path.replaceAll("[ \\t\\u0001#]", "") + query.replaceAll("[ \\t\\u0001#]", "");
        String body = random.nextInt(3) == 0 ? some(random.nextInt(60)) : "";
        String headers = IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> header(HEADERS.get(random.nextInt(HEADERS.size()))))
                .collect(Collectors.joining("\r\n"));
        return new String[] {line, headers, body};
    }

    /** Undertow itself answers 500, before any application, to a cookie that is not ASCII or has a control character. */
    private String header(String name) {
        String value = some(4);
        return name + ": " + (name.equals("Cookie") ? value.replaceAll("[^ -~]", "") : value);
    }

    private String some(int most) {
        return IntStream.range(0, random.nextInt(most + 1))
                .mapToObj(i -> PIECES.get(random.nextInt(PIECES.size())))
                .collect(Collectors.joining());
    }

    private static void sendBody(RawExchange exchange, String body, boolean ownLength) throws IOException {
        try {
            exchange.send(body);
            if (ownLength) {
                // its length is a lie: the server may wait for more, until it is told that nothing comes
                exchange.endRequest();
            }
        } catch (SocketException cut) {
            // whom the server refuses for the head alone may be cut off by now; the answer to that is there to be read
            return;
        }
    }

    private String answer(String... request) throws IOException {
        String length = "Content-Length: " + request[2].getBytes(StandardCharsets.UTF_8).length;
        boolean own = request[1]
                .toLowerCase(Locale.ROOT)
                .matches("(?s).*(content-length|transfer-encoding|expect|upgrade):.*");
        String headers =
                (request[1].isEmpty() ? "" : request[1] + "\r\n") + (own ? "" : length + "\r\n") + "Connection: close";
        try (RawExchange exchange = RawExchange.begin(request[0], headers)) {
            sendBody(exchange, request[2], own);
            return exchange.readToEnd();
        } catch (SocketTimeoutException hang) {
            throw new AssertionError("seed " + seed + ": no answer to " + String.join(" | ", request), hang);
        }
    }
}
