// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.both;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/**
 * A request as clients may send it, rightly or sloppily; the same for the same random numbers. What a server answers before the
 * application is asked is left out, as README's table of differences has it.
 *
 * @param method of the request line
 * @param pieces of its bytes, one a character, as they are sent one after the other
 */
record RandomRequest(String method, String... pieces) {
    private static final List<String> METHODS =
            List.of("GET", "POST", "POST", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD");

    /** DELETE, GET and the like with a body are refused by Payara. */
    private static final List<String> WITH_BODY = List.of("POST", "PUT", "PATCH");

    private static final List<String> SEGMENTS =
            List.of("/a", "/%C5%BE", "/b%20c", "/x;y=z", "/..%61", "/%25", "/a+b", "/", "/1.5", "/__proto__");

    private static final List<String> FIELDS = List.of(
            "a=1",
            "a=2",
            "b=%C5%BE+y",
            "c",
            "=d",
            "e=",
            "a=50%25",
            "f=%F0%9F%98%80",
            "g=a=b",
            "__proto__=x",
            "h=%00",
            "i%5B%5D=1",
            "",
            "z=1",
            "y=2",
            "x=3",
            "c=%C5",
            "d=%ED%A0%80");

    private static final List<String> COOKIES = List.of(
            "a=1",
            "b=YWJjZA==",
            "mail=ann@example.org",
            "u=http://h/p?q=1",
            "j={\"k\":1}",
            "q=\"x y\"",
            "a=2",
            "c",
            "d=",
            "=e",
            "f=a b",
            "g=(x)[y]",
            "SCRIPTINGSID=stale",
            "SCRIPTINGSID=",
            "$Version=1",
            "h=%C5%BE",
            "i=a,b");

    private static final List<String> TYPES = List.of(
            "application/x-www-form-urlencoded",
            "application/x-www-form-urlencoded; charset=UTF-8",
            "application/x-www-form-urlencoded;charset=ISO-8859-1",
            "application/json",
            "application/json; utf-8",
            "text/plain; charset=",
            "text/plain;charset=UTF-16",
            "text/plain;charset=nonsense",
            "json",
            "a/b/c",
            "multipart/form-data; boundary=xx",
            "multipart/form-data",
            "");

    private static final List<String> BODIES = List.of(
            "",
            "a=1&b=2",
            "user=ann&pass=x%20y&user=bob",
            "a=50%&b=2",
            "{\"a\":[1,2,{\"b\":null}]}",
            "{not json",
            "\u00ef\u00bb\u00bf{\"a\":1}",
            "\u00ef\u00bb\u00bfa=1&b=2",
            "\u00fe\u00ff\u0000{\u0000}",
            "\u00c5\u00be\u00ff\u0000\u0001",
            "--xx\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--xx\r\nContent-Disposition: form-data; name=\"f\";"
                    + " filename=\"x.txt\"\r\nContent-Type: text/plain\r\n\r\nfile\r\n--xx--\r\n",
            "--xx\r\nbroken",
            "a=" + "x".repeat(20_000) + "&b=2");

    private static final List<String> HEADERS = List.of(
            "Accept: foo",
            "Accept: text/html;q=high",
            "Accept: */*",
            "Accept-Language: en_US;q=x",
            "Accept-Language: cs,en;q=0.5",
            "X-A: 1",
            "Origin: https://shop.example",
            "If-None-Match: \"x\"",
            "X-First: text",
            "X-First: json");

    private static final List<String> CODINGS = List.of("identity", "gzip", "GZIP", "br", "gzip, gzip", "");

    /** Calls of the response, as JSON; what is long is said by a repetition. */
    private static final List<String> STEPS = List.of(
            "[\"print\",\"a\"]",
            "[\"println\",\"\u017e\"]",
            "[\"print\",\"\\ud83d\"]",
            "[\"print\",\"\\ude00\"]",
            "[\"print\",{\"repeat\":{\"text\":\"x\",\"times\":9000}}]",
            "[\"print\",{\"repeat\":{\"text\":\"y\",\"times\":20000}}]",
            "[\"json\",{\"a\":1}]",
            "[\"setStatus\",201]",
            "[\"setStatus\",204]",
            "[\"setStatus\",205]",
            "[\"setStatus\",304]",
            "[\"setStatus\",99]",
            "[\"setContentType\",\"text/html\"]",
            "[\"setContentType\",\"text/plain;charset=ISO-8859-2\"]",
            "[\"setContentType\",\"application/x;boundary=q;format=flowed\"]",
            "[\"setContentType\",\"text/plain; charset=ISO-2022-CN\"]",
            "[\"setCharacterEncoding\",\"UTF-16\"]",
            "[\"setCharacterEncoding\",\"ISO-8859-1\"]",
            "[\"setHeader\",\"X-B\",\"1\"]",
            "[\"addHeader\",\"X-B\",\"2\"]",
            "[\"setHeader\",\"Content-Length\",\"3\"]",
            "[\"setContentLength\",5]",
            "[\"setContentLength\",0]",
            "[\"setLocale\",\"cs\"]",
            "[\"addCookie\",{\"name\":\"a\",\"value\":\"YWJjZA==\"}]",
            "[\"addCookie\",{\"name\":\"b\",\"value\":\"1\",\"attributes\":{\"Path\":\"/\",\"Max-Age\":60,\"HttpOnly\":true,"
                    + "\"Partitioned\":false,\"Domain\":null}}]",
            "[\"addCookie\",{\"name\":\"c\",\"value\":\"x y\"}]",
            "[\"addCookie\",{\"name\":\"a\",\"value\":\"2\"}]",
            "[\"flush\"]",
            "[\"reset\"]",
            "[\"close\"]",
            "[\"sendError\",404,\"none\"]",
            "[\"sendRedirect\",\"/elsewhere\"]",
            "[\"session\",1]",
            "[\"getHeader\",\"Content-Type\"]",
            "[\"getHeaders\",\"Set-Cookie\"]",
            "[\"getCharacterEncoding\"]",
            "[\"throw\",\"the end\"]");

    static RandomRequest of(Random random) {
        return random.nextInt(3) == 0 ? answering(random) : echoing(random);
    }

    private static RandomRequest answering(Random random) {
        String steps = "[" + String.join(",", some(random, STEPS, 1 + random.nextInt(6))) + "]";
        String method = random.nextInt(8) == 0 ? "HEAD" : "GET";
        return new RandomRequest(method, head(method, "/answer.mjs", List.of("X-Do: " + escaped(steps))));
    }

    /** A header has ASCII alone. */
    private static String escaped(String json) {
        StringBuilder ascii = new StringBuilder();
        for (char c : json.toCharArray()) {
            ascii.append(c < 0x80 ? String.valueOf(c) : "\\u%04x".formatted((int) c));
        }
        return ascii.toString();
    }

    private static RandomRequest echoing(Random random) {
        String method = one(random, METHODS);
        String path = "/echo.mjs" + String.join("", some(random, SEGMENTS, random.nextInt(3)));
        String query = random.nextBoolean() ? "" : "?" + String.join("&", some(random, FIELDS, random.nextInt(5)));
        List<String> headers = new ArrayList<>(some(random, HEADERS, random.nextInt(3)));
        if (random.nextInt(3) == 0) {
            headers.add("Cookie: " + String.join("; ", some(random, COOKIES, 1 + random.nextInt(4))));
        }
        if (!WITH_BODY.contains(method)) {
            return new RandomRequest(method, head(method, path + query, headers));
        }
        String type = one(random, TYPES);
        if (!type.isEmpty()) {
            headers.add("Content-Type: " + type);
        }
        String body = one(random, BODIES);
        String coding = random.nextInt(4) == 0 ? one(random, CODINGS) : "";
        if (!coding.isEmpty()) {
            headers.add("Content-Encoding: " + coding);
            body = coding.equalsIgnoreCase("gzip") ? gzip(body) : body;
        }
        boolean chunked = random.nextInt(4) == 0;
        headers.add(chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + body.length());
        String sent = chunked && !body.isEmpty()
                ? Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n"
                : chunked ? "0\r\n\r\n" : body;
        int cut = sent.isEmpty() ? 0 : random.nextInt(sent.length());
        return new RandomRequest(
                method, head(method, path + query, headers), sent.substring(0, cut), sent.substring(cut));
    }

    private static String head(String method, String target, List<String> headers) {
        return method + " /scripting-session/js" + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + String.join("\r\n", headers) + (headers.isEmpty() ? "" : "\r\n") + "\r\n";
    }

    private static String gzip(String body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return WireAnswer.text(bytes.toByteArray());
    }

    private static String one(Random random, List<String> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static List<String> some(Random random, List<String> all, int count) {
        List<String> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            some.add(one(random, all));
        }
        return some;
    }

    @Override
    public String toString() {
        return String.join("|", pieces).replace("\r\n", " ^ ");
    }
}
