// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.scriptingsession.api.ScriptingSession;

/** An enterprise bean that uses the session. */
@Stateless
public class Desk {
    @Inject
    private ScriptingSession session;

    /** Sets an attribute and returns what it was. */
    public String exchange(String name, String value) {
        String before = session.getAttribute(name).orElse("none");
        session.setAttribute(name, value);
        return before;
    }
}
