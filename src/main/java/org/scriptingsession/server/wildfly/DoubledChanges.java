// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.wildfly;

import java.util.LinkedHashSet;
import java.util.Set;

/** Tells the second of two equal messages from the first: WildFly tells twice of each change of a replicated session's id. */
final class DoubledChanges {
    /** More than there are threads between the first and the second message; what is left of lost ones is forgotten. */
    static final int MOST = 10_000;

    private final Set<String> heardOnce = new LinkedHashSet<>();

    /** Whether the message was heard once before. */
    synchronized boolean isSecond(String message) {
        if (heardOnce.size() == MOST) {
            heardOnce.remove(heardOnce.iterator().next());
        }
        return heardOnce.remove(message) || !heardOnce.add(message);
    }
}
