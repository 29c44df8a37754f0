// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.frameworks;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Counts the clicks on a page, as long as the page is shown. */
@Named
@ViewScoped
public class Clicks implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private AllClicks all;

    private int count;

    /** On this page. */
    public int getCount() {
        return count;
    }

    /** On all pages of the session. */
    public int getTotal() {
        return all.count();
    }

    /** The action of the page's button. */
    public void click() {
        count++;
        all.click();
    }
}
