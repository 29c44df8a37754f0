// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.both;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * An answer of HTTP/1.1, read from its bytes (one character a byte), without what two servers may differ in.
 *
 * @param status 0 when the connection ended without an answer
 * @param headers by lower-case name, values sorted
 * @param body decoded; null when it was cut
 */
record WireAnswer(int status, Map<String, List<String>> headers, String body) {
    /** Of the server and its connection, and how a body is framed: whether it is whole is seen from the body. */
    private static final Set<String> SERVERS_OWN = Set.of(
            "date",
            "server",
            "x-powered-by",
            "x-frame-options",
            "connection",
            "keep-alive",
            "transfer-encoding",
            "content-length");

    private static final Set<String> WITHOUT_BODY = Set.of("204", "205", "304");

    /** Stands after what came until the connection was broken. */
    static final String CUT = "\u0000cut";

    private static final String END = "\r\n\r\n";

    static WireAnswer of(String method, String bytes) {
        String answer = bytes;
        while (answer.startsWith("HTTP/1.1 1")) {
            answer = answer.substring(answer.indexOf(END) + END.length());
        }
        int head = answer.indexOf(END);
        if (head < 0) {
            return new WireAnswer(0, Map.of(), answer.isEmpty() ? "" : null);
        }
        String[] lines = answer.substring(0, head).split("\r\n");
        Map<String, List<String>> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] field = lines[i].split(":", 2);
            headers.computeIfAbsent(field[0].toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(field[1].strip());
        }
        String raw = answer.substring(head + END.length());
        List<String> length = headers.get("content-length");
        if (raw.endsWith(CUT) && length != null && Integer.parseInt(length.get(0)) == raw.length() - CUT.length()) {
            // whole by its length, and nobody waits for more
            raw = raw.substring(0, raw.length() - CUT.length());
        }
        String body = raw.endsWith(CUT) ? null : method.equals("HEAD") ? "" : body(headers, raw);
        if (WITHOUT_BODY.contains(lines[0].substring(9, 12))
                && raw.replace(CUT, "").isEmpty()) {
            // whole, however the connection ended
            body = "";
        }
        headers.keySet().removeAll(SERVERS_OWN);
        headers.replaceAll((name, values) -> normalized(values));
        int status = Integer.parseInt(lines[0].substring(9, 12));
        if (status >= 400
                && headers.getOrDefault("content-type", List.of("")).get(0).startsWith("text/html")) {
            headers.keySet().removeAll(Set.of("content-type", "content-language"));
            body = "the container's page";
        }
        return new WireAnswer(status, headers, body == null ? null : normalized(body));
    }

    private static String body(Map<String, List<String>> headers, String raw) {
        if (headers.containsKey("transfer-encoding")) {
            return dechunked(raw);
        }
        List<String> length = headers.get("content-length");
        return length != null && Integer.parseInt(length.get(0)) != raw.length() ? null : raw;
    }

    private static String dechunked(String raw) {
        StringBuilder body = new StringBuilder();
        int at = 0;
        while (true) {
            int line = raw.indexOf("\r\n", at);
            if (line < 0) {
                return null;
            }
            int size = Integer.parseInt(raw.substring(at, line).split(";")[0].strip(), 16);
            if (size == 0) {
                return body.toString();
            }
            if (line + 2 + size > raw.length()) {
                return null;
            }
            body.append(raw, line + 2, line + 2 + size);
            at = line + 2 + size + 2;
        }
    }

    private static List<String> normalized(List<String> values) {
        List<String> all =
                new ArrayList<>(values.stream().map(WireAnswer::normalized).toList());
        Collections.sort(all);
        return all;
    }

    /** Ids are made anew each time. */
    private static String normalized(String text) {
        return text.replaceAll("SCRIPTINGSID=[^;]+; [Pp]ath=([^;]*); HttpOnly; SameSite=[Ll]ax", "SCRIPTINGSID=*; $1")
                .replaceAll("\"errorId\":\"[^\"]+\"", "\"errorId\":\"*\"");
    }

    static String text(byte... bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
