// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.injection;

import jakarta.ejb.Stateful;
import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import org.scriptingsession.api.ScriptingSession;

/** A stateful enterprise bean, kept in the session: it may be passivated. */
@Stateful
@SessionScoped
public class StatefulProbe implements Serializable {
    private static final long serialVersionUID = 1L;

    // what is injected can be serialized, though its type does not say so
    @SuppressWarnings("serial")
    @Inject
    private ScriptingSession session;

    private int asked;

    /** How often it was asked, and the answer. */
    public String ask() {
        asked++;
        return asked + " " + Probe.ask(session);
    }
}
