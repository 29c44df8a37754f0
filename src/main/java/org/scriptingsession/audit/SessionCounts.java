// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.audit;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.scriptingsession.api.AuditEvent;
import org.scriptingsession.api.EndReason;
import org.scriptingsession.api.SessionCreated;
import org.scriptingsession.api.SessionEnded;

/** How many sessions this node has seen begin and end since the deployment, and why they ended. */
public final class SessionCounts {
    private final LongAdder created = new LongAdder();
    private final Map<EndReason, LongAdder> ended = new EnumMap<>(EndReason.class);

    SessionCounts() {
        for (EndReason reason : EndReason.values()) {
            ended.put(reason, new LongAdder());
        }
    }

    void count(AuditEvent event) {
        if (event instanceof SessionCreated) {
            created.increment();
        } else if (event instanceof SessionEnded end) {
            ended.get(end.reason()).increment();
        }
    }

    /** Those that began. */
    public long created() {
        return created.sum();
    }

    /** Those that ended, by the reason. */
    public Map<EndReason, Long> ended() {
        Map<EndReason, Long> sums = new EnumMap<>(EndReason.class);
        ended.forEach((reason, count) -> sums.put(reason, count.sum()));
        return sums;
    }
}
