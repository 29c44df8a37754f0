// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.injection;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.scriptingsession.api.ScriptingSession;

/** A singleton that is made at start, with a timer. */
@Startup
@Singleton
public class StartupProbe {
    private static final BlockingQueue<String> TICKS = new ArrayBlockingQueue<>(1);

    @Inject
    private ScriptingSession session;

    private String atStart;

    @PostConstruct
    void start() {
        atStart = Probe.ask(session);
    }

    /** The first answer is kept; the others find no room. */
    @Schedule(second = "*", minute = "*", hour = "*", persistent = false)
    void tick() {
        TICKS.offer(Probe.ask(session));
    }

    /** What the session said when the application started. */
    public String atStart() {
        return atStart;
    }

    /** What the timer's method was told. */
    static BlockingQueue<String> ticks() {
        return TICKS;
    }
}
