// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A window of Debian's Chromium, which listens to what goes wrong in it. */
final class Chromium implements AutoCloseable {
    /** While other tests start servers on the same processors. */
    private static final int PATIENCE_MILLIS = 20_000;

    private static final String TELL_VIOLATIONS =
            "addEventListener('securitypolicyviolation', (e) => console.error(`CSP ${e.violatedDirective} ${e.blockedURI}`));";

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> problems = new ArrayList<>();
    private BrowserContext window;

    Chromium() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("browser.executable")))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    /** A page in a window of its own, without cookies of others. */
    Page newWindow(int width, ColorScheme scheme) {
        closeWindow();
        window = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 800)
                .setColorScheme(scheme)
                .setLocale("en-GB")
                .setTimezoneId("UTC"));
        window.setDefaultTimeout(PATIENCE_MILLIS);
        window.addInitScript(TELL_VIOLATIONS);
        String host = Deployments.base().getAuthority();
        window.onRequest(request -> {
            if (!host.equals(URI.create(request.url()).getAuthority())) {
                problems.add("a request to " + request.url());
            }
        });
        Page page = window.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                problems.add("console: " + message.text());
            }
        });
        page.onPageError(error -> problems.add("error: " + error));
        page.onDialog(dialog -> {
            problems.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        return page;
    }

    /** What went wrong since this was asked last. */
    List<String> problems() {
        List<String> known = List.copyOf(problems);
        problems.clear();
        return known;
    }

    /** Takes out what the browser by itself has told of answers with a status that the test has asked for. */
    void forgetAnswers(int status) {
        problems.removeIf(problem -> problem.contains("responded with a status of " + status));
    }

    /** Axe's rules of WCAG and best practice: none is broken by what the page shows now. */
    static void assertAccessible(Page page, String what) {
        List<Rule> violations =
                new AxeBuilder(page).setLegacyMode(true).analyze().getViolations();
        assertEquals(
                List.of(),
                violations.stream()
                        .map(rule -> rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .map(node -> node.getTarget() + " " + node.getHtml())
                                        .toList())
                        .toList(),
                what);
    }

    /** Keeps what the page looks like, for the documentation and for who looks into a failure. */
    static void keepPicture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of(System.getProperty("browser.pictures"), name + ".png")));
    }

    private void closeWindow() {
        if (window != null) {
            window.close();
            window = null;
        }
    }

    @Override
    public void close() {
        closeWindow();
        browser.close();
        playwright.close();
    }
}
