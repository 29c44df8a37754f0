// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import org.scriptingsession.api.AuditEvent;
import org.scriptingsession.error.LogText;

/** Where everything worth an audit is told: the log named {@value #NAME} gets a line, the application's observers the event. */
@ApplicationScoped
public class Audit {
    /** The name of the log. */
    public static final String NAME = "org.scriptingsession.audit";

    private static final System.Logger LOGGER = System.getLogger(NAME);

    private final SessionCounts counts = new SessionCounts();

    @Inject
    private Event<AuditEvent> events;

    /** Tells of it; what an observer throws goes to the log and not to the request. */
    public void tell(AuditEvent event) {
        counts.count(event);
        LOGGER.log(Level.INFO, () -> line(event));
        try {
            events.fire(event);
        } catch (RuntimeException e) {
            LOGGER.log(
                    Level.WARNING,
                    "an observer of " + event.getClass().getSimpleName() + " failed",
                    LogText.harmless(e));
        }
    }

    /** How many sessions it was told of. */
    public SessionCounts counts() {
        return counts;
    }

    /** A user's or script's name may hold anything. */
    static String line(AuditEvent event) {
        return LogText.oneLine(event.toString());
    }
}
