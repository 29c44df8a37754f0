// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.testkit.cases;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;

/** Counts for a session. */
@SessionScoped
public class Visits implements Serializable {
    private static final long serialVersionUID = 1L;

    private int count;

    int next() {
        return ++count;
    }
}
