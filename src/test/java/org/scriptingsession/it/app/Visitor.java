// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;

/** A bean that CDI keeps in the session, under a name of its own. */
@SessionScoped
public class Visitor implements Serializable {
    private static final long serialVersionUID = 1L;

    private int calls;

    /** Counts, so that the bean really is in the session. */
    public int called() {
        calls++;
        return calls;
    }
}
