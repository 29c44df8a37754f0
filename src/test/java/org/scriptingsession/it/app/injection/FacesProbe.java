// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.injection;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.scriptingsession.api.ScriptingSession;

/** A Faces bean. */
@Named
@ViewScoped
public class FacesProbe implements Serializable {
    private static final long serialVersionUID = 1L;

    // what is injected can be serialized, though its type does not say so
    @SuppressWarnings("serial")
    @Inject
    private ScriptingSession session;

    /** In the call of the page. */
    public String getAnswer() {
        return Probe.ask(session);
    }
}
