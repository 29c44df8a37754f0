// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.injection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import org.scriptingsession.api.ScriptingSession;

/** Observers. */
@ApplicationScoped
public class ObserverProbe {
    @Inject
    private ScriptingSession session;

    private String atStart = "not observed";

    void started(@Observes @Initialized(ApplicationScoped.class) Object event) {
        atStart = Probe.ask(session);
    }

    void asked(@Observes Question question) {
        question.answered(Probe.ask(session));
    }

    void askedLater(@ObservesAsync Question question, ScriptingSession parameter) {
        question.answered(Probe.ask(session));
        question.answered(Probe.ask(parameter));
    }

    /** What the session said when the application started. */
    public String atStart() {
        return atStart;
    }
}
