// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import java.util.List;
import java.util.Map;

/** What the pool of contexts does, for JMX: {@code org.scriptingsession:type=ContextPool,application=<context path>}. */
public interface ContextPoolMXBean {
    /** Contexts lent out now. */
    int getInUse();

    /** Contexts made since the deployment. */
    long getCreated();

    /** Contexts closed since the deployment, by reason. */
    Map<String, Long> getDiscarded();

    /** Requests that found no free context and waited. */
    long getWaits();

    /** Requests that waited in vain and were answered 503. */
    long getRefused();

    /** Runs stopped at their deadline. */
    long getTimeouts();

    /** Runs that were stopped and have not ended: each holds a thread and a context. */
    int getStuck();

    /** What each script took; the scripts with the most runs first. */
    List<ScriptDuration> getScripts();
}
