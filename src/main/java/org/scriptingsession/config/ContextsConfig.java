// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.config;

import java.time.Duration;

/**
 * How many scripts run at once.
 *
 * @param most contexts in use at once
 * @param patience how long a request waits for a free context
 * @param slow most contexts that slow calls of one script, or of one session, hold while others wait
 */
public record ContextsConfig(int most, Duration patience, int slow) {
    /** @param slowPercent of the contexts, of which there is one at least */
    static ContextsConfig of(int most, Duration patience, int slowPercent) {
        return new ContextsConfig(most, patience, (most * slowPercent + 99) / 100);
    }
}
