// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A session in the index of users.
 *
 * @param id the session's
 * @param name what scripts and components know it by
 * @param created when it began, in milliseconds
 * @param told when a node has told of it last, in milliseconds
 * @param intervalSeconds how long it may stay unused, as the node has told; zero or less for ever
 * @param ending whether it is one too many: it ends, and counts no more
 */
record IndexedSession(String id, String name, long created, long told, int intervalSeconds, boolean ending) {
    /** How often a node tells of a session that it serves; of one that was lost it is known again after that time. */
    static final Duration TOLD_AGAIN = Duration.ofMinutes(10);

    /** A session may be told of before its first request stores it, and is trusted for so long. */
    private static final Duration YOUNG = Duration.ofMinutes(1);

    /** Clocks of nodes differ. */
    private static final Duration MARGIN = Duration.ofHours(1);

    static final Duration FOR_EVER = Duration.ofDays(3650);

    private static final String ENDING = "ending";
    private static final int PARTS = 6;

    /** Whether it may be alive though nobody finds it, or finds it without its user. */
    boolean isYoung(long now) {
        long longest = intervalSeconds > 0
                ? Math.min(YOUNG.toMillis(), TimeUnit.SECONDS.toMillis(intervalSeconds))
                : YOUNG.toMillis();
        return now - told < longest;
    }

    /** Whether it is being ended: a node that died may not have done it, and then it counts again. */
    boolean isEnding(long now) {
        return ending && isYoung(now);
    }

    /**
     * Whether no node can have served it within its interval: what another node reads may lack the last use. One that never
     * expires has no use that matters.
     */
    boolean isUnused(long now) {
        return intervalSeconds > 0 ? left(now).compareTo(MARGIN) < 0 : !isYoung(now);
    }

    /** Whether it cannot be alive, or has had the time to end. */
    boolean isOver(long now) {
        return ending ? now - told > MARGIN.toMillis() : left(now).isNegative();
    }

    /** How long it is kept. */
    Duration left(long now) {
        Duration whole = intervalSeconds > 0
                ? Duration.ofSeconds(intervalSeconds).plus(TOLD_AGAIN).plus(MARGIN)
                : FOR_EVER;
        return whole.minusMillis(now - told);
    }

    IndexedSession ending(long now) {
        return new IndexedSession(id, name, created, now, intervalSeconds, true);
    }

    /** The same by the name that it has already. */
    IndexedSession named(String known) {
        return new IndexedSession(id, known, created, told, intervalSeconds, ending);
    }

    /** The same session as it began: to WildFly one with another id begins anew. */
    IndexedSession begun(long known) {
        return new IndexedSession(id, name, known, told, intervalSeconds, ending);
    }

    /** As the index keeps it. */
    @Override
    public String toString() {
        return String.join(
                " ",
                id,
                name,
                String.valueOf(created),
                String.valueOf(told),
                String.valueOf(intervalSeconds),
                ending ? ENDING : "alive");
    }

    /** Empty for a line that this version does not know. */
    static Optional<IndexedSession> of(String line) {
        String[] parts = line.split(" ");
        if (parts.length < PARTS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new IndexedSession(
                    parts[0],
                    parts[1],
                    Long.parseLong(parts[2]),
                    Long.parseLong(parts[3]),
                    Integer.parseInt(parts[4]),
                    parts[5].equals(ENDING)));
        } catch (NumberFormatException ofAnotherVersion) {
            return Optional.empty();
        }
    }
}
