// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.api.ScriptingSession;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.exchange.Problem;
import org.scriptingsession.script.ScriptRepository;
import org.scriptingsession.value.Sha256;

/**
 * An error as a page, for who develops: what happened and where, in the source itself, what may help, and what the request and
 * the session had. Everything on it may be of a client or script: it is escaped, and the page runs and loads nothing.
 */
@Dependent
class ErrorPage {
    static final String MEDIA_TYPE = "text/html;charset=UTF-8";

    private static final int LINES_AROUND = 4;
    private static final int LONGEST_LINE = 300;
    private static final int MOST_PLACES = 30;
    private static final int MOST_NAMES = 200;

    /** What a screen shows to whoever stands behind it. */
    private static final Set<String> SECRETS =
            Set.of("cookie", "authorization", "proxy-authorization", "x-api-key", "x-csrf-token");

    private static final String STYLE =
            """
            :root{color-scheme:light dark;--paper:#fff;--ink:#1b2430;--quiet:#556273;--raised:#f3f5f8;
            --link:#0b5cad;--bad:#a81e2c;--mark:#ffe9e9}
            @media(prefers-color-scheme:dark){:root{--paper:#12171e;--ink:#e6ebf1;--quiet:#a3b0c0;--raised:#1c232d;
            --link:#7cb8f5;--bad:#ff99a1;--mark:#4a1f25}}
            body{margin:0 auto;max-width:60rem;padding:1rem;background:var(--paper);color:var(--ink);
            font:16px/1.5 system-ui,sans-serif}
            h1{font-size:1.3rem;color:var(--bad)}h1,dd,li,td{overflow-wrap:anywhere}
            h2{font-size:1.1rem;margin:1.5rem 0 .5rem}
            h3{font-size:1rem;font-weight:400;margin:1rem 0 .25rem}h1,h3,pre,code{font-family:ui-monospace,monospace}
            a{color:var(--link)}pre{margin:0;padding:.5rem 0;overflow-x:auto;background:var(--raised);font-size:.9rem}
            pre span{display:block;padding:0 .75rem}pre .here{background:var(--mark);color:inherit}
            .hint{padding:.5rem .75rem;border-left:.3rem solid var(--link);background:var(--raised)}
            .quiet,th{color:var(--quiet)}
            table{border-collapse:collapse}th,td{text-align:left;vertical-align:top;padding:.15rem .75rem .15rem 0;
            font-weight:400}
            """;

    /** With nothing from anywhere but this style. */
    static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'sha256-" + hash(STYLE)
                    + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Vary",
            "Accept");

    @Inject
    private ScriptRepository repository;

    @Inject
    private ScriptingSession session;

    @Inject
    private ErrorHints hints;

    @Inject
    private ScriptingConfig config;

    /** The whole page. */
    String of(Problem problem, ScriptingException error, HttpServletRequest request) {
        List<ErrorPlace> places = ErrorPlace.of(error);
        String source = places.isEmpty() ? "" : source(places.get(0));
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>")
                .append(problem.mistake().status())
                .append(" - Scripting Session</title><style>")
                .append(STYLE)
                .append("</style></head><body><main><h1>")
                .append(text(error.getMessage()))
                .append("</h1>\n");
        hints.of(error, places, source)
                .forEach(hint ->
                        page.append("<p class=\"hint\">").append(text(hint)).append("</p>\n"));
        addPlaces(page, places);
        addRequest(page, request);
        addSession(page);
        page.append("<p class=\"quiet\">")
                .append(text(error.id()))
                .append(", error id <code>")
                .append(text(problem.id()));
        page.append(
                "</code>, which the server's log has too. Shown because <code>scripting.development</code> is true.");
        if (config.explorer().isOn()) {
            page.append(" <a href=\"").append(text(request.getContextPath())).append("/explorer/\">Explorer</a>");
        }
        return page.append("</p></main></body></html>\n").toString();
    }

    private void addPlaces(StringBuilder page, List<ErrorPlace> places) {
        if (places.isEmpty()) {
            return;
        }
        page.append("<h2>Source</h2>\n");
        addCode(page, places.get(0), 1);
        if (places.size() > 1) {
            List<ErrorPlace> shown = places.subList(0, Math.min(places.size(), MOST_PLACES));
            page.append("<h2>Stack</h2><ol>");
            for (int i = 0; i < shown.size(); i++) {
                page.append("<li><a href=\"#frame-")
                        .append(i + 1)
                        .append("\">")
                        .append(named(shown.get(i)))
                        .append("</a></li>");
            }
            page.append("</ol>\n");
            for (int i = 1; i < shown.size(); i++) {
                addCode(page, shown.get(i), i + 1);
            }
        }
    }

    private static String named(ErrorPlace place) {
        String where = "%s:%d:%d".formatted(place.file(), place.line(), place.column());
        return text(place.function().isEmpty() ? where : place.function() + " (" + where + ")");
    }

    private void addCode(StringBuilder page, ErrorPlace place, int number) {
        page.append("<h3 id=\"frame-")
                .append(number)
                .append("\">")
                .append(named(place))
                .append("</h3>");
        List<String> lines = source(place).lines().toList();
        int first = Math.max(1, place.line() - LINES_AROUND);
        int last = Math.min(lines.size(), place.line() + LINES_AROUND);
        if (last >= first) {
            page.append("<pre tabindex=\"0\" role=\"region\" aria-label=\"Source of frame ")
                    .append(number)
                    .append("\">");
            for (int line = first; line <= last; line++) {
                addLine(page, lines.get(line - 1), line, place);
            }
            page.append("</pre>");
        }
        page.append('\n');
    }

    private static void addLine(StringBuilder page, String line, int number, ErrorPlace place) {
        boolean here = number == place.line();
        String shown = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "..." : line;
        page.append(here ? "<span class=\"here\">" : "<span>")
                .append("%5d%s ".formatted(number, here ? " >" : "  "))
                .append(text(shown))
                .append("</span>");
        if (here && place.column() > 0 && place.column() <= shown.length() + 1) {
            // tabs are as wide as they are above
            String before = shown.substring(0, place.column() - 1).replaceAll("[^\t]", " ");
            page.append("<span class=\"here\">        ").append(before).append("^</span>");
        }
    }

    private static void addRequest(StringBuilder page, HttpServletRequest request) {
        page.append("<h2>Request</h2><table>");
        String query = request.getQueryString();
        addRow(page, request.getMethod(), request.getRequestURI() + (query == null ? "" : "?" + query));
        for (String name : Collections.list(request.getHeaderNames())) {
            boolean secret = SECRETS.contains(name.toLowerCase(Locale.ROOT));
            addRow(page, name, secret ? "(not shown)" : String.join(", ", Collections.list(request.getHeaders(name))));
        }
        page.append("</table>\n");
    }

    private static void addRow(StringBuilder page, String name, String value) {
        page.append("<tr><th scope=\"row\">")
                .append(text(name))
                .append("</th><td>")
                .append(text(value))
                .append("</td></tr>");
    }

    /** Names alone: a value may be a secret. */
    private void addSession(StringBuilder page) {
        List<String> names = names();
        page.append("<h2>Attributes of the session</h2>");
        if (names.isEmpty()) {
            page.append("<p>There is none.</p>\n");
            return;
        }
        page.append("<ul>");
        names.stream().sorted().limit(MOST_NAMES).forEach(name -> page.append("<li><code>")
                .append(text(name))
                .append("</code></li>"));
        page.append("</ul>");
        if (names.size() > MOST_NAMES) {
            page.append("<p>").append(names.size() - MOST_NAMES).append(" more</p>");
        }
        page.append('\n');
    }

    private List<String> names() {
        try {
            return session.getAttributeNames();
        } catch (ScriptingException over) {
            return List.of();
        }
    }

    private String source(ErrorPlace place) {
        return repository.text("/" + place.file()).orElse("");
    }

    /** As text of HTML, in an attribute's value too; what has no sign, or turns the text's direction, is written out. */
    static String text(String raw) {
        StringBuilder text = new StringBuilder(raw.length() + 16);
        raw.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                case '\'' -> text.append("&#39;");
                default -> {
                    if (isHidden(c)) {
                        text.append("\\u{").append(Integer.toHexString(c)).append('}');
                    } else {
                        text.appendCodePoint(c);
                    }
                }
            }
        });
        return text.toString();
    }

    private static boolean isHidden(int c) {
        int type = Character.getType(c);
        return c != '\t' && c != '\n' && type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static String hash(String style) {
        return Base64.getEncoder().encodeToString(Sha256.begin().digest(style.getBytes(StandardCharsets.UTF_8)));
    }
}
