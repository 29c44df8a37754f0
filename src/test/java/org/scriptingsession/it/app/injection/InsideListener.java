// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.injection;

import jakarta.inject.Inject;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;
import org.scriptingsession.api.ScriptingSession;

/** Asks before any filter is called: the first use of the session in the call. */
@WebListener
public class InsideListener implements ServletRequestListener {
    /** The request's attribute that has the answer. */
    static final String ANSWER = "asked.by.listener";

    @Inject
    private ScriptingSession session;

    @Override
    public void requestInitialized(ServletRequestEvent event) {
        if ("listened".equals(event.getServletRequest().getParameter("session"))) {
            event.getServletRequest().setAttribute(ANSWER, Probe.ask(session));
        }
    }
}
