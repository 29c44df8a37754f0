// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every action of the explorer's page in a browser. */
@ExtendWith(ArquillianExtension.class)
class ExplorerBrowserIT {
    private static Chromium chromium;

    private ExplorerWindow window;

    @Deployment(testable = false)
    static WebArchive application() throws GeneralSecurityException {
        Map<String, String> settings = new HashMap<>(SealSettings.of("secret*"));
        settings.put("scripting.explorer", "local");
        settings.put("scripting.development", "true");
        return Deployments.war("explorer", settings);
    }

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @BeforeEach
    void newWindow() {
        window = new ExplorerWindow(chromium.newWindow(1440, ColorScheme.LIGHT));
    }

    @AfterEach
    void nothingWentWrong() {
        assertEquals(List.of(), chromium.problems());
    }

    /** What is in the session, a change of it, a script, and what the script changes. */
    @Test
    void oneFindsChangesRunsAndSees() {
        window.script("fill");
        window.explore();
        assertThat(window.attribute("text")).containsText("tea");

        window.toggle("text");
        window.button("Edit").click();
        window.field("Value").fill("coffee");
        window.button("Save").click();
        assertThat(window.attribute("text")).containsText("coffee");

        window.view("Scripts");
        window.button("Call it/shop.mjs").click();
        window.page().getByLabel("Path below").fill("it/shop.mjs/count");
        window.button("Send").click();

        assertThat(window.region("Answer")).containsText("200");
        assertThat(window.region("Answer")).containsText("count was nothing, is 1");
        assertThat(window.region("Body of the answer")).containsText("{\"returned\":1}");
        window.view("Session");
        assertThat(window.attribute("count")).containsText("number");
        assertTrue(window.script("read").contains("\"text\":\"coffee\""));
    }

    @Test
    void attributesAreAddedOfEachTypeAndDeleted() {
        window.explore();
        add("a text", "text", "<b>tea</b>");
        add("a number", "number", "1.5");
        add("a boolean", "boolean", "true");
        add("a date", "date", "2026-11-30T05:20:00.000Z");
        add("an object", "JSON", "{\"items\":[1,{\"$date\":\"2026-11-30T05:20:00.000Z\"}]}");

        String stored = window.script("read");
        List.of(
                        "\"a text\":\"<b>tea</b>\"",
                        "\"a number\":1.5",
                        "\"a boolean\":true",
                        "\"a date\":\"2026-11-30T05:20:00.000Z\"",
                        "\"an object\":{\"items\":[1,\"2026-11-30T05:20:00.000Z\"]}")
                .forEach(one -> assertTrue(stored.contains(one), stored));
        window.toggle("an object");
        assertThat(window.attribute("an object")).containsText("Date 2026-11-30T05:20:00.000Z");
        window.button("Delete").click();
        window.dialog().getByRole(AriaRole.BUTTON).first().click();
        assertThat(window.attribute("an object")).hasCount(0);
        assertThat(window.text("4 in all")).isVisible();
    }

    private void add(String name, String type, String value) {
        window.button("Add attribute").click();
        window.field("Name").fill(name);
        window.field("Type").selectOption(type);
        window.field("Value").fill(value);
        window.button("Save").click();
        assertThat(window.attribute(name)).isVisible();
    }

    @Test
    void whatCannotBeStoredIsToldAndKeptInTheForm() {
        window.explore();
        window.button("Add attribute").click();
        window.field("Name").fill("WELD_x");
        window.field("Type").selectOption("number");
        window.field("Value").fill("many");
        window.button("Save").click();
        assertThat(window.alert()).containsText("This is no number.");
        window.field("Value").fill("5");
        window.button("Save").click();

        assertThat(window.alert()).containsText("belongs to the container or a framework");
        window.button("Cancel").click();
        assertThat(window.dialog()).hasCount(0);
        chromium.forgetAnswers(422);
    }

    @Test
    void anEditOfWhatHasChangedMeanwhileIsRefused() {
        window.script("count");
        window.explore();
        window.toggle("count");
        window.button("Edit").click();
        window.script("count");
        window.field("Value").fill("50");
        window.button("Save").click();

        assertThat(window.alert()).containsText("has changed since");
        chromium.forgetAnswers(409);
    }

    @Test
    void theSessionIsRenewedAndEnded() {
        window.script("fill");
        window.explore();
        Locator id = window.page().locator("code");
        String before = id.innerText();

        window.button("New id").click();
        assertThat(window.text("The session has a new id.")).isVisible();
        assertThat(id).not().hasText(before);
        assertThat(window.attribute("cart")).isVisible();

        window.button("End session").click();
        window.button("End the session").click();
        assertThat(window.text("This browser has no session here")).isVisible();
        assertEquals("{\"returned\":{}}", window.script("read"));
    }

    /** No click, no reload: another window of the same browser changes the session. */
    @Test
    void whatAScriptChangesIsSeenAsItHappens() {
        window.script("count");
        window.explore();
        assertThat(window.attribute("count")).containsText("1");
        window.toggle("count");

        window.script("count");

        assertThat(window.attribute("count")).containsText("changed");
        assertThat(window.attribute("count").locator("bdi.text")).hasText("2");
        window.script("changeId");
        window.script("count");
        assertThat(window.attribute("count").locator("bdi.preview")).hasText("3");
        window.script("end");
        assertThat(window.text("The session has ended")).isVisible();
        window.script("count");
        window.button("Look again").click();
        assertThat(window.attribute("count").locator("bdi.preview")).hasText("1");
    }

    @Test
    void theTimeThatIsLeftRunsDownWhileSomebodyLooks() {
        window.script("short");
        window.explore();

        assertThat(window.page().getByRole(AriaRole.TIMER)).hasText(Pattern.compile("00:00:0[012]"));
        assertThat(window.text("The session has ended")).isVisible();
    }

    @Test
    void aLookThatIsOverGoesOnByTheUsersWill() {
        String looks = "**/explorer/api/session?*";
        window.script("fill");
        window.explore();
        window.page()
                .route(
                        looks,
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setStatus(410)
                                .setContentType("application/json")
                                .setBody("{\"detail\":\"It is over.\"}")));
        assertThat(window.text("Paused: It is over.")).isVisible();

        window.page().unroute(looks);
        window.button("Look again").click();

        assertThat(window.text("Paused")).hasCount(0);
        assertThat(window.attribute("cart")).isVisible();
        chromium.forgetAnswers(410);
    }

    @Test
    void scriptsAreCalledWithMethodQueryHeadersAndBody() {
        window.explore();
        window.view("Scripts");
        assertThat(window.page()
                        .getByRole(AriaRole.ROW)
                        .filter(new Locator.FilterOptions().setHasText("it/managers.mjs")))
                .containsText("manager, who is logged in");
        window.field("Method").selectOption("POST");
        window.page().getByLabel("Path below").fill("it/echo.mjs");
        window.field("Query").fill("a=b");
        window.field("Headers, one a line").fill("X-One: 1\nContent-Type: text/csv");
        window.field("Body").fill("x;y");
        window.button("Send").click();

        assertThat(window.region("Answer")).containsText("201");
        assertThat(window.region("Answer")).containsText("POST a=b 1 text/csv x;y");
        assertThat(window.region("Answer")).containsText("x-answer: <i>yes</i>");
        window.field("Headers, one a line").fill("no header");
        window.button("Send").click();
        assertThat(window.text("Write headers as Name: value")).isVisible();
    }

    @Test
    void theScratchPadRunsWhatIsTyped() {
        window.explore();
        window.view("Scripts");
        window.field("Script")
                .fill("import { session, response } from \"sdk/http\";"
                        + " response.json(session.update(\"n\", (n = 6) => n * 7));");
        window.button("Run once").click();

        assertThat(window.region("Answer")).containsText("200");
        assertThat(window.region("Answer")).containsText("n was nothing, is 42");
    }

    @Test
    void theServersFiguresMove() {
        window.script("fill");
        window.explore();
        window.view("Server");
        assertThat(window.text(Pattern.compile("^calls: \\d"))).isVisible();

        for (int i = 0; i < 20; i++) {
            window.script("count");
        }

        assertThat(window.text(Pattern.compile("^p99: (?!0\\.00)\\d"))).isVisible();
        assertThat(window.page().getByRole(AriaRole.IMG)).hasCount(2);
        assertThat(window.text("of 4")).isVisible();
    }

    /** Markup, script URLs, marks of direction and 60 kB are text, and nothing of it is unseen. */
    @Test
    void hostileNamesAndValuesAreText() {
        window.script("odd");
        window.script("large");
        window.explore();
        assertThat(window.attribute("<img src=x onerror=alert(1)>")).containsText("<script>alert(1)</script>");
        assertThat(window.attribute("javascript:alert(1)")).isVisible();
        assertThat(window.attribute("\\u{202e}right to left")).containsText("\\u{202e}value\\u{200f}");
        assertThat(window.attribute("half \\u{d800}")).containsText("\\u{dc00}");
        window.toggle("half \\u{d800}");
        assertThat(window.attribute("half \\u{d800}").locator("bdi.text")).hasText("half \\u{dc00}");
        window.toggle("<img");
        assertThat(window.attribute("<img").locator("bdi.text")).hasText("<script>alert(1)</script>");
        window.toggle("large3");
        assertEquals(
                60_000, window.attribute("large3").locator("pre").innerText().length());
        assertEquals(0, window.page().locator("img, a[href^='javascript']").count());
        assertEquals(1, window.page().locator("script").count());
    }

    @Test
    void aThousandAttributesAreShownAndFiltered() {
        window.script("many");
        window.explore();
        assertThat(window.text("1000 in all")).isVisible();

        window.field("Filter by name").fill("A099");

        assertThat(window.text("10 of 1000")).isVisible();
        assertThat(window.attribute("a0995")).isVisible();
    }
}
