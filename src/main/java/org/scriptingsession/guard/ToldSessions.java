// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;

/** Of which sessions this node has told the others a while ago, so that a request costs no question. */
final class ToldSessions {
    private final Duration time;

    /** Nanoseconds, which go on evenly. */
    private final LongSupplier nanos;

    private final Map<String, Told> byId = new ConcurrentHashMap<>();

    /** The first to be forgotten first. */
    private final Queue<Told> forgetting = new ConcurrentLinkedQueue<>();

    ToldSessions(Duration time, LongSupplier nanos) {
        this.time = time;
        this.nanos = nanos;
    }

    /** Whether the others know of it. */
    boolean knows(String id, String user, int intervalSeconds) {
        Told told = byId.get(id);
        return told != null
                && told.user.equals(user)
                && told.intervalSeconds == intervalSeconds
                && told.untilNanos - nanos.getAsLong() > 0;
    }

    /** They know of it from now on. */
    void add(String id, String user, int intervalSeconds) {
        long now = nanos.getAsLong();
        for (Told first = forgetting.peek(); first != null && first.untilNanos - now <= 0; first = forgetting.peek()) {
            if (forgetting.remove(first)) {
                byId.remove(first.id, first);
            }
        }
        Told told = new Told(id, user, intervalSeconds, now + time.toNanos());
        byId.put(id, told);
        forgetting.add(told);
    }

    void remove(String id) {
        byId.remove(id);
    }

    int size() {
        return byId.size();
    }

    private record Told(String id, String user, int intervalSeconds, long untilNanos) {}
}
