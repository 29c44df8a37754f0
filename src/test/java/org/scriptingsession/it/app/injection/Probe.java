// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.injection;

import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.api.ScriptingSession;

/** Asks an injected session. */
final class Probe {
    private Probe() {}

    /** Whether it is valid, and an attribute that a script has stored or the code of the error. */
    static String ask(ScriptingSession session) {
        try {
            return session.isValid() + " " + session.getAttribute("fromScript").orElse("none");
        } catch (ScriptingException e) {
            return session.isValid() + " " + e.code();
        } catch (RuntimeException ofAnotherKind) {
            return ofAnotherKind.toString();
        }
    }
}
