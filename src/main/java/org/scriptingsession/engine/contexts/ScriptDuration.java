// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

/** How long one script's runs took, for JMX. */
public interface ScriptDuration {
    /** The script's path. */
    String getScript();

    /** How many runs have ended. */
    long getRuns();

    double getMeanMillis();

    double getMaxMillis();
}
