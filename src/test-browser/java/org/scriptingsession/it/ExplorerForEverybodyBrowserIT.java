// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

/** The explorer and the error page are for everybody: by the keyboard alone, by ear, in the dark, on a telephone, and at once. */
@ExtendWith(ArquillianExtension.class)
class ExplorerForEverybodyBrowserIT {
    private static final List<String> VIEWS = List.of("Session", "Scripts", "Server");
    private static final int MOST_TABS = 80;
    private static final int OPENINGS = 5;
    private static final Pattern LIVE = Pattern.compile("^calls: \\d");

    private static Chromium chromium;

    private ExplorerWindow window;

    @Deployment(testable = false)
    static WebArchive application() throws GeneralSecurityException {
        return ExplorerBrowserIT.application();
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
        window = new ExplorerWindow(chromium.newWindow(1024, ColorScheme.LIGHT));
    }

    @AfterEach
    void nothingWentWrong() {
        assertEquals(List.of(), chromium.problems());
    }

    /** Tab, Enter and Escape do what the mouse does. */
    @Test
    void theKeyboardSufficesForTheSession() {
        window.script("fill");
        window.explore();
        enter("Add attribute");
        assertThat(window.dialog()).isVisible();
        window.page().keyboard().type("typed");
        tabTo("Value");
        window.page().keyboard().type("by hand");
        enter("Save");
        assertThat(window.attribute("typed")).containsText("by hand");

        enter("typed");
        assertThat(window.attribute("typed").locator("bdi.text")).hasText("by hand");
        enter("Edit");
        assertThat(window.dialog()).isVisible();
        window.press("Escape");
        assertThat(window.page().locator("dialog")).hasCount(0);
        enter("Delete");
        assertThat(window.dialog()).isVisible();
        enter("Delete");
        assertThat(window.attribute("typed")).hasCount(0);

        enter("New id");
        assertThat(window.text("The session has a new id.")).isVisible();
        enter("End session");
        assertThat(window.dialog()).isVisible();
        enter("End the session");
        assertThat(window.text("This browser has no session here")).isVisible();
        enter("Look again");
        assertThat(window.text("This browser has no session here")).isVisible();
    }

    @Test
    void theKeyboardSufficesForScriptsAndServer() {
        window.script("fill");
        window.explore();
        enter("Scripts");
        assertThat(window.heading("Scripts")).isFocused();
        enter("Call it/shop.mjs");
        tabTo("Path below");
        window.press("End");
        window.page().keyboard().type("/count");
        window.press("Enter");
        assertThat(window.text("count was nothing, is 1")).isVisible();
        enter("Run once");
        assertThat(window.text("visits was nothing, is 1")).isVisible();
        enter("Server");
        assertThat(window.heading("Contexts")).isVisible();
    }

    private void enter(String name) {
        tabTo(name);
        window.press("Enter");
    }

    /** Goes on until what has the focus is called so. */
    private void tabTo(String name) {
        String called = "() => { const e = document.activeElement;"
                + " return (e.labels?.[0] ?? e).textContent.trim().replace(/\\s+/g, ' '); }";
        for (int i = 0; i < MOST_TABS; i++) {
            window.press("Tab");
            if (((String) window.page().evaluate(called)).startsWith(name)) {
                return;
            }
        }
        throw new AssertionError("no way by the keyboard to " + name);
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void axeFindsNothing(ColorScheme scheme) {
        Page page = chromium.newWindow(1024, scheme);
        window = new ExplorerWindow(page);
        window.explore();
        Chromium.assertAccessible(page, "without a session");
        window.script("fill");
        window.button("Look again").click();
        window.toggle("cart");
        window.toggle("secretCard");
        assertThat(window.attribute("cart")).containsText("items");
        Chromium.assertAccessible(page, "session");
        window.button("Add attribute").click();
        assertThat(window.dialog()).isVisible();
        Chromium.assertAccessible(page, "the form of an attribute");
        window.press("Escape");
        assertThat(window.page().locator("dialog")).hasCount(0);
        window.button("End session").click();
        assertThat(window.dialog()).isVisible();
        Chromium.assertAccessible(page, "the question before the end");
        window.press("Escape");
        window.view("Scripts");
        page.getByLabel("Path below").fill("it/shop.mjs/count");
        window.button("Send").click();
        assertThat(window.text("count was nothing, is 1")).isVisible();
        Chromium.assertAccessible(page, "scripts");
        window.view("Server");
        assertThat(window.text(LIVE)).isVisible();
        Chromium.assertAccessible(page, "server");
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void theErrorPageIsReadable(ColorScheme scheme) {
        Page page = chromium.newWindow(360, scheme);
        window = new ExplorerWindow(page);
        window.script("odd");
        page.navigate(Deployments.base() + "js/it/stack.mjs");

        assertThat(window.text("_stacked.mjs:3:").first()).isVisible();
        Chromium.assertAccessible(page, "the error page");
        assertFits("the error page");
        assertEquals(0, page.locator("img, script").count());
        chromium.forgetAnswers(500);
        Chromium.keepPicture(page, "error-" + scheme.name().toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 768, 1440})
    void everyWidthHasRoomForAll(int width) {
        Page page = chromium.newWindow(width, ColorScheme.LIGHT);
        window = new ExplorerWindow(page);
        window.script("fill");
        window.script("odd");
        window.explore();
        window.toggle("cart");
        assertThat(window.attribute("cart")).containsText("items");
        for (String view : VIEWS) {
            window.view(view);
            assertThat(window.heading(view)).isVisible();
            if (view.equals("Server")) {
                assertThat(window.text(LIVE)).isVisible();
            }
            assertFits(view);
            Chromium.keepPicture(page, view.toLowerCase(Locale.ROOT) + "-" + width);
        }
    }

    private void assertFits(String what) {
        Object wide = window.page().evaluate("() => document.documentElement.scrollWidth - innerWidth");
        assertTrue(((Number) wide).intValue() <= 0, what + " is too wide by " + wide);
    }

    /** The server is warm, and the browser has nothing of it; the best of a few, since other tests have the processors, too. */
    @Test
    void thePageIsUsableWithinASecond() {
        window.explore();
        double[] millis = new double[OPENINGS];
        double bytes = 0;
        for (int i = 0; i < OPENINGS; i++) {
            window = new ExplorerWindow(chromium.newWindow(1024, ColorScheme.LIGHT));
            window.script("fill");
            window.explore();
            assertThat(window.attribute("cart")).isVisible();
            millis[i] = number("() => performance.getEntriesByName('usable')[0].startTime");
            bytes = number("() => [...performance.getEntriesByType('navigation'),"
                    + " ...performance.getEntriesByType('resource')].reduce((sum, e) => sum + e.transferSize, 0)");
        }
        Arrays.sort(millis);

        System.out.println("== the explorer is usable after %.0f ms (median of %d; best %.0f), %.0f bytes over the wire"
                .formatted(millis[OPENINGS / 2], OPENINGS, millis[0], bytes));
        assertTrue(millis[0] < 1000, Arrays.toString(millis));
        assertTrue(bytes > 10_000 && bytes < 200_000, bytes + " bytes");
    }

    private double number(String script) {
        return ((Number) window.page().evaluate(script)).doubleValue();
    }
}
