// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who develops, and looks at it in a browser, gets an error as a page that says where it is and what may help. */
@ExtendWith(ArquillianExtension.class)
class ErrorPageIT {
    /** What Chromium sends when somebody follows a link. */
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

    private final ScriptClient client = new ScriptClient();

    @Deployment(testable = false)
    static WebArchive application() throws IOException {
        Path folder = Deployments.folder();
        try (Stream<Path> mistakes = Files.list(Deployments.resource("mistakes"))) {
            for (Path mistake : mistakes.toList()) {
                Files.copy(mistake, folder.resolve(mistake.getFileName()));
            }
        }
        return Deployments.war(
                "explorer", Map.of("scripting.development", "true", "scripting.scripts.directory", folder.toString()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "require | CommonJS is not supported",
                "process | There is no process",
                "timeout | There are no timers",
                "fetch | Scripts have no network",
                "misspelt | There is no session.getAtribute. The nearest names: &quot;getAttribute&quot;",
                "frozen | Built-in objects, globalThis and values of the session are frozen",
                "frozen-value | Built-in objects, globalThis and values of the session are frozen",
                "awaits | The function load is async, and line 5 calls it without await",
                "promise | write await before the call",
                "unimported | Import it first: import { session, request, response }",
                "misspelt-import | The nearest names: &quot;_list.mjs&quot;",
                "misspelt-sdk | The nearest names: &quot;sdk/http&quot;",
                "misspelt-export | The nearest names: &quot;last&quot;",
                "misspelt-name | The nearest names: &quot;session&quot;",
                "package | A package of npm is copied into the scripts&#39; root"
            })
    void aCommonMistakeHasAHint(String script, String hint) {
        String page = page(script + ".mjs");

        assertTrue(page.contains("<p class=\"hint\">") && page.contains(hint), page);
        assertTrue(page.contains(script + ".mjs:"), page);
    }

    @ParameterizedTest
    @CsvSource({"broken.mjs, 2, const b = ;", "misspelt-import.mjs, 1, import { last } from &quot;./_lst.mjs&quot;;"})
    void whatCannotBeParsedOrImportedIsShownWhereItStands(String script, int line, String source) {
        String page = page(script);

        assertTrue(page.contains("    %d > %s</span>".formatted(line, source)), page);
        assertTrue(page.contains("^</span>"), page);
    }

    @Test
    void theStackLeadsToEachFramesSource() {
        String page = page("stack.mjs");

        assertTrue(page.contains("<a href=\"#frame-1\">last (_list.mjs:3:"), page);
        assertTrue(page.contains("<a href=\"#frame-2\">newest (stack.mjs:4:"), page);
        assertTrue(page.contains("id=\"frame-3\""), page);
        assertTrue(page.contains("    3 >     throw new Error("), page);
        assertTrue(page.contains("    4 > const newest = (cart) =&gt; last(cart);"), page);
    }

    @Test
    void everythingOnItIsText() {
        String page = page("stack.mjs");

        assertTrue(page.contains("an empty &lt;b&gt;list&lt;/b&gt; &amp; \\u202emore"), page);
        assertTrue(page.contains("<code>&lt;i&gt;name&lt;/i&gt;</code>"), page);
        assertFalse(page.contains("<b>") || page.contains("<i>") || page.contains("<script"), page);
        String hostile = send(
                        "stack.mjs?a=<script>alert(1)</script>"
                                .replace("<", "%3C")
                                .replace(">", "%3E"),
                        "X-Name",
                        "<b>bold</b>")
                .body();
        assertTrue(hostile.contains("&lt;b&gt;bold&lt;/b&gt;"), hostile);
        assertFalse(hostile.contains("<b>"), hostile);
    }

    /** Its names, and not its values; of the request no secrets. */
    @Test
    void theSessionAndTheRequestAreNamed() {
        client.get("js/it/shop.mjs/fill");
        String page = send("require.mjs?a=b", "Authorization", "Basic c2VjcmV0").body();

        assertTrue(page.contains("<code>cart</code>") && page.contains("<code>secretCard</code>"), page);
        assertTrue(page.contains("GET</th><td>/it/js/require.mjs?a=b"), page);
        assertFalse(page.contains("4111") || page.contains("c2VjcmV0"), page);
        assertFalse(page.contains(client.sessionCookie().orElseThrow()), page);
    }

    @Test
    void thePageRunsAndLoadsNothing() {
        HttpResponse<String> answer = send("require.mjs");

        String policy = answer.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.startsWith("default-src 'none'; style-src 'sha256-"), policy);
        assertEquals(List.of("no-store"), answer.headers().allValues("Cache-Control"));
        assertEquals(500, answer.statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "*/*",
                "application/problem+json, text/html;q=0.5",
                "text/html;q=0.4, application/json;q=0.5",
                "text/html;q=0",
                "text/plain"
            })
    void whoeverElseAsksGetsTheProblem(String accept) {
        HttpResponse<String> answer = client.send("GET", "js/require.mjs", BodyPublishers.noBody(), "Accept", accept);

        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(ScriptClient.json(answer).getString("stack").contains("require.mjs:1:"), answer.body());
    }

    @Test
    void aScriptThatIsNotThereIsAPageToo() {
        HttpResponse<String> answer = send("none.mjs");

        assertEquals(404, answer.statusCode());
        assertTrue(answer.body().contains("There is no script at this path"), answer.body());
    }

    private String page(String script) {
        HttpResponse<String> answer = send(script);
        assertEquals(500, answer.statusCode(), answer.body());
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html"), answer.body());
        return answer.body();
    }

    private HttpResponse<String> send(String path, String... headers) {
        String[] all =
                Stream.concat(Stream.of("Accept", BROWSER), Stream.of(headers)).toArray(String[]::new);
        return client.send("GET", "js/" + path, BodyPublishers.noBody(), all);
    }
}
