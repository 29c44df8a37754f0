// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.frameworks;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;

/** Counts the clicks of a session. */
@SessionScoped
public class AllClicks implements Serializable {
    private static final long serialVersionUID = 1L;

    private int count;

    /** One more. */
    public void click() {
        count++;
    }

    /** How many so far. */
    public int count() {
        return count;
    }
}
