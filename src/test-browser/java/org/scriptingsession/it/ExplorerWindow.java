// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** The explorer's page in a window, found by what it shows: roles and names. */
record ExplorerWindow(Page page) {
    /** Opens the page; its window may have a session or not. */
    void explore() {
        page.navigate(Deployments.base() + "explorer/");
        assertThat(heading("Session")).isVisible();
    }

    /** Runs a case of the script in another window of the same browser; gives the answer. */
    String script(String name) {
        return page.context()
                .request()
                .get(Deployments.base() + "js/it/shop.mjs/" + name)
                .text();
    }

    /** Goes to one of the views. */
    void view(String name) {
        page.getByRole(AriaRole.NAVIGATION)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name))
                .click();
    }

    Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, named(name));
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, named(name));
    }

    Locator region(String name) {
        return page.getByRole(AriaRole.REGION, named(name));
    }

    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    Locator alert() {
        return page.getByRole(AriaRole.ALERT);
    }

    /** A field of a form, by its whole label. */
    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    Locator text(String text) {
        return page.getByText(text);
    }

    Locator text(Pattern text) {
        return page.getByText(text);
    }

    /** An attribute in the list, by a part of its name. */
    Locator attribute(String name) {
        return page.locator(".attributes > li")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("summary > .key").getByText(name)));
    }

    /** Opens an attribute, or closes it. */
    void toggle(String name) {
        attribute(name).locator("summary").first().click();
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
