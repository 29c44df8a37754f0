// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The explorer's page in a browser, found by what it shows: roles and names. */
@ExtendWith(ArquillianExtension.class)
class ExplorerBrowserIT {
    private static final List<String> VIEWS = List.of("Session", "Scripts", "Server");
    private static final int MOST_TABS = 80;

    private static Chromium chromium;

    private Page page;

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
        page = chromium.newWindow(1440, ColorScheme.LIGHT);
    }

    @AfterEach
    void nothingWentWrong() {
        assertEquals(List.of(), chromium.problems());
    }

    /** What the issue asks first: what is in the session, a change of it, a script, and what the script changes. */
    @Test
    void oneFindsChangesRunsAndSees() {
        script("fill");
        explore();
        assertThat(attribute("text")).containsText("tea");

        attribute("text").getByText("text", exactly()).click();
        button("Edit").click();
        page.getByLabel("Value").fill("coffee");
        button("Save").click();
        assertThat(attribute("text")).containsText("coffee");

        view("Scripts");
        button("Call it/shop.mjs").click();
        page.getByLabel("Path below").fill("it/shop.mjs/count");
        button("Send").click();

        Locator answer = page.getByRole(AriaRole.REGION, named("Answer").setExact(true));
        assertThat(answer).containsText("200");
        assertThat(answer).containsText("count was nothing, is 1");
        assertThat(answer.getByRole(AriaRole.REGION, new Locator.GetByRoleOptions().setName("Body of the answer")))
                .containsText("{\"returned\":1}");
        view("Session");
        assertThat(attribute("count")).containsText("number");
        assertTrue(script("read").contains("\"text\":\"coffee\""));
    }

    @Test
    void attributesAreAddedOfEachTypeAndDeleted() {
        explore();
        add("a text", "text", "<b>tea</b>");
        add("a number", "number", "1.5");
        add("a boolean", "boolean", "true");
        add("a date", "date", "2026-11-30T05:20:00.000Z");
        add("an object", "JSON", "{\"items\":[1,{\"$date\":\"2026-11-30T05:20:00.000Z\"}]}");

        String stored = script("read");
        List.of(
                        "\"a text\":\"<b>tea</b>\"",
                        "\"a number\":1.5",
                        "\"a boolean\":true",
                        "\"a date\":\"2026-11-30T05:20:00.000Z\"",
                        "\"an object\":{\"items\":[1,\"2026-11-30T05:20:00.000Z\"]}")
                .forEach(one -> assertTrue(stored.contains(one), stored));
        attribute("an object").getByText("an object").click();
        assertThat(attribute("an object")).containsText("Date 2026-11-30T05:20:00.000Z");
        button("Delete").click();
        page.getByRole(AriaRole.DIALOG).getByText("Delete", exactly()).click();
        assertThat(attribute("an object")).hasCount(0);
        assertThat(page.getByText("4 in all")).isVisible();
    }

    private void add(String name, String type, String value) {
        button("Add attribute").click();
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(name);
        page.getByLabel("Type").selectOption(type);
        page.getByLabel("Value").fill(value);
        button("Save").click();
        assertThat(attribute(name)).isVisible();
    }

    @Test
    void whatCannotBeStoredIsToldAndKeptInTheForm() {
        explore();
        button("Add attribute").click();
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("WELD_x");
        page.getByLabel("Type").selectOption("number");
        page.getByLabel("Value").fill("many");
        button("Save").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("This is no number.");
        page.getByLabel("Value").fill("5");
        button("Save").click();

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("belongs to the container or a framework");
        button("Cancel").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertRefusals(422);
    }

    @Test
    void anEditOfWhatHasChangedMeanwhileIsRefused() {
        script("count");
        explore();
        attribute("count").getByText("count", exactly()).click();
        button("Edit").click();
        script("count");
        page.getByLabel("Value").fill("50");
        button("Save").click();

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("has changed since");
        assertRefusals(409);
    }

    /** Browsers tell of each refusal by themselves. */
    private void assertRefusals(int status) {
        assertTrue(chromium.problems().stream()
                .allMatch(problem -> problem.contains("responded with a status of " + status)));
    }

    @Test
    void theSessionIsRenewedAndEnded() {
        script("fill");
        explore();
        Locator id = page.locator("code");
        String before = id.innerText();

        button("New id").click();
        assertThat(page.getByText("The session has a new id.")).isVisible();
        assertThat(id).not().hasText(before);
        assertThat(attribute("cart")).isVisible();

        button("End session").click();
        button("End the session").click();
        assertThat(page.getByText("This browser has no session here")).isVisible();
        assertEquals("{\"returned\":{}}", script("read"));
    }

    /** No click, no reload: another window of the same browser changes the session. */
    @Test
    void whatAScriptChangesIsSeenAsItHappens() {
        script("count");
        explore();
        assertThat(attribute("count")).containsText("1");
        attribute("count").getByText("count", exactly()).click();

        script("count");

        assertThat(attribute("count")).containsText("changed");
        assertThat(attribute("count").locator("bdi.text")).hasText("2");
        script("changeId");
        script("count");
        assertThat(attribute("count").locator("bdi.preview")).hasText("3");
        script("end");
        assertThat(page.getByText("The session has ended")).isVisible();
        script("count");
        button("Look again").click();
        assertThat(attribute("count").locator("bdi.preview")).hasText("1");
    }

    @Test
    void theTimeThatIsLeftRunsDownWhileSomebodyLooks() {
        script("short");
        explore();

        assertThat(page.getByRole(AriaRole.TIMER)).hasText(Pattern.compile("00:00:0[012]"));
        assertThat(page.getByText("The session has ended")).isVisible();
    }

    @Test
    void aLookThatIsOverGoesOnByTheUsersWill() {
        script("fill");
        explore();
        page.route(
                "**/explorer/api/session?*",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(410)
                        .setContentType("application/json")
                        .setBody("{\"detail\":\"It is over.\"}")));
        assertThat(page.getByText("Paused: It is over.")).isVisible();

        page.unroute("**/explorer/api/session?*");
        button("Look again").click();

        assertThat(page.getByText("Paused")).hasCount(0);
        assertThat(attribute("cart")).isVisible();
        assertRefusals(410);
    }

    @Test
    void scriptsAreCalledWithMethodQueryHeadersAndBody() {
        explore();
        view("Scripts");
        assertThat(page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("it/managers.mjs")))
                .containsText("manager, who is logged in");
        page.getByLabel("Method").selectOption("POST");
        page.getByLabel("Path below").fill("it/echo.mjs");
        page.getByLabel("Query").fill("a=b");
        page.getByLabel("Headers").fill("X-One: 1\nContent-Type: text/csv");
        page.getByLabel("Body", new Page.GetByLabelOptions().setExact(true)).fill("x;y");
        button("Send").click();

        Locator answer = page.getByRole(AriaRole.REGION, named("Answer").setExact(true));
        assertThat(answer).containsText("201");
        assertThat(answer).containsText("POST a=b 1 text/csv x;y");
        assertThat(answer).containsText("x-answer: <i>yes</i>");
        page.getByLabel("Headers").fill("no header");
        button("Send").click();
        assertThat(page.getByText("Write headers as Name: value")).isVisible();
    }

    @Test
    void theScratchPadRunsWhatIsTyped() {
        explore();
        view("Scripts");
        page.getByLabel("Script", new Page.GetByLabelOptions().setExact(true))
                .fill(
                        "import { session, response } from \"sdk/http\"; response.json(session.update(\"n\", (n = 6) => n * 7));");
        button("Run once").click();

        Locator answer = page.getByRole(AriaRole.REGION, named("Answer").setExact(true));
        assertThat(answer).containsText("200");
        assertThat(answer).containsText("n was nothing, is 42");
    }

    @Test
    void theServersFiguresMove() {
        script("fill");
        explore();
        view("Server");
        assertThat(page.getByText(Pattern.compile("^calls: \\d"))).isVisible();

        for (int i = 0; i < 20; i++) {
            script("count");
        }

        assertThat(page.getByText(Pattern.compile("^p99: (?!0\\.00)\\d"))).isVisible();
        assertThat(page.getByRole(AriaRole.IMG, named(Pattern.compile("Calls per second"))))
                .isVisible();
        assertThat(page.getByText("of 4")).isVisible();
    }

    /** Markup, script URLs, marks of direction, 60 kB and a thousand attributes are text, and nothing of it is unseen. */
    @Test
    void hostileNamesAndValuesAreText() {
        script("odd");
        script("large");
        explore();
        assertThat(attribute("<img src=x onerror=alert(1)>")).containsText("<script>alert(1)</script>");
        assertThat(attribute("javascript:alert(1)")).isVisible();
        assertThat(attribute("\\u{202e}right to left")).containsText("\\u{202e}value\\u{200f}");
        assertThat(attribute("half \\u{d800}")).containsText("\\u{dc00}");
        attribute("half \\u{d800}").locator("summary").click();
        assertThat(attribute("half \\u{d800}").locator("bdi.text")).hasText("half \\u{dc00}");
        attribute("<img").locator("summary").click();
        assertThat(attribute("<img").locator("bdi.text")).hasText("<script>alert(1)</script>");
        attribute("large3").locator("summary").click();
        assertEquals(60_000, attribute("large3").locator("pre").innerText().length());
        assertEquals(0, page.locator("img, a[href^='javascript']").count());
        assertEquals(1, page.locator("script").count());
    }

    @Test
    void aThousandAttributesAreShownAndFiltered() {
        script("many");
        explore();
        assertThat(page.getByText("1000 in all")).isVisible();

        page.getByLabel("Filter by name").fill("A099");

        assertThat(page.getByText("10 of 1000")).isVisible();
        assertThat(attribute("a0995")).isVisible();
    }

    /** Tab, Enter and Escape do what the mouse does. */
    @Test
    void theKeyboardSuffices() {
        script("fill");
        explore();
        tabTo("Add attribute");
        press("Enter");
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
        page.keyboard().type("typed");
        tabTo("Value");
        page.keyboard().type("by hand");
        tabTo("Save");
        press("Enter");
        assertThat(attribute("typed")).containsText("by hand");

        tabTo("typed");
        press("Enter");
        assertThat(attribute("typed").locator("bdi.text")).hasText("by hand");
        tabTo("Edit");
        press("Enter");
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
        press("Escape");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        // where it was before
        tabTo("Delete");
        press("Enter");
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
        tabTo("Delete");
        press("Enter");
        assertThat(attribute("typed")).hasCount(0);

        tabTo("Scripts");
        press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, named("Scripts").setExact(true)))
                .isFocused();
        tabTo("Call it/shop.mjs");
        press("Enter");
        tabTo("Path below");
        page.keyboard().press("End");
        page.keyboard().type("/count");
        press("Enter");
        assertThat(page.getByText("count was nothing, is 1")).isVisible();
        tabTo("Server");
        press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, named("Contexts"))).isVisible();
        tabTo("Session");
        press("Enter");
        tabTo("End session");
        press("Enter");
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
        tabTo("End the session");
        press("Enter");
        assertThat(page.getByText("This browser has no session here")).isVisible();
    }

    private void press(String key) {
        page.keyboard().press(key);
    }

    /** Goes on until what has the focus is called so. */
    private void tabTo(String name) {
        for (int i = 0; i < MOST_TABS; i++) {
            press("Tab");
            String focused = (String)
                    page.evaluate(
                            "() => { const e = document.activeElement; return (e.labels?.[0] ?? e).textContent.trim().replace(/\\s+/g, ' '); }");
            if (focused.startsWith(name)) {
                return;
            }
        }
        throw new AssertionError("no way by the keyboard to " + name);
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void nobodyIsLeftOut(ColorScheme scheme) {
        page = chromium.newWindow(1024, scheme);
        explore();
        Chromium.assertAccessible(page, "without a session");
        script("fill");
        button("Look again").click();
        attribute("cart").locator("summary").first().click();
        attribute("secretCard").locator("summary").click();
        assertThat(attribute("cart")).containsText("items");
        Chromium.assertAccessible(page, "session");
        button("Add attribute").click();
        Chromium.assertAccessible(page, "the form of an attribute");
        press("Escape");
        button("End session").click();
        Chromium.assertAccessible(page, "the question before the end");
        press("Escape");
        view("Scripts");
        page.getByLabel("Path below").fill("it/shop.mjs/count");
        button("Send").click();
        assertThat(page.getByText("count was nothing, is 1")).isVisible();
        Chromium.assertAccessible(page, "scripts");
        view("Server");
        assertThat(page.getByText(Pattern.compile("^calls: \\d"))).isVisible();
        Chromium.assertAccessible(page, "server");
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 768, 1440})
    void everyWidthHasRoomForAll(int width) {
        page = chromium.newWindow(width, ColorScheme.LIGHT);
        script("fill");
        script("odd");
        explore();
        attribute("cart").locator("summary").first().click();
        assertThat(attribute("cart")).containsText("items");
        for (String view : VIEWS) {
            view(view);
            assertThat(page.getByRole(AriaRole.HEADING, named(view).setExact(true)))
                    .isVisible();
            Object wide = page.evaluate("() => document.documentElement.scrollWidth - innerWidth");
            assertTrue(((Number) wide).intValue() <= 0, view + " is too wide by " + wide);
            if (view.equals("Server")) {
                assertThat(page.getByText(Pattern.compile("^calls: \\d"))).isVisible();
            }
            Chromium.keepPicture(page, view.toLowerCase(Locale.ROOT) + "-" + width);
        }
    }

    /** Of the second opening: the server is warm, and the browser has nothing of it. */
    @Test
    void thePageIsUsableWithinASecond() {
        script("fill");
        explore();
        page = chromium.newWindow(1024, ColorScheme.LIGHT);
        script("fill");
        explore();
        assertThat(attribute("cart")).isVisible();

        double millis =
                ((Number) page.evaluate("() => performance.getEntriesByName('usable')[0].startTime")).doubleValue();
        int bytes = ((Number) page.evaluate("() => [...performance.getEntriesByType('navigation'),"
                        + " ...performance.getEntriesByType('resource')].reduce((sum, e) => sum + e.transferSize, 0)"))
                .intValue();

        System.out.println("== the explorer is usable after %.0f ms, %d bytes over the wire".formatted(millis, bytes));
        assertTrue(millis < 1000, millis + " ms");
        assertTrue(bytes < 200_000, bytes + " bytes");
    }

    private void explore() {
        page.navigate(Deployments.base() + "explorer/");
        assertThat(page.getByRole(AriaRole.HEADING, named("Session").setExact(true)))
                .isVisible();
    }

    /** Runs a case of the script in another window of the same browser; gives the answer. */
    private String script(String name) {
        return page.context()
                .request()
                .get(Deployments.base() + "js/it/shop.mjs/" + name)
                .text();
    }

    private void view(String name) {
        page.getByRole(AriaRole.NAVIGATION)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name))
                .click();
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, named(name).setExact(true));
    }

    private Locator attribute(String name) {
        return page.locator(".attributes > li")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("summary > .key").getByText(name)));
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions named(Pattern name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
