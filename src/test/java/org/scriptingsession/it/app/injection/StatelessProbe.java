// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.injection;

import jakarta.ejb.AsyncResult;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.concurrent.Future;
import org.scriptingsession.api.ScriptingSession;

/** A stateless enterprise bean. */
@Stateless
public class StatelessProbe {
    @Inject
    private ScriptingSession session;

    /** In the caller's thread. */
    public String ask() {
        return Probe.ask(session);
    }

    /** In a thread of its own. */
    @Asynchronous
    public Future<String> askLater() {
        return new AsyncResult<>(Probe.ask(session));
    }
}
